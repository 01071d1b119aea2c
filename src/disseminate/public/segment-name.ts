// Names of segments: in full, inside a sentence, and short for axes.

import { SEGMENT_TONES } from '../../design/appearance/style-tokens.ts';
import { TOTAL_SEGMENT } from '../../design/key.ts';
import type { Language, Text } from '../../design/text.ts';
import type { FigureSource } from './edition.ts';
import { HOME } from './words-home.ts';

/** A segment's full name; the total's for `_T`. */
export function segmentName({ reference }: FigureSource, code: string): Text {
  if (code === TOTAL_SEGMENT) return HOME.total;
  return (
    reference.segments.find((segment) => segment.code === code)?.name ?? { ar: code, fr: code, en: code }
  );
}

/** A segment's name as a sentence takes it, with its article in French. */
export function segmentInSentence(edition: FigureSource, code: string, language: Language): string {
  const known = edition.reference.segments.find((segment) => segment.code === code);
  if (known !== undefined) return known.phrase[language];
  const name = segmentName(edition, code)[language];
  return { ar: `«${name}»`, fr: `«\u00a0${name}\u00a0»`, en: `“${name}”` }[language];
}

/** A short name for axes. */
export function shortSegment(edition: FigureSource, code: string, language: Language): string {
  const known = edition.reference.segments.find((segment) => segment.code === code);
  return (known?.short ?? segmentName(edition, code))[language];
}

/** The tone in which charts paint a segment, by its place in the list; beyond the tones there are, the neutral one. */
export function toneOf({ reference }: FigureSource, code: string): string {
  if (code === TOTAL_SEGMENT) return 'total';
  return SEGMENT_TONES[reference.segments.findIndex((segment) => segment.code === code)] ?? 'rest';
}
