// The words of templates, fields, help and contact.

import type { Text } from '../../design/text.ts';

export const TEMPLATES = {
  lead: {
    ar: 'نماذج بظرف جاهز لكم وعناوين بلغتكم؛ تُقرأ العناوين بأي من اللغات الثلاث وبالأسماء المرجعية للحقول.',
    fr: 'Des modèles avec une enveloppe prête pour vous et des intitulés dans votre langue\u00a0; ils sont lus dans les trois langues et sous le nom canonique des champs.',
    en: 'Templates with an envelope ready for you and headings in your language; headings are read in any of the three languages and by the canonical names of the fields.',
  },
  empty: { ar: 'نموذج فارغ', fr: 'Modèle vide', en: 'Empty template' },
  example: { ar: 'مثال مملوء', fr: 'Exemple rempli', en: 'Worked example' },
  exampleNote: {
    ar: 'المثال يجتاز الفحص كما هو: جرّبوه بـ«فحص فقط».',
    fr: 'L’exemple passe le contrôle tel quel\u00a0: essayez-le avec «\u00a0Contrôler sans déclarer\u00a0».',
    en: 'The example passes as it is: try it with "Check only".',
  },
  fields: { ar: 'الحقول', fr: 'Les champs', en: 'The fields' },
  name: { ar: 'الاسم المرجعي', fr: 'Nom canonique', en: 'Canonical name' },
  heading: { ar: 'العنوان', fr: 'Intitulé', en: 'Heading' },
  required: { ar: 'إلزامي', fr: 'Obligatoire', en: 'Required' },
  lists: { ar: 'لوائح الرموز', fr: 'Listes de codes', en: 'Code lists' },
  natures: { ar: 'طبيعة العمليات', fr: 'Natures d’opération', en: 'Natures of operation' },
  segments: { ar: 'الفروع', fr: 'Segments', en: 'Segments' },
  countries: { ar: 'البلدان', fr: 'Pays', en: 'Countries' },
  currencies: { ar: 'العملات', fr: 'Devises', en: 'Currencies' },
  code: { ar: 'الرمز', fr: 'Code', en: 'Code' },
  meaning: { ar: 'المعنى', fr: 'Sens', en: 'Meaning' },
  treatment: { ar: 'ضمن القياس', fr: 'Mesurée ici', en: 'Measured here' },
  yes: { ar: 'نعم', fr: 'oui', en: 'yes' },
  no: { ar: 'لا', fr: 'non', en: 'no' },
} as const satisfies { readonly [name: string]: Text };

export const HELP: readonly { readonly title: Text; readonly text: Text }[] = [
  {
    title: {
      ar: 'ما يُرفض وما لا يُرفض',
      fr: 'Ce qui est refusé, et ce qui ne l’est pas',
      en: 'What is refused, and what is not',
    },
    text: {
      ar: 'لا يُرفض ملف كاملا إلا إذا تعذرت قراءته أو لم تتطابق مجاميعه: ملف مبتور، أو عدد أسطر أو مجموع مراقبة غير المعلن، أو عمود إلزامي غائب، أو مصرح غير معروف أو غير صاحب الحساب. أما الرمز غير المعروف والمبلغ غير المقروء فلا يمسان إلا سطرهما، ويُعدّ الباقي.',
      fr: 'Un fichier n’est refusé en entier que s’il ne peut être lu ou si ses totaux ne concordent pas\u00a0: fichier tronqué, nombre de lignes ou total de contrôle différent, colonne obligatoire absente, déclarant inconnu ou autre que celui du compte. Un code inconnu ou un montant illisible ne touche que sa ligne\u00a0; le reste compte.',
      en: 'A file is refused whole only when it cannot be read or does not add up: cut short, another number of lines or another control sum than stated, a required column missing, a sender that is unknown or not the account’s own. An unknown code or an unreadable amount touches its line alone; the rest counts.',
    },
  },
  {
    title: { ar: 'كيف تصححون', fr: 'Comment corriger', en: 'How to correct' },
    text: {
      ar: 'من صفحة الوصل: «إرسال تصريح معوِّض» يعطيكم الظرف جاهزا برقمه، و«إلغاء» يسحب التصريح. لا يُمحى شيء: يبقى القديم محفوظا ومعوَّضا.',
      fr: 'Depuis la page du récépissé\u00a0: «\u00a0Envoyer un remplacement\u00a0» donne l’enveloppe prête avec son numéro, «\u00a0Annuler\u00a0» retire la déclaration. Rien n’est effacé\u00a0: l’ancienne reste conservée, remplacée.',
      en: 'From the receipt’s page: "Send a replacement" gives the envelope ready with its number, "Cancel" withdraws the declaration. Nothing is deleted: the old one stays kept, superseded.',
    },
  },
  {
    title: { ar: 'من جهاز إلى جهاز', fr: 'De machine à machine', en: 'From machine to machine' },
    text: {
      ar: 'كل ما في هذه الصفحات متاح لبرامجكم عبر ‎/api/v1 بمفتاح برمجي له الصلاحيات التي تحتاجون إليها. الوصف الكامل في ‎/api/v1/openapi.json وفي دليل المصرِّح.',
      fr: 'Tout ce que font ces pages, vos programmes le font par /api/v1 avec un jeton, délivré avec les droits nécessaires. La description complète est à /api/v1/openapi.json et dans le manuel du déclarant.',
      en: 'Your programs do all that these pages do by /api/v1, with a token that has the scopes it needs. The whole is described at /api/v1/openapi.json and in the manual for declarants.',
    },
  },
  {
    title: { ar: 'سرية ما ترسلون', fr: 'Confidentialité', en: 'Confidentiality' },
    text: {
      ar: 'لا يرى تصريحاتكم غيركم من المصرِّحين، ولا تخرج من المكتب أسطر ولا مبالغ لمقاولة بعينها. ولا يُستعمل للمراقبة ما تصرحون به للإحصاء.',
      fr: 'Aucun autre déclarant ne voit vos déclarations, et ni ligne ni montant d’une entreprise ne sort de l’office. Ce qui est déclaré pour la statistique ne sert pas au contrôle.',
      en: 'No other declarant sees your declarations, and neither a line nor an enterprise’s amount leaves the office. What is declared for statistics does not serve enforcement.',
    },
  },
];

export const CONTACT = {
  title: { ar: 'الاتصال', fr: 'Contact', en: 'Contact' },
  openapi: {
    ar: 'وصف واجهة البرامج (OpenAPI)',
    fr: 'Description de l’interface (OpenAPI)',
    en: 'Description of the interface (OpenAPI)',
  },
} as const satisfies { readonly [name: string]: Text };
