// The words of administering accounts, in three languages. Arabic is written, not translated.

import type { Text } from '../../design/text.ts';
import type { Account } from './account.ts';

export const ADMINISTRATION = {
  title: { ar: 'الحسابات', fr: 'Comptes', en: 'Accounts' },
  lead: {
    ar: 'من يدخل إلى المكتب، وبأي دور. يُسجَّل كل تغيير هنا في سجل التدقيق.',
    fr: 'Qui entre, et avec quels rôles. Chaque changement est inscrit au journal d’audit.',
    en: 'Who comes in, and with which roles. Every change is in the audit log.',
  },
  name: { ar: 'اسم الحساب', fr: 'Compte', en: 'Account' },
  person: { ar: 'صاحبه', fr: 'Personne', en: 'Person' },
  roles: { ar: 'الأدوار', fr: 'Rôles', en: 'Roles' },
  respondent: { ar: 'الجهة المصرِّحة', fr: 'Unité déclarante', en: 'Respondent' },
  state: { ar: 'الحالة', fr: 'État', en: 'State' },
  factor: { ar: 'التحقق بخطوتين', fr: 'Double authentification', en: 'Second factor' },
  signedIn: { ar: 'آخر دخول', fr: 'Dernière connexion', en: 'Last signed in' },
  never: { ar: 'لم يدخل بعد', fr: 'jamais', en: 'never' },
  yes: { ar: 'مفعّل', fr: 'en place', en: 'set up' },
  no: { ar: 'غير مفعّل', fr: 'absente', en: 'not set up' },
  lockedUntil: { ar: 'مقفل حتى', fr: 'Verrouillé jusqu’au', en: 'Locked until' },
  failures: { ar: 'محاولات فاشلة', fr: 'Échecs', en: 'Failures' },
  invite: { ar: 'دعوة شخص', fr: 'Inviter une personne', en: 'Invite a person' },
  type: { ar: 'يصرّح باسم', fr: 'Déclare pour', en: 'Declares for' },
  nobody: { ar: 'لا أحد (عون أو قارئ)', fr: 'personne (agent ou lecteur)', en: 'nobody (staff or reader)' },
  bank: { ar: 'بنك', fr: 'une banque', en: 'a bank' },
  enterprise: { ar: 'مقاولة', fr: 'une entreprise', en: 'an enterprise' },
  office: { ar: 'المكتب نفسه', fr: 'l’office lui-même', en: 'the office itself' },
  sender: { ar: 'رمز البنك أو ICE', fr: 'Code de la banque ou ICE', en: 'Bank’s code or ICE' },
  senderHint: {
    ar: 'للمصرّح وحده: رمز البنك كما في لائحة البنوك، أو ICE من 15 رقما.',
    fr: 'Pour un déclarant seulement\u00a0: le code de la liste des banques, ou l’ICE à 15 chiffres.',
    en: 'For a declarant alone: the code in the list of banks, or the ICE of 15 digits.',
  },
  make: { ar: 'إنشاء رابط الدعوة', fr: 'Créer le lien d’invitation', en: 'Make the invitation' },
  taken: {
    ar: 'هذا الاسم مستعمل في حساب آخر.',
    fr: 'Ce nom est déjà celui d’un autre compte.',
    en: 'Another account has this name.',
  },
  link: { ar: 'رابط يُستعمل مرة واحدة', fr: 'Lien à usage unique', en: 'One-time link' },
  linkLead: {
    ar: 'سلّموا هذا الرابط إلى {person} بوسيلة تثقون بها: من يفتحه أولا يختار كلمة المرور. لن يُعرض مرة أخرى، ومدة صلاحيته {good}.',
    fr: 'Remettez ce lien à {person} par une voie sûre\u00a0: qui l’ouvre le premier choisit le mot de passe. Il ne sera plus affiché, et vaut {good}.',
    en: 'Hand this link to {person} in a way that you trust: whoever opens it first chooses the password. It is not shown again, and is good for {good}.',
  },
  reset: {
    ar: 'رابط لكلمة مرور جديدة',
    fr: 'Lien pour un nouveau mot de passe',
    en: 'Link for a new password',
  },
  endSessions: { ar: 'إنهاء الجلسات', fr: 'Fermer les sessions', en: 'End the sessions' },
  sessionsEnded: {
    ar: 'أُنهيت جلسات الحساب.',
    fr: 'Les sessions du compte sont fermées.',
    en: 'The account’s sessions have ended.',
  },
  unlock: { ar: 'فتح القفل', fr: 'Déverrouiller', en: 'Unlock' },
  unlocked: { ar: 'فُتح القفل.', fr: 'Le compte est déverrouillé.', en: 'The account is unlocked.' },
  deactivate: { ar: 'إغلاق الحساب', fr: 'Désactiver le compte', en: 'Deactivate the account' },
  deactivated: {
    ar: 'أُغلق الحساب: انتهت جلساته وأُلغيت مفاتيحه.',
    fr: 'Le compte est désactivé\u00a0: ses sessions sont fermées, ses jetons révoqués.',
    en: 'The account is deactivated: its sessions have ended, its tokens are revoked.',
  },
  activate: { ar: 'إعادة فتح الحساب', fr: 'Réactiver le compte', en: 'Activate it again' },
  activated: { ar: 'أُعيد فتح الحساب.', fr: 'Le compte est réactivé.', en: 'The account is active again.' },
  removeFactor: {
    ar: 'إزالة التحقق بخطوتين',
    fr: 'Retirer la double authentification',
    en: 'Remove the second factor',
  },
  factorRemoved: {
    ar: 'أُزيل. على صاحب الحساب إعداده من جديد عند دخوله.',
    fr: 'Retirée. La personne la remettra en place à sa prochaine connexion.',
    en: 'Removed. The person sets it up again when they next sign in.',
  },
  factorWarning: {
    ar: 'تأكدوا أولا من هوية الطالب بوسيلة أخرى: هذا أول ما يحاوله المحتال.',
    fr: 'Assurez-vous d’abord, par une autre voie, de l’identité de qui le demande\u00a0: c’est ce que tente un fraudeur.',
    en: 'Make sure first, in another way, who is asking: this is what a fraudster tries.',
  },
  keepRoles: { ar: 'حفظ الأدوار', fr: 'Enregistrer les rôles', en: 'Keep the roles' },
  rolesKept: {
    ar: 'حُفظت الأدوار. انتهت جلسات الحساب.',
    fr: 'Les rôles sont enregistrés. Les sessions du compte sont fermées.',
    en: 'The roles are kept. The account’s sessions have ended.',
  },
  tokens: { ar: 'المفاتيح البرمجية', fr: 'Jetons d’accès', en: 'API tokens' },
  none: { ar: 'لا شيء', fr: 'aucun', en: 'none' },
  revokeAll: { ar: 'إلغاء كل المفاتيح', fr: 'Révoquer tous les jetons', en: 'Revoke all tokens' },
  revoked: { ar: 'أُلغيت المفاتيح.', fr: 'Les jetons sont révoqués.', en: 'The tokens are revoked.' },
  own: {
    ar: 'هذا حسابكم: أدواره وإغلاقه بيد مدير نظام آخر.',
    fr: 'C’est votre compte\u00a0: ses rôles et sa fermeture reviennent à un autre administrateur.',
    en: 'This is your account: its roles and its closing are for another administrator.',
  },
} as const satisfies { readonly [name: string]: Text };

export const STATES: { readonly [S in Account['state']]: Text } = {
  invited: { ar: 'مدعوّ', fr: 'invité', en: 'invited' },
  active: { ar: 'مفتوح', fr: 'actif', en: 'active' },
  deactivated: { ar: 'مغلق', fr: 'désactivé', en: 'deactivated' },
};
