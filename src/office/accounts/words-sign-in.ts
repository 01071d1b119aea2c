// The words of signing in, of choosing a password and of the second factor, in three languages. Arabic is written, not
// translated.

import type { Text } from '../../design/text.ts';

export const SIGN_IN = {
  title: { ar: 'تسجيل الدخول', fr: 'Connexion', en: 'Sign in' },
  lead: {
    ar: 'فضاء المصرّحين وأعوان الإحصاء. تُفتح الحسابات بدعوة من مدير النظام.',
    fr: 'Espace des déclarants et des agents. Les comptes s’ouvrent sur invitation de l’administrateur.',
    en: 'For declarants and staff. Accounts are opened by invitation of the administrator.',
  },
  name: { ar: 'اسم الحساب', fr: 'Nom du compte', en: 'Account name' },
  person: { ar: 'الاسم الكامل', fr: 'Nom et prénom', en: 'Full name' },
  password: { ar: 'كلمة المرور', fr: 'Mot de passe', en: 'Password' },
  enter: { ar: 'دخول', fr: 'Se connecter', en: 'Sign in' },
  wrong: {
    ar: 'الاسم أو كلمة المرور غير صحيحة، أو أُقفل الحساب مؤقتا بعد محاولات متكررة. تحققوا منهما، أو اطلبوا من مدير النظام رابطا لاختيار كلمة مرور جديدة.',
    fr: 'Le nom ou le mot de passe est faux, ou le compte est verrouillé pour un temps après plusieurs échecs. Vérifiez-les, ou demandez à l’administrateur un lien pour choisir un nouveau mot de passe.',
    en: 'The name or the password is wrong, or the account is locked for a while after several failures. Check both, or ask the administrator for a link to choose a new password.',
  },
  tooOften: {
    ar: 'محاولات كثيرة من هذا العنوان. انتظروا {minutes} د ثم أعيدوا المحاولة.',
    fr: 'Trop de tentatives depuis cette adresse. Attendez {minutes} min, puis réessayez.',
    en: 'Too many attempts from this address. Wait {minutes} min, then try again.',
  },
  failuresSince: {
    ar: 'محاولات دخول فاشلة منذ دخولكم السابق: {count}. إن لم تكن منكم فغيّروا كلمة المرور وأبلغوا مدير النظام.',
    fr: 'Tentatives de connexion échouées depuis votre dernière connexion\u00a0: {count}. Si elles ne sont pas de vous, changez votre mot de passe et prévenez l’administrateur.',
    en: 'Failed attempts to sign in since you last did: {count}. If they were not yours, change your password and tell the administrator.',
  },
} as const satisfies { readonly [name: string]: Text };

export const WELCOME = {
  administrator: {
    ar: 'حساب مدير النظام الأول',
    fr: 'Compte du premier administrateur',
    en: 'The first administrator’s account',
  },
  invitation: { ar: 'فتح حسابكم', fr: 'Ouvrir votre compte', en: 'Open your account' },
  reset: {
    ar: 'اختيار كلمة مرور جديدة',
    fr: 'Choisir un nouveau mot de passe',
    en: 'Choose a new password',
  },
  hint: {
    ar: '12 رمزا على الأقل؛ جملة من عدة كلمات خير من كلمة معقدة.',
    fr: '12 caractères au moins\u00a0; plusieurs mots valent mieux qu’un mot compliqué.',
    en: 'At least 12 characters; several words are better than one complicated word.',
  },
  nameHint: {
    ar: 'حروف لاتينية صغيرة وأرقام، مثل compiler.1 أو عنوان بريد إلكتروني.',
    fr: 'Minuscules latines et chiffres, comme compiler.1 ou une adresse électronique.',
    en: 'Lower-case Latin letters and digits, such as compiler.1 or an e-mail address.',
  },
  newPassword: { ar: 'كلمة المرور الجديدة', fr: 'Nouveau mot de passe', en: 'New password' },
  again: { ar: 'كلمة المرور مرة أخرى', fr: 'Le même, à nouveau', en: 'The same again' },
  keep: { ar: 'حفظ ومتابعة', fr: 'Enregistrer et continuer', en: 'Keep and continue' },
  over: {
    ar: 'هذا الرابط لم يعد صالحا',
    fr: 'Ce lien n’est plus valable',
    en: 'This link is no longer good',
  },
  overText: {
    ar: 'يُستعمل الرابط مرة واحدة خلال مدة محددة. اطلبوا من مدير النظام رابطا جديدا.',
    fr: 'Un lien sert une fois, pendant un temps limité. Demandez-en un autre à l’administrateur.',
    en: 'A link is good once, for a limited time. Ask the administrator for a new one.',
  },
  kept: { ar: 'حُفظت كلمة المرور.', fr: 'Le mot de passe est enregistré.', en: 'The password is kept.' },
  changed: {
    ar: 'حُفظت كلمة المرور. أُنهيت كل الجلسات الأخرى.',
    fr: 'Le mot de passe est enregistré. Toutes les autres sessions sont fermées.',
    en: 'The password is kept. All other sessions have ended.',
  },
} as const satisfies { readonly [name: string]: Text };

export const FACTOR = {
  title: { ar: 'رمز التحقق', fr: 'Code de vérification', en: 'Verification code' },
  lead: {
    ar: 'اكتبوا الرمز الذي يعرضه تطبيق التحقق على هاتفكم، أو أحد رموز الاسترجاع.',
    fr: 'Écrivez le code qu’affiche l’application de votre téléphone, ou un de vos codes de secours.',
    en: 'Write the code that the app on your telephone shows, or one of your recovery codes.',
  },
  code: { ar: 'الرمز', fr: 'Code', en: 'Code' },
  check: { ar: 'التحقق', fr: 'Vérifier', en: 'Verify' },
  wrong: {
    ar: 'الرمز غير صحيح أو سبق استعماله. انتظروا الرمز التالي، وتحققوا من ساعة الهاتف.',
    fr: 'Ce code est faux ou déjà utilisé. Attendez le suivant et vérifiez l’heure du téléphone.',
    en: 'The code is wrong or was used already. Wait for the next one, and check the telephone’s clock.',
  },
  setUp: {
    ar: 'إعداد التحقق بخطوتين',
    fr: 'Mettre en place la double authentification',
    en: 'Set up the second factor',
  },
  setUpLead: {
    ar: 'امسحوا الشكل بتطبيق للتحقق (TOTP)، أو اكتبوا فيه المفتاح، ثم اكتبوا هنا الرمز الذي يعرضه. التحقق بخطوتين إلزامي لأعوان المكتب وللمطلعين قبل النشر.',
    fr: 'Lisez ce code avec une application d’authentification (TOTP), ou saisissez-y la clé, puis écrivez ici le code qu’elle affiche. C’est obligatoire pour les agents et les lecteurs avant diffusion.',
    en: 'Scan this with an authenticator app (TOTP), or type the key into it, then write here the code that it shows. Staff and readers before publication must have a second factor.',
  },
  key: { ar: 'المفتاح', fr: 'Clé', en: 'Key' },
  picture: {
    ar: 'شكل يُمسح بتطبيق التحقق؛ مضمونه هو المفتاح المكتوب أدناه',
    fr: 'Code à lire avec l’application\u00a0; il contient la clé écrite ci-dessous',
    en: 'A code for the app to scan; it holds the key written below',
  },
  recovery: { ar: 'رموز الاسترجاع', fr: 'Codes de secours', en: 'Recovery codes' },
  recoveryLead: {
    ar: 'احفظوا هذه الرموز في مكان آمن، خارج الهاتف: لن تُعرض مرة أخرى. يُستعمل كل رمز مرة واحدة إذا ضاع الهاتف.',
    fr: 'Gardez ces codes en lieu sûr, ailleurs que sur le téléphone\u00a0: ils ne seront plus affichés. Chacun sert une fois, si le téléphone est perdu.',
    en: 'Keep these codes in a safe place other than the telephone: they are not shown again. Each is good once, should the telephone be lost.',
  },
  kept: { ar: 'حفظتُها، متابعة', fr: 'Je les ai gardés, continuer', en: 'I have kept them, continue' },
} as const satisfies { readonly [name: string]: Text };
