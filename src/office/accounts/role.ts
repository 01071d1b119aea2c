// The roles of people and machines at the office, and what an API token may be good for.

import type { Text } from '../../design/text.ts';

export const ROLES = [
  'declarant',
  'compiler',
  'reviewer',
  'releaser',
  'administrator',
  'pre-release reader',
  'ministry reader',
] as const;
export type Role = (typeof ROLES)[number];

/** Who works at the office: they see microdata, and need a second factor. */
export const STAFF: readonly Role[] = ['compiler', 'reviewer', 'releaser', 'administrator'];

/** Roles that stand alone: who declares, or reads from outside, does nothing else. */
export const OUTSIDERS: readonly Role[] = ['declarant', 'pre-release reader', 'ministry reader'];

export const ROLE_NAMES: { readonly [R in Role]: Text } = {
  declarant: { ar: 'مُصرِّح', fr: 'déclarant', en: 'declarant' },
  compiler: { ar: 'معِدّ الإحصاءات', fr: 'compilateur', en: 'compiler' },
  reviewer: { ar: 'مراجِع', fr: 'réviseur', en: 'reviewer' },
  releaser: { ar: 'مسؤول النشر', fr: 'responsable de la diffusion', en: 'releaser' },
  administrator: { ar: 'مدير النظام', fr: 'administrateur', en: 'administrator' },
  'pre-release reader': {
    ar: 'مطّلع قبل النشر',
    fr: 'lecteur avant diffusion',
    en: 'pre-release reader',
  },
  'ministry reader': { ar: 'قارئ من الوزارة', fr: 'lecteur du ministère', en: 'ministry reader' },
};

/** What a token opens: no more than its account may, and no more than this. */
export const SCOPES = [
  'declarations:read',
  'declarations:write',
  'questions:read',
  'questions:write',
  'figures:read',
] as const;
export type Scope = (typeof SCOPES)[number];

/** The scopes that an account of some roles can give to a token. */
export function scopesOf(roles: readonly Role[]): readonly Scope[] {
  return SCOPES.filter((scope) => SCOPE_ROLES[scope].some((role) => roles.includes(role)));
}

const SCOPE_ROLES: { readonly [S in Scope]: readonly Role[] } = {
  'declarations:read': ['declarant'],
  'declarations:write': ['declarant'],
  'questions:read': ['declarant'],
  'questions:write': ['declarant'],
  'figures:read': ['compiler', 'reviewer', 'releaser'],
};

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

export function isScope(text: string): text is Scope {
  return (SCOPES as readonly string[]).includes(text);
}

/** Whether these owe a second factor: who sees microdata, and who reads figures before their hour. */
export function owesSecondFactor(roles: readonly Role[]): boolean {
  return roles.some((role) => STAFF.includes(role) || role === 'pre-release reader');
}
