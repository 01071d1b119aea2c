// What the audit log calls acts, in three languages: those of the office's pages, and those that two people decide.

import { actWords } from '../../design/release-words.ts';
import { fill, type Language, type Text } from '../../design/text.ts';

const ACTIONS: { readonly [action: string]: Text } = {
  denied: { ar: 'طلب مرفوض', fr: 'accès refusé', en: 'denied' },
  published: { ar: 'نشر إصدار', fr: 'publication parue', en: 'published' },
  erased: { ar: 'محو', fr: 'effacement fait', en: 'erased' },
  'sign in': { ar: 'دخول', fr: 'connexion', en: 'sign in' },
  'sign in by provider': {
    ar: 'دخول عبر مزوّد الهوية',
    fr: 'connexion par le fournisseur d’identité',
    en: 'sign in by provider',
  },
  'sign out': { ar: 'خروج', fr: 'déconnexion', en: 'sign out' },
  'sign out everywhere': {
    ar: 'خروج من كل الجلسات',
    fr: 'déconnexion de toutes les sessions',
    en: 'sign out everywhere',
  },
  'take link': { ar: 'استعمال رابط', fr: 'lien utilisé', en: 'take link' },
  'set up second factor': {
    ar: 'تفعيل التحقق بخطوتين',
    fr: 'double authentification mise en place',
    en: 'set up second factor',
  },
  'remove second factor': {
    ar: 'إلغاء التحقق بخطوتين',
    fr: 'double authentification retirée',
    en: 'remove second factor',
  },
  'draw recovery codes': {
    ar: 'إصدار رموز الاسترجاع',
    fr: 'codes de secours tirés',
    en: 'draw recovery codes',
  },
  'change password': { ar: 'تغيير كلمة المرور', fr: 'mot de passe changé', en: 'change password' },
  'make token': { ar: 'إنشاء مفتاح برمجي', fr: 'jeton d’accès créé', en: 'make token' },
  'revoke token': { ar: 'إلغاء مفتاح برمجي', fr: 'jeton d’accès révoqué', en: 'revoke token' },
  'revoke tokens': { ar: 'إلغاء المفاتيح البرمجية', fr: 'jetons d’accès révoqués', en: 'revoke tokens' },
  'end sessions': { ar: 'إنهاء الجلسات', fr: 'sessions closes', en: 'end sessions' },
  invite: { ar: 'دعوة', fr: 'invitation', en: 'invite' },
  'offer reset': { ar: 'رابط لكلمة مرور جديدة', fr: 'lien de nouveau mot de passe', en: 'offer reset' },
  'set roles': { ar: 'تحديد الأدوار', fr: 'rôles fixés', en: 'set roles' },
  activate: { ar: 'إعادة فتح حساب', fr: 'compte réactivé', en: 'activate' },
  deactivate: { ar: 'إغلاق حساب', fr: 'compte désactivé', en: 'deactivate' },
  unlock: { ar: 'فتح قفل حساب', fr: 'compte déverrouillé', en: 'unlock' },
  declare: { ar: 'إرسال تصريح', fr: 'déclaration envoyée', en: 'declare' },
  'declare by the form': {
    ar: 'تصريح بالاستمارة',
    fr: 'déclaration par le formulaire',
    en: 'declare by the form',
  },
  'declare nothing': { ar: 'تصريح بعدم وجود عمليات', fr: 'état néant déclaré', en: 'declare nothing' },
  'cancel a declaration': { ar: 'إلغاء تصريح', fr: 'déclaration annulée', en: 'cancel a declaration' },
  'answer a question': { ar: 'جواب عن سؤال', fr: 'réponse à une question', en: 'answer a question' },
  'ask declarant': { ar: 'سؤال إلى المصرِّح', fr: 'question au déclarant', en: 'ask declarant' },
  'freeze inputs': { ar: 'تجميد المدخلات', fr: 'gel des données reçues', en: 'freeze inputs' },
  'decide line': { ar: 'قرار بشأن سطر', fr: 'décision sur une ligne', en: 'decide line' },
  'reverse edit': { ar: 'التراجع عن تصحيح', fr: 'correction annulée', en: 'reverse edit' },
  'propose adjustment': { ar: 'اقتراح تعديل', fr: 'ajustement proposé', en: 'propose adjustment' },
  'approve adjustment': { ar: 'المصادقة على تعديل', fr: 'ajustement approuvé', en: 'approve adjustment' },
  'retract adjustment': { ar: 'سحب تعديل', fr: 'ajustement retiré', en: 'retract adjustment' },
  'add enterprise': { ar: 'إضافة مقاولة', fr: 'entreprise ajoutée', en: 'add enterprise' },
  'add holding': { ar: 'إضافة مجموعة', fr: 'groupe ajouté', en: 'add holding' },
  'change register': { ar: 'تغيير السجل', fr: 'répertoire modifié', en: 'change register' },
  'start run': { ar: 'بدء معالجة', fr: 'exécution lancée', en: 'start run' },
  'stop run': { ar: 'إيقاف معالجة', fr: 'exécution arrêtée', en: 'stop run' },
  'choose protection': { ar: 'اختيار طريقة الحماية', fr: 'choix de la protection', en: 'choose protection' },
  'protection chosen': { ar: 'اختيار طريقة الحماية', fr: 'protection choisie', en: 'protection chosen' },
  'compare protection': {
    ar: 'مقارنة طرق الحماية',
    fr: 'comparaison des protections',
    en: 'compare protection',
  },
  'propose residual risk': {
    ar: 'اقتراح قبول خطر متبقٍّ',
    fr: 'risque résiduel proposé',
    en: 'propose residual risk',
  },
  'approve residual risk': {
    ar: 'المصادقة على خطر متبقٍّ',
    fr: 'risque résiduel approuvé',
    en: 'approve residual risk',
  },
  'end residual risk': { ar: 'إنهاء قبول خطر متبقٍّ', fr: 'fin d’un risque résiduel', en: 'end residual risk' },
  'residual risk ended': {
    ar: 'إنهاء قبول خطر متبقٍّ',
    fr: 'fin d’un risque résiduel',
    en: 'residual risk ended',
  },
  'propose release act': {
    ar: 'اقتراح إجراء على إصدار',
    fr: 'acte de publication proposé',
    en: 'propose release act',
  },
  'approve release act': {
    ar: 'المصادقة على إجراء على إصدار',
    fr: 'acte de publication approuvé',
    en: 'approve release act',
  },
  'publish release': { ar: 'نشر إصدار', fr: 'mise en ligne', en: 'publish release' },
  'propose readers': {
    ar: 'اقتراح لائحة المطّلعين',
    fr: 'liste des lecteurs proposée',
    en: 'propose readers',
  },
  'approve readers': {
    ar: 'المصادقة على لائحة المطّلعين',
    fr: 'liste des lecteurs approuvée',
    en: 'approve readers',
  },
  'readers proposed': {
    ar: 'اقتراح لائحة المطّلعين',
    fr: 'liste des lecteurs proposée',
    en: 'readers proposed',
  },
  'readers approved': {
    ar: 'المصادقة على لائحة المطّلعين',
    fr: 'liste des lecteurs approuvée',
    en: 'readers approved',
  },
  'read before publication': {
    ar: 'اطلاع قبل النشر',
    fr: 'lecture avant diffusion',
    en: 'read before publication',
  },
};

/** Steps of an act that two people decide. */
const STEPS: { readonly [step: string]: Text } = {
  proposed: { ar: 'اقتُرح: {act}', fr: 'proposé\u00a0: {act}', en: '{act} proposed' },
  approved: { ar: 'صودق عليه: {act}', fr: 'approuvé\u00a0: {act}', en: '{act} approved' },
};

/** An act of the log in words; that of a command is the command's own name, and stands for itself. */
export function actionText(language: Language, action: string): string {
  const own = ACTIONS[action]?.[language];
  if (own !== undefined) return own;
  const [, act = '', step = ''] = /^(.+) (proposed|approved)$/.exec(action) ?? [];
  const template = STEPS[step]?.[language];
  return template === undefined ? action : fill(template, { act: actWords(act)[language] });
}
