// What the checking of texts refuses to read, in three languages.

import type { Text } from './text.ts';

export const CHECKING_REFUSALS = {
  no_text_file: {
    ar: 'لا يوجد ملف {file}.',
    fr: 'Il n’y a pas de fichier {file}.',
    en: 'there is no file {file}',
  },
  folder_for_text: {
    ar: '{file} مجلد، والمطلوب ملف نصي: اختاروا أحد ملفاته.',
    fr: '{file} est un dossier, il faut un fichier de texte\u00a0: choisissez l’un des siens.',
    en: '{file}: found a folder, expected a file of text: choose one in it',
  },
  pdf_for_text: {
    ar: '{file} ملف PDF: احفظوا كلماته أولا نصا عاديا بترميز UTF-8، أو ألصقوها في صفحة التحقق.',
    fr: '{file} est un PDF\u00a0: enregistrez-en d’abord les mots comme texte en UTF-8, ou collez-les dans la page de vérification.',
    en: '{file}: found a PDF: save its words as text in UTF-8 first, or paste them into the page that checks texts',
  },
  document_for_text: {
    ar: '{file} مستند معالج نصوص أو ملف مضغوط: احفظوه أولا نصا عاديا بترميز UTF-8.',
    fr: '{file} est un document de traitement de texte ou une archive\u00a0: enregistrez-le d’abord comme texte en UTF-8.',
    en: '{file}: found a document of a word processor or an archive: save it as text in UTF-8 first',
  },
  bytes_for_text: {
    ar: '{file} ليس نصا بترميز UTF-8: افتحوه في محرر واحفظوه بترميز UTF-8.',
    fr: '{file} n’est pas du texte en UTF-8\u00a0: ouvrez-le dans un éditeur et enregistrez-le en UTF-8.',
    en: '{file}: found no plain text in UTF-8: open it in an editor and save it in UTF-8',
  },
  empty_text: {
    ar: '{file} فارغ: لا نص يُتحقق منه.',
    fr: '{file} est vide\u00a0: il n’y a pas de texte à vérifier.',
    en: '{file} is empty: there is no text to check',
  },
} as const satisfies { readonly [code: string]: Text };
