// Classification by two keys, nature of operation and the declarant's register entry, both dated: one small table in which
// every line finds its treatment, segment and EBOPS item at once. GSBPM 5.2 (classify and code).

import type { Domain } from '../design/domain.ts';
import { inForce } from '../design/domain.ts';
import type { SqlValue } from '../engine/sql.ts';

/** The segments that the register gives an enterprise: its own and a second one. */
export type Segments = readonly [own: string | null, other: string | null];

/** What a nature of operation is to enterprises of some segments, from a day to a day. */
export type Classified = {
  readonly nature: string;
  /** Place of the segments in `segmentPairs`. */
  readonly pair: number;
  readonly treatment: string | null;
  readonly segment: string | null;
  readonly ebops: string | null;
  readonly from: string;
  readonly to: string;
};

/** Pairs of segments that occur, none first; each with the second one as its own too, for lines that name that one. */
export function segmentPairs({ register }: Pick<Domain, 'register'>): readonly Segments[] {
  const pairs = new Map<string, Segments>([[keyOf([null, null]), [null, null]]]);
  for (const { segment, otherSegment } of register)
    for (const pair of [[segment, otherSegment] as const, [otherSegment, otherSegment] as const])
      pairs.set(keyOf(pair), pair);
  return [...pairs.values()];
}

/** The place of a pair in the list. */
export function placeOfPair(pairs: readonly Segments[], pair: Segments): number {
  return pairs.findIndex((each) => keyOf(each) === keyOf(pair));
}

/**
 * Every nature with every pair of segments over the days on which nothing about it changes. The own segment decides before
 * the other one, and both before what holds for any.
 */
export function classified(
  domain: Pick<Domain, 'natures' | 'correspondence' | 'register'>,
): readonly Classified[] {
  const pairs = segmentPairs(domain);
  const natures = new Set([
    ...domain.natures.map(({ code }) => code),
    ...domain.correspondence.map(({ nature }) => nature),
  ]);
  return [...natures].flatMap((nature) =>
    spansOf(domain, nature).flatMap((span) =>
      pairs.map((pair, at) => classOf(domain, nature, pair, at, span)),
    ),
  );
}

/** The same as rows of values. */
export function classRows(
  domain: Pick<Domain, 'natures' | 'correspondence' | 'register'>,
): readonly (readonly SqlValue[])[] {
  return classified(domain).map((each) => [
    ...[each.nature, each.nature, each.pair, each.treatment, each.segment, each.ebops],
    ...[each.from, each.to],
  ]);
}

type Span = { readonly from: string; readonly to: string };

function classOf(
  { natures, correspondence }: Pick<Domain, 'natures' | 'correspondence'>,
  nature: string,
  [own, other]: Segments,
  pair: number,
  { from, to }: Span,
): Classified {
  const held = correspondence.filter((each) => each.nature === nature && inForce(each, from));
  const given = [own, other, ANY]
    .map((key) => held.find(({ registerSegment }) => registerSegment === key))
    .find((each) => each !== undefined);
  const treatment = natures.find((each) => each.code === nature && inForce(each, from))?.treatment ?? null;
  return { nature, pair, treatment, segment: given?.segment ?? null, ebops: given?.ebops ?? null, from, to };
}

const ANY = '*';
const FIRST = '0001-01-01';
const LAST = '9999-12-31';

/** Days between which no entry about a nature begins or ends. */
function spansOf(
  { natures, correspondence }: Pick<Domain, 'natures' | 'correspondence'>,
  nature: string,
): readonly Span[] {
  const entries = [
    ...natures.filter(({ code }) => code === nature),
    ...correspondence.filter((each) => each.nature === nature),
  ];
  const begins = entries.flatMap(({ validFrom, validTo }) => [
    validFrom,
    ...(validTo === null || validTo >= LAST ? [] : [dayFrom(validTo, 1)]),
  ]);
  const starts = [...new Set([FIRST, ...begins])].sort();
  return starts.map((from, at) => ({
    from,
    to: at + 1 < starts.length ? dayFrom(starts[at + 1] ?? LAST, -1) : LAST,
  }));
}

function dayFrom(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

const DAY = 86_400_000;

function keyOf(pair: Segments): string {
  return JSON.stringify(pair);
}
