// GSBPM 6.4: the parts of a linked system searched side by side. A part is the same task wherever it is done, and the
// answers are taken in the order of the parts: the pattern does not depend on how many cores there are.

import { progressOf } from '../design/progress-words.ts';
import { saidTogether } from '../design/saying.ts';
import type { Text } from '../design/text.ts';
import { hasFurtherCores, poolAnswers } from '../engine/worker-pool.ts';
import type { PartVerdict } from './audit.ts';
import { type PartAnswer, type PartNews, type PartTask, searchPart, stateAfter } from './part-search.ts';
import { protectedCells } from './protection-problem.ts';

/** Told of what a part says, and of what is blank in all parts by then, numbered as in the whole. */
export type PartsTold = (said: Text, suppressed: Iterable<number>) => void;

/** Searches every part; `threads` is for tests. */
export async function searchParts(
  tasks: readonly PartTask[],
  tell: PartsTold,
  threads?: number,
): Promise<readonly PartVerdict[]> {
  const blank = tasks.map(({ blank: cells }): Iterable<number> => cells);
  const told = (news: PartNews, at: number) => {
    blank[at] = news.suppressed;
    const all = tasks.flatMap(({ part }, other) =>
      [...(blank[other] ?? [])].map((cell) => part.cells[cell] ?? -1),
    );
    const part = progressOf('part', { part: at + 1, parts: tasks.length });
    tell(saidTogether([part, news.said]), all);
  };
  const answers = isWorthThreads(tasks, threads)
    ? await sideBySide(tasks, told, threads)
    : await oneByOne(tasks, told);
  return tasks.map((task, at) => {
    const answer = answers[at];
    if (answer === undefined) throw new Error(`part ${at + 1} has no answer`);
    return { part: task.part, state: stateAfter(task, answer) };
  });
}

type Told = (news: PartNews, at: number) => void;

async function oneByOne(tasks: readonly PartTask[], told: Told): Promise<readonly PartAnswer[]> {
  const answers: PartAnswer[] = [];
  for (const [at, task] of tasks.entries()) answers.push(await searchPart(task, (news) => told(news, at)));
  return answers;
}

/** The largest first, so that no thread is left alone with it at the end. */
async function sideBySide(
  tasks: readonly PartTask[],
  told: Told,
  threads: number | undefined,
): Promise<readonly PartAnswer[]> {
  const order = [...tasks.keys()].sort((a, b) => workOf(tasks[b]) - workOf(tasks[a]) || a - b);
  const answers = await poolAnswers(
    new URL('./part-worker.ts', import.meta.url),
    order.map((at) => tasks[at]),
    {
      threads,
      told: (news, at) => told(news as PartNews, order[at] ?? 0),
      here: (task, tell) => searchPart(task as PartTask, tell),
    },
  );
  return tasks.map((_, at) => answers[order.indexOf(at)] as PartAnswer);
}

/** A thread costs about half a second of a core before it begins. */
const WORTH_THREADS = 2_000_000;

function isWorthThreads(tasks: readonly PartTask[], threads: number | undefined): boolean {
  if (threads !== undefined) return threads > 1;
  return hasFurtherCores() && tasks.filter((task) => workOf(task) >= WORTH_THREADS).length > 1;
}

/** Cells times cells to protect. */
function workOf(task: PartTask | undefined): number {
  return task === undefined ? 0 : task.part.cells.length * protectedCells(task.part.problem).length;
}
