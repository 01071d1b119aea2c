// An edit of a line: an event that is appended and never changed, as the table `edits` keeps it.

/** What an edit says of a line. The field `state` decides over a line instead of changing what it says. */
export type Edit = {
  readonly seq: number;
  readonly submission: number;
  readonly ordinal: number;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly reverses: number | null;
  /** What decided, when it was no person. */
  readonly rule?: string | null;
};

/** The whole row: who decided what, by which rule and why. */
export type EditRow = Edit & {
  /** `rule@version`, or manual. */
  readonly rule: string;
  readonly reason: string;
  readonly cause: string;
  readonly author: string;
  readonly at: string;
};
