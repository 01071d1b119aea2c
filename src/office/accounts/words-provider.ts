// The words of signing in by a provider, in three languages. Arabic is written, not translated.

import type { Text } from '../../design/text.ts';

export const PROVIDER = {
  go: { ar: 'المتابعة عبر {name}', fr: 'Continuer avec {name}', en: 'Continue with {name}' },
  title: { ar: 'تعذّر الدخول', fr: 'Connexion impossible', en: 'Not signed in' },
  stale: {
    ar: 'لم يكتمل الدخول عبر الجهة الأخرى، أو طال الانتظار. أعيدوا المحاولة من البداية.',
    fr: 'La connexion par l’autre service n’a pas abouti, ou a pris trop de temps. Recommencez depuis le début.',
    en: 'Signing in by the other service did not end well, or took too long. Start again.',
  },
  unknown: {
    ar: 'لا حساب هنا مرتبط بهذه الهوية. افتحوا رابط الدعوة الذي سلّمه لكم مدير النظام واختاروا فيه المتابعة عبر هذه الجهة.',
    fr: 'Aucun compte n’est lié à cette identité. Ouvrez le lien d’invitation remis par l’administrateur et choisissez-y de continuer par ce service.',
    en: 'No account is bound to this identity. Open the invitation that the administrator gave you and choose there to continue by this service.',
  },
  again: { ar: 'رجوع إلى تسجيل الدخول', fr: 'Retour à la connexion', en: 'Back to signing in' },
} as const satisfies { readonly [name: string]: Text };
