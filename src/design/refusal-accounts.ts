// What is refused of accounts, in three languages.

import type { Text } from './text.ts';

export const ACCOUNT_REFUSALS = {
  link_over: {
    ar: 'استُعمل هذا الرابط من قبل أو انتهت صلاحيته: اطلبوا رابطا جديدا.',
    fr: 'Ce lien a déjà servi, ou n’est plus valable\u00a0: demandez-en un nouveau.',
    en: 'this link was used already, or is over: ask for a new one',
  },
  no_provider: {
    ar: 'لا يوجد هنا موفّر هوية: ادخلوا باسم الحساب وكلمة المرور.',
    fr: 'Il n’y a pas de fournisseur d’identité ici\u00a0: connectez-vous avec un nom et un mot de passe.',
    en: 'there is no provider here: sign in with a name and a password',
  },
  link_with_password: {
    ar: 'هذا الرابط لحساب بكلمة مرور.',
    fr: 'Ce lien est pour un compte avec mot de passe.',
    en: 'this link is for an account with a password',
  },
  identity_taken: {
    ar: 'هذه الهوية مرتبطة بحساب آخر: راجعوا مدير النظام.',
    fr: 'Cette identité est déjà liée à un autre compte\u00a0: adressez-vous à l’administrateur.',
    en: 'this identity opens another account already: ask the administrator',
  },
  account_exists: {
    ar: 'يوجد حساب باسم {name} من قبل: اختاروا اسما آخر.',
    fr: 'Il y a déjà un compte {name}\u00a0: choisissez un autre nom.',
    en: 'there is an account {name} already: choose another name',
  },
  account_deactivated: {
    ar: 'الحساب {name} مغلق: أعيدوا فتحه أولا.',
    fr: 'Le compte {name} est désactivé\u00a0: réactivez-le d’abord.',
    en: '{name} is deactivated: activate it first',
  },
  account_not_deactivated: {
    ar: 'الحساب {name} ليس مغلقا.',
    fr: 'Le compte {name} n’est pas désactivé.',
    en: '{name} is not deactivated',
  },
  no_account: {
    ar: 'لا يوجد حساب {name}: صفحة الحسابات تعرض الموجود منها.',
    fr: 'Il n’y a pas de compte {name}\u00a0: la page des comptes les énumère.',
    en: 'there is no account {name}: the page of accounts lists them',
  },
  account_gone: {
    ar: 'لم يعد هذا الحساب موجودا.',
    fr: 'Ce compte n’existe plus.',
    en: 'there is no such account any more',
  },
  own_account: {
    ar: 'لا أحد يغيّر هذا في حسابه بنفسه: يفعله مدير نظام آخر.',
    fr: 'Personne ne change cela de son propre compte\u00a0: un autre administrateur doit le faire.',
    en: 'nobody can {act} their own account: another administrator must',
  },
  scope_denied: {
    ar: 'أدوار {name} لا تسمح بـ {scopes}.',
    fr: 'Les rôles de {name} ne permettent pas {scopes}.',
    en: '{name}: its roles allow no {scopes}',
  },
  no_token: {
    ar: 'ليس لهذا الحساب مفتاح برمجي رقمه {id}.',
    fr: 'Ce compte n’a pas de jeton {id}.',
    en: 'there is no token {id} of this account',
  },
  other_form: {
    ar: 'هذا النموذج ليس لهذا الحساب: افتحوا الصفحة من جديد.',
    fr: 'Ce formulaire n’est pas celui de ce compte\u00a0: rouvrez la page.',
    en: 'this form is not one of this account: open the page again',
  },
} as const satisfies { readonly [code: string]: Text };
