// What an account may be: its name, its roles together, and the respondent of a declarant.

import { enterpriseOf, readIce } from '../../design/ice.ts';
import type { Text } from '../../design/text.ts';
import type { Respondent } from './account.ts';
import { OUTSIDERS, type Role } from './role.ts';

export type AccountSpec = {
  readonly name: string;
  readonly person: string;
  readonly roles: readonly Role[];
  readonly respondent: Respondent | null;
};

export type AccountFault = { readonly field: 'name' | 'person' | 'roles' | 'sender'; readonly text: Text };

/** Says what is wrong with a respondent; undefined when it is one that the domain knows, or may know. */
export type RespondentRule = (respondent: Respondent) => Text | undefined;

/**
 * The respondent that an administrator wrote: a bank by its code, an enterprise by its ICE, of which declarations name the
 * first nine digits.
 */
export function respondentNamed(type: 'bank' | 'enterprise', text: string): Respondent {
  const ice = type === 'enterprise' && text.length > 9 ? readIce(text) : undefined;
  return { type, sender: ice?.valid === true ? enterpriseOf(ice.ice) : text };
}

/** Everything that is wrong with an account, by field. */
export function accountFaults(spec: AccountSpec, respondentFault: RespondentRule): readonly AccountFault[] {
  const declares = spec.roles.includes('declarant');
  const faults: readonly (AccountFault | false)[] = [
    !NAME.test(spec.name) && { field: 'name', text: FAULTS.name },
    (spec.person.length < 2 || spec.person.length > 100) && { field: 'person', text: FAULTS.person },
    spec.roles.length === 0 && { field: 'roles', text: FAULTS.noRole },
    spec.roles.length > 1 &&
      spec.roles.some((role) => OUTSIDERS.includes(role)) && { field: 'roles', text: FAULTS.alone },
    declares && spec.respondent === null && { field: 'sender', text: FAULTS.noRespondent },
    !declares && spec.respondent !== null && { field: 'sender', text: FAULTS.needless },
  ];
  const unknown = spec.respondent === null ? undefined : respondentFault(spec.respondent);
  return [
    ...faults.filter((fault) => fault !== false),
    ...(unknown === undefined ? [] : [{ field: 'sender', text: unknown } as const]),
  ];
}

const NAME = /^[a-z0-9][a-z0-9._@+-]{1,62}[a-z0-9]$/;

const FAULTS = {
  name: {
    ar: 'اسم الحساب من 3 إلى 64 رمزا: حروف لاتينية صغيرة وأرقام و . _ @ + -، ويبدأ وينتهي بحرف أو رقم.',
    fr: 'Le nom du compte a de 3 à 64 signes\u00a0: minuscules latines, chiffres et . _ @ + -, avec une lettre ou un chiffre au début et à la fin.',
    en: 'An account name has 3 to 64 characters: lower-case Latin letters, digits and . _ @ + -, with a letter or digit at both ends.',
  },
  person: {
    ar: 'اكتبوا اسم صاحب الحساب: من حرفين إلى 100 حرف.',
    fr: 'Écrivez le nom de la personne\u00a0: de 2 à 100 signes.',
    en: 'Write the name of the person: 2 to 100 characters.',
  },
  noRole: {
    ar: 'اختاروا دورا واحدا على الأقل.',
    fr: 'Choisissez au moins un rôle.',
    en: 'Choose at least one role.',
  },
  alone: {
    ar: 'لا يجتمع دور المصرّح أو القارئ من خارج المكتب مع دور آخر.',
    fr: 'Un déclarant ou un lecteur extérieur n’a pas d’autre rôle.',
    en: 'A declarant or an outside reader has no other role.',
  },
  noRespondent: {
    ar: 'يلزم المصرّحَ تحديدُ الجهة التي يصرّح باسمها: رمز بنك أو معرّف مقاولة (ICE).',
    fr: 'Un déclarant a besoin de l’unité pour laquelle il déclare\u00a0: code de banque ou ICE.',
    en: 'A declarant needs the respondent it declares for: a bank’s code or an ICE.',
  },
  needless: {
    ar: 'لا يرتبط بجهة مصرِّحة إلا المصرّح.',
    fr: 'Seul un déclarant est lié à une unité déclarante.',
    en: 'Only a declarant is bound to a respondent.',
  },
} as const satisfies { readonly [name: string]: Text };
