// The words of the office's frame and of what it refuses, in three languages. Arabic is written, not translated.

import { FRAME_WORDS } from '../design/appearance/frame-words.ts';
import type { Text } from '../design/text.ts';

export const OFFICE_WORDS = {
  ...FRAME_WORDS,
  tagline: { ar: 'فضاء التصريح والإنتاج', fr: 'Déclaration et production', en: 'Declaration and production' },
  signOut: { ar: 'تسجيل الخروج', fr: 'Se déconnecter', en: 'Sign out' },
  account: { ar: 'حسابي', fr: 'Mon compte', en: 'My account' },
  home: { ar: 'الرئيسية', fr: 'Accueil', en: 'Home' },
  signedInAs: { ar: 'الحساب', fr: 'Compte', en: 'Account' },
  back: { ar: 'رجوع إلى الصفحة الرئيسية', fr: 'Retour à l’accueil', en: 'Back to the home page' },
} as const satisfies { readonly [name: string]: Text };

export type Reason = { readonly title: Text; readonly text: Text };

/** What a page says that refuses, by its status. */
/** What a token is told that is not good for what it asks, or whose account may not ask it. */
export function scopeReason(scope: string | undefined): { readonly title: Text; readonly detail: Text } {
  const title = REASONS[403].title;
  if (scope === undefined)
    return {
      title,
      detail: {
        ar: 'لا يفتح هذا العنوانَ أيُّ مفتاح برمجي.',
        fr: 'Aucun jeton n’ouvre cette adresse.',
        en: 'No token opens this address.',
      },
    };
  return {
    title,
    detail: {
      ar: `يلزم لهذا العنوان مفتاح برمجي بصلاحية \u2066${scope}\u2069، من حساب له الدور المناسب: اطلبوا من مدير النظام مفتاحا بهذه الصلاحية.`,
      fr: `Cette adresse demande un jeton qui porte le droit ${scope}, d’un compte dont le rôle le permet\u00a0: demandez-le à l’administrateur.`,
      en: `This address needs a token with the scope ${scope}, of an account with the role for it: ask the administrator for a token with that scope.`,
    },
  };
}

export const REASONS: { readonly [status in 400 | 403 | 404 | 409 | 413 | 429 | 500]: Reason } = {
  400: {
    title: { ar: 'تعذّر قبول الطلب', fr: 'Demande refusée', en: 'This cannot be accepted' },
    text: {
      ar: 'في ما أُرسل خطأ: صححوه ثم أعيدوا الإرسال.',
      fr: 'Ce qui a été envoyé comporte une erreur. Corrigez-la, puis renvoyez.',
      en: 'There is a fault in what was sent. Correct it and send it again.',
    },
  },
  403: {
    title: { ar: 'لا صلاحية لهذا الحساب', fr: 'Accès non autorisé', en: 'Not allowed' },
    text: {
      ar: 'لا يملك هذا الحساب الدور اللازم لهذه الصفحة أو لهذا الإجراء. إن كنتم تحتاجون إليه فاطلبوه من مدير النظام.',
      fr: 'Ce compte n’a pas le rôle que demande cette page ou cette action. Si vous en avez besoin, demandez-le à l’administrateur.',
      en: 'This account does not have the role that this page or act needs. If you need it, ask the administrator.',
    },
  },
  404: {
    title: { ar: 'لا شيء في هذا العنوان', fr: 'Rien à cette adresse', en: 'Nothing at this address' },
    text: {
      ar: 'لا يوجد ما تطلبونه، أو هو غير متاح لهذا الحساب. تحققوا من العنوان.',
      fr: 'Ce que vous demandez n’existe pas, ou n’est pas accessible à ce compte. Vérifiez l’adresse.',
      en: 'What you ask for does not exist, or is not for this account. Check the address.',
    },
  },
  409: {
    title: {
      ar: 'عملية أخرى جارية',
      fr: 'Une autre opération est en cours',
      en: 'Something else is under way',
    },
    text: {
      ar: 'انتظروا حتى تنتهي ثم أعيدوا المحاولة.',
      fr: 'Attendez qu’elle se termine, puis réessayez.',
      en: 'Wait until it has ended, then try again.',
    },
  },
  413: {
    title: { ar: 'الحجم أكبر مما يُقبل', fr: 'Envoi trop volumineux', en: 'Too large' },
    text: {
      ar: 'قسّموا الملف إلى تصريحات أصغر ثم أعيدوا الإرسال.',
      fr: 'Divisez le fichier en déclarations plus petites, puis renvoyez.',
      en: 'Divide the file into smaller declarations and send them again.',
    },
  },
  429: {
    title: { ar: 'محاولات كثيرة', fr: 'Trop de tentatives', en: 'Too many attempts' },
    text: {
      ar: 'انتظروا بضع دقائق ثم أعيدوا المحاولة.',
      fr: 'Attendez quelques minutes, puis réessayez.',
      en: 'Wait a few minutes, then try again.',
    },
  },
  500: {
    title: { ar: 'تعذّر إتمام الطلب', fr: 'Le programme n’a pas pu répondre', en: 'The program failed' },
    text: {
      ar: 'لم يُحفظ شيء من هذا الطلب. أعيدوا المحاولة، وإن تكرر الأمر فأبلغوا مدير النظام برقم الطلب.',
      fr: 'Rien n’a été enregistré. Réessayez\u00a0; si cela se répète, donnez à l’administrateur le numéro de la demande.',
      en: 'Nothing was kept. Try again; if it happens again, give the administrator the number of the request.',
    },
  },
};

export const EXPIRED: Reason = {
  title: { ar: 'انتهت صلاحية النموذج', fr: 'Formulaire expiré', en: 'This form has expired' },
  text: {
    ar: 'لم يأتِ الطلب من صفحة مفتوحة في هذه الجلسة. افتحوا الصفحة من جديد ثم أعيدوا الإرسال.',
    fr: 'La demande ne vient pas d’une page ouverte dans cette session. Rouvrez la page, puis renvoyez.',
    en: 'The request does not come from a page opened in this session. Open the page again, then send it.',
  },
};
