// Places of a form and what is expected there, as faults name them: in English as the option of the command, else as the
// label of the page.

import type { Text } from './text.ts';

export const NOTHING: Text = { ar: 'لا شيء', fr: 'rien', en: 'nothing' };

export const PLACES = {
  author: { ar: 'صاحب القرار', fr: 'auteur', en: '--author' },
  reason: { ar: 'السبب', fr: 'motif', en: '--reason' },
  cause: { ar: 'سبب المراجعة', fr: 'cause de révision', en: '--cause' },
  field: { ar: 'الحقل', fr: 'champ', en: '--field' },
  to: { ar: 'القيمة الجديدة', fr: 'nouvelle valeur', en: '--to' },
  from: { ar: 'ابتداء من', fr: 'à partir du', en: '--from' },
  amount: { ar: 'القيمة بالدرهم', fr: 'valeur (MAD)', en: '--amount' },
  enterprise: { ar: 'المقاولة', fr: 'entreprise', en: '--enterprise' },
  ebops: { ar: 'بند EBOPS', fr: 'poste EBOPS', en: '--ebops' },
  source: { ar: 'المصدر الذي يُعوَّض', fr: 'source remplacée', en: '--source' },
  cell: { ar: 'الخانة', fr: 'cellule', en: 'cell' },
  until: { ar: 'الساعة الجديدة', fr: 'nouvelle heure', en: 'until' },
  actor: { ar: 'من اقترح', fr: 'proposé par', en: 'proposer' },
  name: { ar: 'الاسم', fr: 'nom', en: 'name' },
  ice: { ar: 'رقم ICE', fr: 'ICE', en: 'ICE' },
  code: { ar: 'الرمز', fr: 'code', en: 'code' },
  holding: { ar: 'المجموعة', fr: 'groupe', en: 'holding' },
  segment: { ar: 'الفرع', fr: 'segment', en: 'segment' },
  size: { ar: 'الحجم', fr: 'taille', en: 'size' },
} as const satisfies { readonly [place: string]: Text };

export const EXPECTATIONS = {
  who: { ar: 'من يقرر', fr: 'qui décide', en: 'who decides' },
  why: { ar: 'لماذا، في بضع كلمات', fr: 'pourquoi, en quelques mots', en: 'why, in a few words' },
  one_of: { ar: 'أحد {words}', fr: 'l’un de {words}', en: 'one of {words}' },
  field_of: {
    ar: 'حقل من حقول هذا النوع من الأسطر: {words}',
    fr: 'un champ des lignes de cette sorte\u00a0: {words}',
    en: 'a field of {kind} lines: {words}',
  },
  required: {
    ar: 'قيمة: الحقل {field} مطلوب',
    fr: 'une valeur\u00a0: {field} est obligatoire',
    en: 'a value: {field} is required',
  },
  form: {
    ar: 'قيمة من نوع {type} على الصيغة {form}',
    fr: 'un {type} de la forme {form}',
    en: 'a {type} of the form {form}',
  },
  day: { ar: 'يوم مثل 2025-07-01', fr: 'un jour comme 2025-07-01', en: 'a day such as 2025-07-01' },
  registered: {
    ar: 'تسعة أرقام لمقاولة من السجل في {day}',
    fr: 'neuf chiffres du répertoire au {day}',
    en: 'nine digits of the register on {day}',
  },
  amount: {
    ar: 'مبلغ بالدرهم غير الصفر، برقمين عشريين على الأكثر',
    fr: 'des dirhams autres que zéro, deux décimales au plus',
    en: 'dirhams other than zero, two decimals at most',
  },
  item: { ar: 'بند EBOPS من المجال', fr: 'un poste EBOPS du domaine', en: 'an EBOPS item of the domain' },
  source: {
    ar: 'بنك أو مقاولة (bank أو enterprise)',
    fr: 'banque ou entreprise (bank ou enterprise)',
    en: 'bank or enterprise',
  },
  base_cell: {
    ar: 'صادرات شهر وبلد وفرع، مثل {example}',
    fr: 'les exportations d’un mois, d’un pays et d’un segment, comme {example}',
    en: 'EXPORTS of a month, a country and a segment, such as {example}',
  },
  name: { ar: 'اسم', fr: 'un nom', en: 'a name' },
  ice: {
    ar: '15 رقما تقبل القسمة على 97',
    fr: '15 chiffres, divisibles par 97',
    en: '15 digits that 97 divides',
  },
  new_enterprise: {
    ar: 'مقاولة ليست في السجل بعد: ما في السجل يُغيَّر من صفحة المقاولة',
    fr: 'une entreprise qui n’est pas encore au répertoire\u00a0: celles qui y sont se changent depuis leur page',
    en: 'an enterprise that is not in the register yet: change this one on its page',
  },
  holding_code: {
    ar: 'رمز من 2 إلى 12 حرفا لاتينيا كبيرا أو رقما، أوله حرف',
    fr: 'un code de 2 à 12 majuscules ou chiffres, une lettre d’abord',
    en: 'a code of 2 to 12 capitals or digits, a letter first',
  },
  new_holding: {
    ar: 'رمز لا تحمله مجموعة أخرى',
    fr: 'un code qu’aucun autre groupe ne porte',
    en: 'a code that no other holding has',
  },
  flag: { ar: 'true أو false', fr: 'true ou false', en: 'true or false' },
  holding: {
    ar: 'رمز مجموعة، أو لا شيء',
    fr: 'le code d’un groupe, ou rien',
    en: 'the code of a holding, or nothing',
  },
  segment: { ar: 'رمز فرع', fr: 'le code d’un segment', en: 'the code of a segment' },
  other_segment: {
    ar: 'رمز فرع، أو لا شيء',
    fr: 'le code d’un segment, ou rien',
    en: 'the code of a segment, or nothing',
  },
  size: {
    ar: 'كبيرة (large) أو متوسطة (medium) أو صغيرة (small)',
    fr: 'grande (large), moyenne (medium) ou petite (small)',
    en: 'large, medium or small',
  },
  successor: {
    ar: 'تسعة أرقام لمقاولة أخرى من السجل، أو لا شيء',
    fr: 'neuf chiffres d’une autre entreprise du répertoire, ou rien',
    en: 'nine digits of another enterprise of the register, or nothing',
  },
  as_seen: {
    ar: '{value} كما في الاقتراح الذي رأيتموه',
    fr: '{value}, comme dans la proposition vue',
    en: '{value}, as in the proposal that you saw',
  },
} as const satisfies { readonly [expectation: string]: Text };
