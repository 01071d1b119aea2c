// The words of one's own account and of API tokens, in three languages. Arabic is written, not translated.

import type { Text } from '../../design/text.ts';
import type { Scope } from './role.ts';

export const IDENTITY = {
  current: { ar: 'كلمة المرور الحالية', fr: 'Mot de passe actuel', en: 'Current password' },
  wrong: {
    ar: 'كلمة المرور الحالية غير صحيحة. إن كنتم تدخلون عبر جهة أخرى فسجّلوا الدخول من جديد ثم أعيدوا المحاولة.',
    fr: 'Le mot de passe actuel est faux. Si vous vous connectez par un autre service, reconnectez-vous puis réessayez.',
    en: 'The current password is wrong. If you sign in by another service, sign in again and then retry.',
  },
} as const satisfies { readonly [name: string]: Text };

export const ACCOUNT = {
  title: { ar: 'حسابي', fr: 'Mon compte', en: 'My account' },
  name: { ar: 'اسم الحساب', fr: 'Nom du compte', en: 'Account name' },
  roles: { ar: 'الأدوار', fr: 'Rôles', en: 'Roles' },
  respondent: { ar: 'الجهة المصرِّحة', fr: 'Unité déclarante', en: 'Respondent' },
  password: { ar: 'كلمة المرور', fr: 'Mot de passe', en: 'Password' },
  change: { ar: 'تغيير كلمة المرور', fr: 'Changer le mot de passe', en: 'Change the password' },
  factor: { ar: 'التحقق بخطوتين', fr: 'Double authentification', en: 'Second factor' },
  factorOn: {
    ar: 'مفعّل. رموز الاسترجاع المتبقية: {count}.',
    fr: 'En place. Codes de secours restants\u00a0: {count}.',
    en: 'Set up. Recovery codes left: {count}.',
  },
  factorOff: { ar: 'غير مفعّل.', fr: 'Pas en place.', en: 'Not set up.' },
  setUp: { ar: 'إعداد', fr: 'Mettre en place', en: 'Set up' },
  replace: { ar: 'استبدال الهاتف', fr: 'Changer de téléphone', en: 'Use another telephone' },
  newCodes: { ar: 'رموز استرجاع جديدة', fr: 'Nouveaux codes de secours', en: 'New recovery codes' },
  sessions: { ar: 'الجلسات', fr: 'Sessions', en: 'Sessions' },
  since: { ar: 'بدأت', fr: 'Ouverte le', en: 'Opened' },
  seen: { ar: 'آخر طلب', fr: 'Dernière demande', en: 'Last request' },
  ends: { ar: 'تنتهي', fr: 'Se ferme le', en: 'Ends' },
  thisOne: { ar: 'هذه الجلسة', fr: 'cette session', en: 'this session' },
  endAll: {
    ar: 'إنهاء كل الجلسات',
    fr: 'Fermer toutes les sessions',
    en: 'Sign out everywhere',
  },
  tokens: { ar: 'مفاتيح برمجية (API)', fr: 'Jetons d’accès (API)', en: 'API tokens' },
  tokensLead: {
    ar: 'بمفتاح برمجي يرسل نظامكم المعلوماتي التصريحات دون متصفح. تنتهي صلاحيته في يومه المحدد، ويمكن إلغاؤه في أي وقت.',
    fr: 'Avec un jeton, votre système d’information envoie les déclarations sans navigateur. Il expire à sa date et peut être révoqué à tout moment.',
    en: 'With a token, your own systems send declarations without a browser. It expires on its day and can be revoked at any time.',
  },
  label: { ar: 'لأي استعمال', fr: 'Usage', en: 'What it is for' },
  labelHint: {
    ar: 'مثلا: خادم التصريحات الشهرية',
    fr: 'Par exemple\u00a0: serveur des déclarations mensuelles',
    en: 'Such as: server of the monthly declarations',
  },
  labelFault: {
    ar: 'اكتبوا الاستعمال: 60 حرفا على الأكثر.',
    fr: 'Écrivez l’usage\u00a0: 60 signes au plus.',
    en: 'Write what it is for: 1 to 60 characters.',
  },
  scopes: { ar: 'ما يسمح به', fr: 'Ce qu’il permet', en: 'What it allows' },
  scopesFault: {
    ar: 'اختاروا صلاحية واحدة على الأقل.',
    fr: 'Choisissez au moins un droit.',
    en: 'Choose at least one.',
  },
  days: { ar: 'المدة', fr: 'Durée', en: 'Good for' },
  daysOf: { ar: '{days} يوما', fr: '{days} jours', en: '{days} days' },
  make: { ar: 'إنشاء مفتاح', fr: 'Créer un jeton', en: 'Make a token' },
  made: { ar: 'المفتاح الجديد', fr: 'Nouveau jeton', en: 'The new token' },
  madeLead: {
    ar: 'انسخوه الآن: لن يُعرض مرة أخرى. ضعوه في مخزن أسرار نظامكم، لا في بريد ولا في ملف مشترك.',
    fr: 'Copiez-le maintenant\u00a0: il ne sera plus affiché. Mettez-le dans le coffre de votre système, jamais dans un courriel ni un fichier partagé.',
    en: 'Copy it now: it is not shown again. Put it into the secret store of your system, never into a mail or a shared file.',
  },
  revoke: { ar: 'إلغاء', fr: 'Révoquer', en: 'Revoke' },
  endTokens: {
    ar: 'إلغاء هذه المفاتيح البرمجية أيضا. افعلوا ذلك إن كان غيركم قد عرف كلمة المرور.',
    fr: 'Révoquer aussi ces jetons. À faire si quelqu’un d’autre a connu le mot de passe.',
    en: 'Revoke these tokens as well. Do so if somebody else has known the password.',
  },
  tokensEnd: {
    ar: 'تنتهي معها هذه المفاتيح البرمجية: {labels}. أنشئوا غيرها من صفحة حسابكم.',
    fr: 'Ces jetons prennent fin avec l’ancien mot de passe\u00a0: {labels}. Créez-en d’autres depuis votre compte.',
    en: 'These API tokens end with the former password: {labels}. Make others from your account.',
  },
  revoked: { ar: 'أُلغي المفتاح.', fr: 'Le jeton est révoqué.', en: 'The token is revoked.' },
  lastUsed: { ar: 'آخر استعمال', fr: 'Dernier usage', en: 'Last used' },
  never: { ar: 'لم يُستعمل', fr: 'jamais', en: 'never' },
  back: { ar: 'رجوع إلى حسابي', fr: 'Retour à mon compte', en: 'Back to my account' },
} as const satisfies { readonly [name: string]: Text };

export const SCOPE_NAMES: { readonly [S in Scope]: Text } = {
  'declarations:read': {
    ar: 'قراءة التصريحات والوصولات',
    fr: 'lire déclarations et récépissés',
    en: 'read declarations and receipts',
  },
  'declarations:write': { ar: 'إرسال التصريحات', fr: 'envoyer des déclarations', en: 'send declarations' },
  'questions:read': { ar: 'قراءة الأسئلة', fr: 'lire les questions', en: 'read questions' },
  'questions:write': { ar: 'الإجابة عن الأسئلة', fr: 'répondre aux questions', en: 'answer questions' },
  'figures:read': { ar: 'قراءة الأرقام', fr: 'lire les chiffres', en: 'read figures' },
};
