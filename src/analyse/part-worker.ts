// GSBPM 6.4, secondary suppression: the thread that protects one part of a linked system.

import { answerTasks } from '../engine/worker-pool.ts';
import { type PartTask, searchPart } from './part-search.ts';

answerTasks((task, tell) => searchPart(task as PartTask, tell));
