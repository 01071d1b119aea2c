// What the office is made of: its routes, its store, and the few effects that come in by the door.

import type { Assets } from '../design/appearance/assets.ts';
import type { Store } from '../engine/store.ts';
import type { Route } from './route.ts';

export type Office = {
  readonly routes: readonly Route[];
  readonly store: Store;
  readonly assets: Assets;
  readonly clock: () => string;
  readonly random: (bytes: number) => Uint8Array;
  readonly note: (text: string) => void;
  /** Where it is reached, such as `https://office.example`; cookies are `Secure` where it is https. */
  readonly origin: string;
  readonly synthetic: boolean;
  /** Where files are put until they are moved, and how large they may be. */
  readonly uploads: string;
  readonly mostUpload: number;
};
