// The states that a release goes through, and which act leads where.

export const RELEASE_STATES = ['drafted', 'review', 'approved', 'sealed', 'published', 'withdrawn'] as const;
/**
 * drafted: made, readable by the office · review: its publication is proposed · approved: by a second person, about to be
 * sealed · sealed: encrypted until its hour · published · withdrawn.
 */
export type ReleaseState = (typeof RELEASE_STATES)[number];

export const RELEASE_ACTS = ['publication', 'cancellation', 'postponement', 'withdrawal'] as const;
export type ReleaseActName = (typeof RELEASE_ACTS)[number];

/** The states in which each act can be proposed and approved. */
export const ACT_STATES: { readonly [act in ReleaseActName]: readonly ReleaseState[] } = {
  publication: ['drafted', 'review'],
  cancellation: ['drafted', 'review', 'approved', 'sealed'],
  postponement: ['sealed'],
  withdrawal: ['published'],
};

/** States in which nobody has decided anything yet, as a list for SQL. */
export const UNDECIDED = "('drafted', 'review')";
/** States in which a release is decided and waits for its hour, as a list for SQL. */
export const WAITING = "('approved', 'sealed')";
