// What a request asks for, read from its address and its form: texts as they are, numbers within bounds.

import { absence, refusal } from '../../design/refusal.ts';
import type { OfficeRequest } from '../route.ts';
import type { Trial } from './desk-editing.ts';

type Asking = Pick<OfficeRequest, 'query'>;

/** A text of the query; empty when it is not there. */
export function textOf({ query }: Asking, name: string): string {
  return (query.get(name) ?? '').trim();
}

/** A text of the query; null when it is empty or not there. */
export function orNull(request: Asking, name: string): string | null {
  const text = textOf(request, name);
  return text === '' ? null : text;
}

/** The page that is asked for, from 1. */
export function pageOf(request: Asking): number {
  const text = textOf(request, 'page');
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 1;
}

/** A number in the address; anything else is no address. */
export function numberIn({ param }: Pick<OfficeRequest, 'param'>, name: string): number {
  const text = param(name);
  if (!/^\d{1,12}$/.test(text)) throw absence('not_a_number', { text });
  return Number(text);
}

/** The number of the proposal that was on the page; a form without one approves nothing. */
export function proposalIn({ field }: Pick<OfficeRequest, 'field'>): number {
  const text = field('proposal') ?? '';
  if (!/^[1-9]\d{0,11}$/.test(text)) throw refusal('proposal_number');
  return Number(text);
}

/** A number of the query; null when it is none. */
export function wholeOrNull(request: Asking, name: string): number | null {
  const text = textOf(request, name);
  return /^\d{1,12}$/.test(text) ? Number(text) : null;
}

/** One of some words of the query, or the first of them. */
export function oneOf<T extends string>(request: Asking, name: string, words: readonly [T, ...T[]]): T {
  return words.find((word) => word === textOf(request, name)) ?? words[0];
}

/** A decision over a line, by the names that its form has; null when there is none. */
export function trialOf(of: (name: string) => string): Trial | null {
  const kind = of('decision');
  if (kind === 'exclude') return { kind };
  if (kind === 'confirm') return { kind };
  if (kind === 'asDeclared') return { kind: 'confirm', asDeclared: true };
  if (kind !== 'correct') return null;
  return { kind, field: of('field'), to: of('to') === '' ? null : of('to') };
}
