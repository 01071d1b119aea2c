// Which passwords are taken: long ones that are not among those everybody tries first. No rules of composition, no expiry
// (NIST SP 800-63B, OWASP ASVS 5.0 §6.2). The list of common passwords is that of the `zxcvbn` project.

import { dictionary } from '@zxcvbn-ts/language-common';
import type { Text } from '../../design/text.ts';

const SHORTEST = 12;
const LONGEST = 128;

export type PasswordFault = 'short' | 'long' | 'common' | 'name' | 'different';

/** What is wrong with a new password; undefined when it is taken. */
export function passwordFault(
  password: string,
  again: string,
  names: readonly string[],
): PasswordFault | undefined {
  const length = [...password.normalize('NFKC')].length;
  if (length < SHORTEST) return 'short';
  if (length > LONGEST) return 'long';
  if (isCommon(password)) return 'common';
  if ([...names, ...PRODUCT].some((name) => containsName(password, name))) return 'name';
  return password === again ? undefined : 'different';
}

export const PASSWORD_FAULTS: { readonly [F in PasswordFault]: Text } = {
  short: {
    ar: `كلمة المرور قصيرة: المطلوب ${SHORTEST} رمزا على الأقل. جملة من عدة كلمات تفي بالغرض.`,
    fr: `Mot de passe trop court\u00a0: ${SHORTEST} caractères au moins. Une suite de plusieurs mots convient.`,
    en: `The password is too short: at least ${SHORTEST} characters. Several words in a row will do.`,
  },
  long: {
    ar: `كلمة المرور طويلة: الحد الأقصى ${LONGEST} رمزا.`,
    fr: `Mot de passe trop long\u00a0: ${LONGEST} caractères au plus.`,
    en: `The password is too long: at most ${LONGEST} characters.`,
  },
  common: {
    ar: 'كلمة المرور هذه من أكثر الكلمات شيوعا، وهي أول ما يُجرَّب. اختاروا غيرها.',
    fr: 'Ce mot de passe est parmi les plus courants, que l’on essaie en premier. Choisissez-en un autre.',
    en: 'This password is among the most common ones, which are tried first. Choose another.',
  },
  name: {
    ar: 'تتضمن كلمة المرور اسم الحساب أو صاحبه أو اسم المنظومة. اختاروا غيرها.',
    fr: 'Le mot de passe contient le nom du compte, de la personne ou du système. Choisissez-en un autre.',
    en: 'The password contains the name of the account, of the person or of the product. Choose another.',
  },
  different: {
    ar: 'الكلمتان غير متطابقتين: أعيدوا كتابتهما.',
    fr: 'Les deux saisies diffèrent. Écrivez-les à nouveau.',
    en: 'The two entries differ. Write them again.',
  },
};

/** Words that the office itself would suggest. */
const PRODUCT = ['marsad', 'مرصد', 'offshoring'];

let common: ReadonlySet<string> | undefined;

/** Common as it is, or with digits and signs put after it. */
function isCommon(password: string): boolean {
  common ??= new Set(dictionary['passwords-common'] as readonly string[]);
  const plain = password.toLowerCase();
  const stem = plain.replace(/[\d\p{P}\p{S}\s]+$/u, '');
  const oneSign = new Set(plain).size <= 2;
  return oneSign || common.has(plain) || (stem.length < SHORTEST && common.has(stem));
}

function containsName(password: string, name: string): boolean {
  const parts = name
    .toLowerCase()
    .split(/[\s@._-]+/)
    .filter((part) => part.length >= 4);
  return parts.some((part) => password.toLowerCase().includes(part));
}
