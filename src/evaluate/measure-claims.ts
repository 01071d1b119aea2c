// How well the checker finds, binds and judges: precision and recall on labelled texts.

import type { ReportedClaim } from './check-report.ts';
import type { Label, LabelledText } from './labelled-text.ts';

export type ClaimMeasure = {
  readonly texts: number;
  readonly labelled: number;
  readonly found: number;
  /** Found where nothing is labelled; words of direction and rank are not counted. */
  readonly extra: number;
  readonly bound: number;
  readonly judged: number;
  readonly slipsLabelled: number;
  readonly slipsNamed: number;
  /** Labelled "contradicted", found or not; and those of them that are called so. */
  readonly deniable: number;
  readonly denied: number;
  /** And those that are called entailed or consistent: false, and passed for true. */
  readonly passed: number;
  /** "contradicted" or "entailed" of a claim that is labelled otherwise. */
  readonly wrong: number;
  /** What was missed or misread, one line each. */
  readonly faults: readonly string[];
};

/** Measures the checker on texts; `check` gives the claims it finds in one. */
export function measureClaims(
  texts: readonly LabelledText[],
  check: (text: LabelledText) => readonly ReportedClaim[],
): ClaimMeasure {
  return texts.map((text) => measureText(text, check(text))).reduce(joined, NOTHING);
}

/** Shares of one: precision, recall and F1 of detection, binding, verdicts as labelled; of what is false, denied and passed. */
export function ratesOf({ labelled, found, extra, bound, judged, deniable, denied, passed }: ClaimMeasure): {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly binding: number;
  readonly verdicts: number;
  readonly denied: number;
  readonly passed: number;
} {
  return {
    precision: found / Math.max(1, found + extra),
    recall: found / Math.max(1, labelled),
    f1: (2 * found) / Math.max(1, labelled + found + extra),
    binding: bound / Math.max(1, found),
    verdicts: judged / Math.max(1, found),
    denied: deniable === 0 ? 1 : denied / deniable,
    passed: passed / Math.max(1, deniable),
  };
}

const NOTHING: ClaimMeasure = {
  texts: 0,
  labelled: 0,
  found: 0,
  extra: 0,
  bound: 0,
  judged: 0,
  slipsLabelled: 0,
  slipsNamed: 0,
  deniable: 0,
  denied: 0,
  passed: 0,
  wrong: 0,
  faults: [],
};

function joined(a: ClaimMeasure, b: ClaimMeasure): ClaimMeasure {
  const sum = (part: Exclude<keyof ClaimMeasure, 'faults'>) => a[part] + b[part];
  return {
    texts: sum('texts'),
    labelled: sum('labelled'),
    found: sum('found'),
    extra: sum('extra'),
    bound: sum('bound'),
    judged: sum('judged'),
    slipsLabelled: sum('slipsLabelled'),
    slipsNamed: sum('slipsNamed'),
    deniable: sum('deniable'),
    denied: sum('denied'),
    passed: sum('passed'),
    wrong: sum('wrong'),
    faults: [...a.faults, ...b.faults],
  };
}

type Pair = { readonly label: Label; readonly claim: ReportedClaim | undefined };

function measureText({ name, labels }: LabelledText, claims: readonly ReportedClaim[]): ClaimMeasure {
  const { pairs, left } = paired(labels, claims);
  const found = pairs.filter(({ claim }) => claim !== undefined);
  const extra = left.filter(({ unit }) => unit !== 'DIRECTION' && unit !== 'RANK' && unit !== null);
  const deniable = pairs.filter(({ label }) => label.verdict === 'contradicted');
  const slips = found.filter(({ label }) => label.slip !== undefined);
  return {
    texts: 1,
    labelled: labels.length,
    found: found.length,
    extra: extra.length,
    bound: count(found, isBound),
    judged: count(found, isJudged),
    slipsLabelled: slips.length,
    slipsNamed: count(slips, ({ label, claim }) => claim?.slip !== undefined && isSlip(claim.slip, label)),
    deniable: deniable.length,
    denied: count(deniable, ({ claim }) => claim?.verdict === 'contradicted'),
    passed: count(deniable, ({ claim }) => isAffirmed(claim)),
    wrong: count(found, isWrong),
    faults: [
      ...pairs.flatMap((pair) => faultOf(pair)),
      ...extra.map(({ text, unit }) => `found "${text}" (${unit}), not labelled`),
    ].map((fault) => `${name}: ${fault}`),
  };
}

function count(pairs: readonly Pair[], holds: (pair: Pair) => boolean): number {
  return pairs.filter(holds).length;
}

/** Each label with the claim found for it, in the order of the text, and the claims that are left over. */
function paired(
  labels: readonly Label[],
  claims: readonly ReportedClaim[],
): { readonly pairs: readonly Pair[]; readonly left: readonly ReportedClaim[] } {
  const left = [...claims];
  const pairs = labels.map((label) => {
    const at = left.findIndex((claim) => isOf(claim, label));
    return { label, claim: at === -1 ? undefined : left.splice(at, 1)[0] };
  });
  return { pairs, left };
}

function isOf(claim: ReportedClaim, label: Label): boolean {
  const overlaps =
    claim.text.includes(label.text) ||
    label.text.includes(claim.text) ||
    digitsOf(label.text) === digitsOf(claim.text);
  return overlaps && (label.value === null) === (claim.value === null);
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '') || text;
}

function isBound({ label, claim }: Pair): boolean {
  return (
    claim !== undefined &&
    (['indicator', 'segment', 'freq', 'period', 'unit'] as const).every(
      (part) => label[part] === claim[part],
    ) &&
    (label.value === null || isValue(label.value, claim))
  );
}

/** As written, or with the sign that its words give it: "fell by 12.7 %" is 12.7 or -12.7; "two thirds" may be 67. */
function isValue(labelled: string, { text, value, direction }: ReportedClaim): boolean {
  const written = labelled.replace('/', '-');
  const isWhole = /^\d+$/.test(written) && !/\p{Nd}/u.test(text);
  if (isWhole && Math.round(Number(value)) === Number(written)) return true;
  return written === value || (direction !== undefined && Number(written) === direction * Number(value));
}

function isJudged({ label, claim }: Pair): boolean {
  if (claim === undefined) return false;
  return isAffirmed(claim) ? label.verdict === 'entailed-or-consistent' : claim.verdict === label.verdict;
}

function isAffirmed(claim: ReportedClaim | undefined): boolean {
  return claim?.verdict === 'entailed' || claim?.verdict === 'consistent';
}

function isWrong({ label, claim }: Pair): boolean {
  if (claim?.verdict === 'contradicted') return label.verdict !== 'contradicted';
  return claim?.verdict === 'entailed' && label.verdict !== 'entailed-or-consistent';
}

function isSlip(slip: string, label: Label): boolean {
  return (label.slip ?? '').includes(slip);
}

function faultOf(pair: Pair): readonly string[] {
  const { label, claim } = pair;
  if (claim === undefined) return [`missed "${label.text}"`];
  const about = (each: Label | ReportedClaim) =>
    [each.indicator, each.segment, each.period, each.value, each.unit].join(' ');
  const slip = claim.slip === undefined ? '' : `, ${claim.slip}`;
  return [
    ...(isBound(pair) ? [] : [`"${label.text}" bound to ${about(claim)}, labelled ${about(label)}`]),
    ...(isJudged(pair) ? [] : [`"${label.text}" ${claim.verdict}${slip}, labelled ${label.verdict}`]),
    ...(label.slip === undefined || (claim.slip !== undefined && isSlip(claim.slip, label))
      ? []
      : [`"${label.text}": slip ${claim.slip ?? 'none'}, labelled ${label.slip}`]),
  ];
}
