// Forms by which an enterprise or a holding comes to the register.

import { html } from 'hono/html';
import { SIZES } from '../../../design/register-size.ts';
import type { Markup } from '../../route.ts';
import type { RegisterView } from '../desk-defining.ts';
import { actField, actForm, actPick, type Reader } from '../form.ts';
import { codeText, WORDS } from '../words.ts';
import { DEFINITIONS as W } from '../words-definitions.ts';

/** A new enterprise, from a day on. */
export function newEnterprise({ day, segments, holdings }: RegisterView, reader: Reader): Markup {
  const { language } = reader;
  const none = { value: '', label: '–' };
  const groups = holdings.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }));
  const flags = (['false', 'true'] as const).map((value) => ({
    value,
    label: WORDS[value === 'true' ? 'yes' : 'no'][language],
  }));
  const sizes = SIZES.map((value) => ({ value, label: codeText(language, value) }));
  return html`<h2>${W.addEnterprise[language]}</h2><p>${W.addEnterpriseHint[language]}</p>${actForm(reader, {
    action: '/register',
    submit: W.add[language],
    id: 'new',
    fields: [
      actField('new', 'ice', 'ICE', { pattern: '[0-9]{15}' }),
      actField('new', 'name', WORDS.name[language]),
      actPick('new', 'segment', WORDS.segment[language], segments),
      actPick('new', 'other_segment', W.otherSegment[language], [none, ...segments]),
      actPick('new', 'holding', W.holding[language], [none, ...groups]),
      actPick('new', 'size', W.size[language], sizes, 'small'),
      actPick('new', 'export_zone', W.zone[language], flags, 'false'),
      actPick('new', 'respondent', W.respondent[language], flags, 'false'),
      actField('new', 'from', W.from[language], { type: 'date', value: day }),
    ],
  })}`;
}

/** A new holding; its members are made by changes of the enterprises. */
export function newHolding(reader: Reader): Markup {
  const { language } = reader;
  return html`<h2>${W.addHolding[language]}</h2><p>${W.addHoldingHint[language]}</p>${actForm(reader, {
    action: '/holdings',
    submit: W.add[language],
    id: 'new',
    fields: [
      actField('new', 'code', W.code[language], { pattern: '[A-Z][A-Z0-9]{1,11}' }),
      actField('new', 'name', WORDS.name[language]),
    ],
  })}`;
}
