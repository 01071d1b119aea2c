// The words of signing in, in three languages. Arabic is written, not translated.

import type { Text } from '../../design/text.ts';

export const SIGN_IN = {
  title: { ar: 'تسجيل الدخول', fr: 'Connexion', en: 'Sign in' },
  lead: {
    ar: 'فضاء المصرّحين وأعوان الإحصاء. تُفتح الحسابات بدعوة من مدير النظام.',
    fr: 'Espace des déclarants et des agents. Les comptes s’ouvrent sur invitation de l’administrateur.',
    en: 'For declarants and staff. Accounts are opened by invitation of the administrator.',
  },
  name: { ar: 'اسم الحساب', fr: 'Nom du compte', en: 'Account name' },
  password: { ar: 'كلمة المرور', fr: 'Mot de passe', en: 'Password' },
  enter: { ar: 'دخول', fr: 'Se connecter', en: 'Sign in' },
  wrong: {
    ar: 'الاسم أو كلمة المرور غير صحيحة، أو أن الحساب مقفل مؤقتًا بعد محاولات متكررة. تحقق منهما، أو اطلب من مدير النظام رابطًا لاختيار كلمة مرور جديدة.',
    fr: 'Le nom ou le mot de passe est faux, ou le compte est verrouillé pour un temps après plusieurs échecs. Vérifiez-les, ou demandez à l’administrateur un lien pour choisir un nouveau mot de passe.',
    en: 'The name or the password is wrong, or the account is locked for a while after several failures. Check both, or ask the administrator for a link to choose a new password.',
  },
  failuresSince: {
    ar: 'محاولات دخول فاشلة منذ دخولك السابق: {count}. إن لم تكن منك فغيّر كلمة المرور وأبلغ مدير النظام.',
    fr: 'Tentatives de connexion échouées depuis votre dernière connexion : {count}. Si elles ne sont pas de vous, changez votre mot de passe et prévenez l’administrateur.',
    en: 'Failed attempts to sign in since you last did: {count}. If they were not yours, change your password and tell the administrator.',
  },
  signedOut: { ar: 'سُجّل خروجك.', fr: 'Vous êtes déconnecté.', en: 'You have signed out.' },
} as const satisfies { readonly [name: string]: Text };
