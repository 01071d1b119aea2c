// What a person is told about their own account, in three languages: somebody tried, something changed.

import { fillText, type Text } from '../../design/text.ts';
import type { Account } from './account.ts';
import type { AccountNotice } from './means.ts';

/** The account was locked after several failures in a row. */
export function lockedNotice(account: Account, until: string, at: string): AccountNotice {
  return { to: account.name, at, subject: WORDS.locked, text: fillText(WORDS.lockedText, { until }) };
}

/** Something of the account changed. */
export function changedNotice(account: Account, change: AccountChange, at: string): AccountNotice {
  const text = fillText(WORDS.changedText, { at });
  const what = WORDS[change];
  return {
    ...{ to: account.name, at, subject: what },
    text: {
      ar: `${what.ar}. ${text.ar}`,
      fr: `${what.fr}. ${text.fr}`,
      en: `${what.en}. ${text.en}`,
    },
  };
}

export type AccountChange = 'password' | 'reset' | 'factor' | 'token';

const WORDS = {
  locked: { ar: 'أُقفل حسابكم مؤقتا', fr: 'Votre compte est verrouillé', en: 'Your account is locked' },
  lockedText: {
    ar: 'فشلت عدة محاولات للدخول إلى حسابكم، فأُقفل حتى {until}. إن لم تكن منكم فأبلغوا مدير النظام، وهو يستطيع فتحه قبل ذلك.',
    fr: 'Plusieurs tentatives de connexion à votre compte ont échoué\u00a0: il est verrouillé jusqu’au {until}. Si elles ne sont pas de vous, prévenez l’administrateur, qui peut le déverrouiller avant.',
    en: 'Several attempts to sign in to your account have failed: it is locked until {until}. If they were not yours, tell the administrator, who can unlock it earlier.',
  },
  password: {
    ar: 'تغيّرت كلمة مرور حسابكم',
    fr: 'Le mot de passe de votre compte a changé',
    en: 'The password of your account has changed',
  },
  reset: {
    ar: 'اختيرت برابط كلمة مرور جديدة لحسابكم، وانتهت جلساته ومفاتيحه البرمجية',
    fr: 'Un nouveau mot de passe a été choisi pour votre compte par un lien\u00a0; ses sessions et ses jetons ont pris fin',
    en: 'A new password was chosen for your account by a link; its sessions and its API tokens have ended',
  },
  factor: {
    ar: 'تغيّر التحقق بخطوتين في حسابكم',
    fr: 'La double authentification de votre compte a changé',
    en: 'The second factor of your account has changed',
  },
  token: {
    ar: 'أُنشئ مفتاح برمجي لحسابكم',
    fr: 'Un jeton d’accès a été créé pour votre compte',
    en: 'An API token was made for your account',
  },
  changedText: {
    ar: 'كان ذلك في {at}. إن لم يكن ذلك منكم فأبلغوا مدير النظام فورا.',
    fr: 'C’était le {at}. Si ce n’est pas vous, prévenez aussitôt l’administrateur.',
    en: 'That was at {at}. If it was not you, tell the administrator at once.',
  },
} as const satisfies { readonly [name: string]: Text };
