// The roles as boxes to tick.

import { html } from 'hono/html';
import { checkField } from '../field.ts';
import type { Markup, OfficeRequest } from '../route.ts';
import { ROLE_NAMES, ROLES, type Role } from './role.ts';
import { ADMINISTRATION } from './words-administration.ts';

/** A box for each role. */
export function roleBoxes(
  { language, fields }: OfficeRequest,
  held: readonly Role[],
  fault: string | undefined,
): Markup {
  const ticked = fields.has('role') ? fields.getAll('role') : held;
  const boxes = ROLES.map((role) =>
    checkField({
      name: 'role',
      value: role,
      label: ROLE_NAMES[role][language],
      checked: ticked.includes(role),
    }),
  );
  return html`<fieldset><legend>${ADMINISTRATION.roles[language]}</legend>${fault === undefined ? '' : html`<span class="fault">${fault}</span>`}${boxes}</fieldset>`;
}
