// The question that a declarant is asked about a line, in the three languages. GSBPM 5.3.

import { saidOf } from '../design/saying.ts';
import type { Text } from '../design/text.ts';

/** What the question names; every value is shown as received. */
export type Asked = {
  /** The sender's own number of the line, its reference or its position. */
  readonly line: string;
  readonly file: string;
  readonly period: string;
  readonly field: Text;
  readonly found: string | null;
  /** What the compiler adds, in the language that it was written in. */
  readonly reason: string;
};

/** The question about one field of a line. */
export function questionText(asked: Asked): Text {
  const { found, ...values } = asked;
  return saidOf(found === null ? ABSENT : PRESENT, { ...values, ...(found === null ? {} : { found }) });
}

const PRESENT: Text = {
  ar: 'يرجى التحقق من السطر {line} في الملف {file} الخاص بالفترة {period}: وردت في الحقل «{field}» القيمة «{found}». الملاحظة: {reason}. المرجو تأكيد هذه القيمة أو إرسال تصريح معوِّض يحل محل التصريح الأول.',
  fr: 'Merci de vérifier la ligne {line} du fichier {file} pour la période {period}\u00a0: le champ «\u00a0{field}\u00a0» porte «\u00a0{found}\u00a0». Observation\u00a0: {reason}. Confirmez cette valeur, ou envoyez une déclaration qui remplace la première.',
  en: 'Please check line {line} of file {file} for the period {period}: the field "{field}" says "{found}". Remark: {reason}. Confirm this value, or send a declaration that replaces the first one.',
};

const ABSENT: Text = {
  ar: 'يرجى التحقق من السطر {line} في الملف {file} الخاص بالفترة {period}: الحقل «{field}» فارغ. الملاحظة: {reason}. المرجو إرسال تصريح معوِّض يحل محل التصريح الأول.',
  fr: 'Merci de vérifier la ligne {line} du fichier {file} pour la période {period}\u00a0: le champ «\u00a0{field}\u00a0» est vide. Observation\u00a0: {reason}. Envoyez une déclaration qui remplace la première.',
  en: 'Please check line {line} of file {file} for the period {period}: the field "{field}" is empty. Remark: {reason}. Send a declaration that replaces the first one.',
};
