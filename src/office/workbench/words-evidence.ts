// What proves or speaks for an edit, a match or a finding: the program's names in three languages.

import { FIELD_TEXTS } from '../../design/field-texts.ts';
import type { Language, Text } from '../../design/text.ts';

/** Names of facts that are no field of a line. */
export const EVIDENCE: { readonly [name: string]: Text } = {
  agrees: { ar: 'ما يتطابق', fr: 'Concordent', en: 'Agree' },
  banks: { ar: 'البنكان', fr: 'Banques', en: 'Banks' },
  belief: { ar: 'درجة الترجيح من ألف', fr: 'Probabilité (‰)', en: 'Belief (per mille)' },
  classified: { ar: 'الفرع بحسب التصنيف', fr: 'Segment selon le classement', en: 'Segment as classified' },
  contract_of: { ar: 'العقد باسم', fr: 'Contrat de', en: 'Contract of' },
  counted: { ar: 'المحتسب', fr: 'Compté', en: 'Counted' },
  days: { ar: 'فارق الأيام', fr: 'Jours d’écart', en: 'Days between' },
  declared_by_the_enterprise: {
    ar: 'سطر المقاولة',
    fr: 'Ligne de l’entreprise',
    en: 'Line of the enterprise',
  },
  declared_dirhams: { ar: 'الدراهم المصرح بها', fr: 'Dirhams déclarés', en: 'Dirhams declared' },
  declared_from: { ar: 'أول يوم مصرح به', fr: 'Premier jour déclaré', en: 'Declared from' },
  declared_to: { ar: 'آخر يوم مصرح به', fr: 'Dernier jour déclaré', en: 'Declared to' },
  dirhams_agree: { ar: 'توافق الدراهم', fr: 'Les dirhams concordent', en: 'The dirhams agree' },
  excess: { ar: 'الزائد', fr: 'Excédent', en: 'Excess' },
  fees: { ar: 'الاقتطاعات', fr: 'Frais', en: 'Fees' },
  flat_fee: { ar: 'مبلغ جزافي معتاد', fr: 'Forfait habituel', en: 'Usual flat fee' },
  gross: { ar: 'المبلغ الإجمالي', fr: 'Montant brut', en: 'Gross amount' },
  in_the_usual_country: {
    ar: 'منها من البلد المعتاد',
    fr: 'Dont du pays habituel',
    en: 'Of the usual country',
  },
  in_the_usual_segment: {
    ar: 'منها في الفرع المعتاد',
    fr: 'Dont dans le segment habituel',
    en: 'In the usual segment',
  },
  instalment: { ar: 'الدفعة', fr: 'Versement', en: 'Instalment' },
  invoice: { ar: 'فيها فاتورة', fr: 'Facture indiquée', en: 'An invoice is named' },
  key: { ar: 'مفتاح المراقبة', fr: 'Clé de contrôle', en: 'Control key' },
  lines_of_the_client: { ar: 'أسطر الزبون', fr: 'Lignes du client', en: 'Lines of the client' },
  lines_of_the_contract: { ar: 'أسطر العقد', fr: 'Lignes du contrat', en: 'Lines of the contract' },
  name: { ar: 'الاسم', fr: 'Nom', en: 'Name' },
  named: { ar: 'الاسم في السطر', fr: 'Nommée dans la ligne', en: 'Named by the line' },
  of: { ar: 'من مجموع', fr: 'Sur', en: 'Of' },
  outside_the_register: { ar: 'خارج السجل', fr: 'Hors répertoire', en: 'Outside the register' },
  power: { ar: 'أُس العشرة', fr: 'Puissance de dix', en: 'Power of ten' },
  rate_agrees: { ar: 'توافق السعر', fr: 'Le cours concorde', en: 'The rate agrees' },
  read_as: { ar: 'يُقرأ', fr: 'Lu comme', en: 'Read as' },
  receipt: { ar: 'سطر القبض', fr: 'Ligne de l’encaissement', en: 'Line of the receipt' },
  received: { ar: 'المقبوض', fr: 'Reçu', en: 'Received' },
  received_on: { ar: 'يوم القبض', fr: 'Reçu le', en: 'Received on' },
  reference_rate: { ar: 'السعر المرجعي', fr: 'Cours de référence', en: 'Reference rate' },
  register: { ar: 'الفرع في السجل', fr: 'Segment au répertoire', en: 'Segment in the register' },
  registered: { ar: 'مسجلة', fr: 'Au répertoire', en: 'In the register' },
  residual: { ar: 'الفارق', fr: 'Écart', en: 'Residual' },
  rest_of_the_month: { ar: 'باقي الشهر', fr: 'Reste du mois', en: 'Rest of the month' },
  settled_by_banks: { ar: 'ما سوّته البنوك', fr: 'Réglé par les banques', en: 'Settled by banks' },
  usual_dirhams: { ar: 'الدراهم المعتادة', fr: 'Dirhams habituels', en: 'Usual dirhams' },
  usual_month: { ar: 'الشهر المعتاد', fr: 'Mois habituel', en: 'Usual month' },
  usual_of_the_client: { ar: 'معتاد لدى الزبون', fr: 'Habituel chez le client', en: 'Usual of the client' },
  usual_part_abroad: {
    ar: 'الجزء المعتاد بالخارج',
    fr: 'Part habituelle à l’étranger',
    en: 'Usual part abroad',
  },
  word: { ar: 'الكلمة', fr: 'Mot', en: 'Word' },
};

const VALUES: { readonly [value: string]: Text } = {
  true: { ar: 'نعم', fr: 'oui', en: 'yes' },
  false: { ar: 'لا', fr: 'non', en: 'no' },
  null: { ar: 'لا شيء', fr: 'rien', en: 'nothing' },
  enterprise: { ar: 'المقاولة', fr: 'entreprise', en: 'enterprise' },
  bank: { ar: 'البنك', fr: 'banque', en: 'bank' },
  sender: { ar: 'المُصرِّح', fr: 'déclarant', en: 'sender' },
  invoice: { ar: 'الفاتورة', fr: 'facture', en: 'invoice' },
  currency: { ar: 'العملة', fr: 'devise', en: 'currency' },
  amount: { ar: 'المبلغ', fr: 'montant', en: 'amount' },
  'every field': { ar: 'كل الحقول', fr: 'tous les champs', en: 'every field' },
};

/** What a fact is called; a field by its heading, a name without words as it is. */
export function evidenceName(language: Language, name: string): string {
  return (EVIDENCE[name] ?? FIELD_TEXTS[name]?.name)?.[language] ?? name;
}

/** What a fact says: words in the reader's language, numbers and codes as they are. */
export function evidenceValue(language: Language, value: unknown): string {
  if (Array.isArray(value))
    return value.map((each) => evidenceValue(language, each)).join(language === 'ar' ? '، ' : ', ');
  return (
    VALUES[String(value)]?.[language] ?? (typeof value === 'object' ? JSON.stringify(value) : String(value))
  );
}
