// What is refused of the body of a request, in three languages: senders of every language read it.

import { Refused, type Said } from './errors.ts';

export const UPLOAD_REFUSALS = {
  body_type: {
    ar: 'نوع المحتوى المُرسل ({found}) غير مقبول، والمطلوب نموذج أو JSON.',
    fr: 'Le contenu envoyé est de type {found}\u00a0: attendu un formulaire ou du JSON.',
    en: 'the body is of the type {found}: expected a form or JSON',
  },
  body_object: {
    ar: 'المحتوى المُرسل ليس كائن JSON.',
    fr: 'Le contenu envoyé n’est pas un objet JSON.',
    en: 'the body is not a JSON object',
  },
  body_json: {
    ar: 'المحتوى المُرسل ليس JSON: {found}',
    fr: 'Le contenu envoyé n’est pas du JSON\u00a0: {found}',
    en: 'the body is not JSON: {found}',
  },
  body_files: {
    ar: 'لا تُقبل الملفات هنا.',
    fr: 'Les fichiers ne sont pas acceptés ici.',
    en: 'files are not taken here',
  },
  body_many: {
    ar: 'عدد الملفات أكبر مما يُقبل دفعة واحدة ({found}): أرسلوا الباقي في دفعة أخرى.',
    fr: 'Trop de fichiers en un envoi (au plus {found})\u00a0: envoyez les autres à part.',
    en: 'more files than one sending takes ({found}): send the others apart',
  },
  body_form: {
    ar: 'تعذّرت قراءة النموذج: {found}',
    fr: 'Le formulaire ne se lit pas\u00a0: {found}',
    en: 'the form cannot be read: {found}',
  },
  body_stalled: {
    ar: 'لم يصل شيء خلال {found} ث: أرسلوا الباقي دون توقف.',
    fr: 'Rien n’est arrivé pendant {found} s\u00a0: envoyez le reste sans interruption.',
    en: 'nothing arrived for {found} s: send the rest without a pause',
  },
} as const satisfies { readonly [code: string]: Said };

/** A body that is not taken, with what was found of it. */
export function unfitBody(code: keyof typeof UPLOAD_REFUSALS, found: string | number = ''): Refused {
  const { ar, fr, en } = UPLOAD_REFUSALS[code];
  const filled = (text: string, value: string | number) => text.replace('{found}', () => String(value));
  return new Refused({
    code,
    said: { ar: filled(ar, `\u2068${found}\u2069`), fr: filled(fr, found), en: filled(en, found) },
  });
}
