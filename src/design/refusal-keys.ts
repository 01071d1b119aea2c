// What is refused of the office's keys and of erasures, in three languages.

import type { Text } from './text.ts';

export const KEY_REFUSALS = {
  no_key_act: {
    ar: 'وُجد {found}، والمطلوب أحد {expected}.',
    fr: 'Trouvé {found}, attendu l’un de {expected}.',
    en: 'found {found}, expected one of {expected}',
  },
  no_public_key: {
    ar: 'لم يُنشر أي مفتاح بعد، فلا أحد يحتاج إلى الانتقال إلى غيره.',
    fr: 'Aucune clé n’est encore publique\u00a0: personne n’aurait à suivre une autre.',
    en: 'no key is public yet: there is nobody who would have to follow to another',
  },
  key_there: {
    ar: 'مفتاح التوقيع موجود في ‎secrets/‎: يُبدَّل المفتاح الموجود أو يُبطل، ولا يُعدّ مفقودا.',
    fr: 'La clé de signature est dans secrets/\u00a0: une clé présente se remplace ou se révoque, elle n’est pas perdue.',
    en: 'the signing key is in secrets/: a key that is there is rotated or revoked, not lost',
  },
  key_gone: {
    ar: 'مفتاح التوقيع ليس في ‎secrets/‎: أعيدوه من نسخته، أو اقترحوا تسجيل فقدانه.',
    fr: 'La clé de signature n’est pas dans secrets/\u00a0: remettez-la depuis sa copie, ou proposez d’en constater la perte.',
    en: 'the signing key is not in secrets/: put it back from its copy, or propose its loss',
  },
  no_such_key: {
    ar: 'لم يكن للمكتب المفتاح {id}: انظروا لائحة المفاتيح (‎marsad keys WS‎).',
    fr: 'L’office n’a jamais eu la clé {id}\u00a0: voyez la liste des clés (marsad keys WS).',
    en: 'the office has no key {id}: `marsad keys WS` lists them',
  },
  since_form: {
    ar: 'وُجد {since}، والمطلوب توقيت مثل ⁦2025-09-30T10:00:00+01:00⁩.',
    fr: 'Trouvé {since}, attendu un instant comme 2025-09-30T10:00:00+01:00.',
    en: '--since: found {since}, expected an instant such as 2025-09-30T10:00:00+01:00',
  },
  no_signing_key: {
    ar: 'لا يوجد مفتاح توقيع في {folder}، مع أن {name} منشور: أعيدوه من نسخته، أو اقترحوا تسجيل فقدانه (‎marsad keys WS propose loss‎).',
    fr: '{folder} ne contient pas de clé de signature, mais {name} est public\u00a0: remettez la clé depuis sa copie, ou proposez d’en constater la perte (marsad keys WS propose loss).',
    en: '{folder} holds no signing key, but {name} is public: put the key back from its copy, or replace it by `marsad keys WS propose loss`',
  },
  other_public_key: {
    ar: '{path} من مفتاح غير الموجود في {folder}: لن يستطيع القراء التحقق.',
    fr: '{path} est d’une autre clé que celle de {folder}\u00a0: les lecteurs ne pourraient pas vérifier.',
    en: '{path} is of another key than the one in {folder}: readers could not verify',
  },
} as const satisfies { readonly [code: string]: Text };
