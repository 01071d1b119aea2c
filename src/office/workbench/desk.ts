// The port of the workbench: everything that its pages show of the phases and all that they change. Made in `command/`.

import type { Collecting } from './desk-collecting.ts';
import type { Comparing } from './desk-comparing.ts';
import type { Defining } from './desk-defining.ts';
import type { Editing } from './desk-editing.ts';
import type { Lining } from './desk-lines.ts';
import type { Protecting } from './desk-protecting.ts';
import type { ReleasedFigures } from './desk-released.ts';
import type { Releasing } from './desk-releasing.ts';
import type { Running } from './desk-running.ts';

export type Desk = Collecting &
  Editing &
  Lining &
  Defining &
  Running &
  Comparing &
  Protecting &
  Releasing & {
    /** What a reader of the ministry may see: nothing but the last public release. */
    readonly released: ReleasedFigures;
    /** Lets go of what is kept warm. */
    readonly close: () => void;
  };
