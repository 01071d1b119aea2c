// What of a figure was estimated, as `marsad respondents` prints it and the office shows it.

/** Dirhams as decimal text. */
export type SegmentEstimate = {
  readonly segment: string;
  readonly total: string;
  readonly imputed: string;
  /** Value-weighted, in percent. */
  readonly imputed_share: string;
  /** What the sample of the survey stands for beside itself. */
  readonly grossed: string;
  readonly grossed_share: string;
  /** Of 90 %, around the total. */
  readonly lower: string;
  readonly upper: string;
  /** What the largest units missing had in their last month: in no total until they are called back. */
  readonly not_estimated: string;
};
