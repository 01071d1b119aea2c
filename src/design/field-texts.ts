// The fields of declarations in the words of those who fill them in: the heading of the column, and what is expected in it.
// Headings are read back: a file whose columns carry them in any of the languages is understood.

import { dayNumberText } from './day-number.ts';
import type { Text } from './text.ts';

export type FieldText = { readonly name: Text; readonly expected: Text };

const AMOUNT: Text = {
  ar: 'مبلغ بالأرقام، بثلاث خانات عشرية على الأكثر، مثل 1234.56.',
  fr: 'Montant en chiffres, trois décimales au plus, par exemple 1234.56.',
  en: 'An amount in digits, three decimals at most, such as 1234.56.',
};
const COUNTRY: Text = {
  ar: 'رمز بلد من حرفين (ISO 3166)، مثل FR.',
  fr: 'Code de pays à deux lettres (ISO 3166), par exemple FR.',
  en: 'A country code of two letters (ISO 3166), such as FR.',
};
const FLAG: Text = {
  ar: 'نعم أو لا (Y أو N).',
  fr: 'Oui ou non (Y ou N).',
  en: 'Yes or no (Y or N).',
};
const TEXT: Text = { ar: 'نص حر، اختياري.', fr: 'Texte libre, facultatif.', en: 'Free text, optional.' };
const DAY: Text = {
  ar: 'تاريخ: سنة-شهر-يوم، مثل 2025-06-16.',
  fr: 'Date\u00a0: année-mois-jour, par exemple 2025-06-16.',
  en: 'A date, year-month-day, such as 2025-06-16.',
};

/** Every field of settlement and enterprise lines. */
export const FIELD_TEXTS: { readonly [field: string]: FieldText } = {
  line_id: {
    name: { ar: 'رقم السطر', fr: 'Numéro de ligne', en: 'Line number' },
    expected: {
      ar: 'رقم السطر عندكم؛ يُذكر في كل ملاحظة وسؤال.',
      fr: 'Votre numéro de la ligne\u00a0; il est rappelé dans chaque constat et chaque question.',
      en: 'Your own number of the line; every finding and question names it.',
    },
  },
  bank_code: {
    name: { ar: 'رمز البنك', fr: 'Code banque', en: 'Bank code' },
    expected: {
      ar: 'رمز البنك المصرِّح، وهو نفسه في حقل ‎sender‎ من الظرف.',
      fr: 'Code de la banque déclarante, le même que «\u00a0sender\u00a0» dans l’enveloppe.',
      en: 'The code of the declaring bank, the same as `sender` in the envelope.',
    },
  },
  bank_reference: {
    name: { ar: 'مرجع البنك', fr: 'Référence bancaire', en: 'Bank reference' },
    expected: {
      ar: 'مرجع العملية في دفاتر البنك.',
      fr: 'Référence de l’opération dans les livres de la banque.',
      en: 'The reference of the operation in the bank’s books.',
    },
  },
  resident_ice: {
    name: { ar: 'المعرف الموحد للمقاولة', fr: 'ICE', en: 'ICE' },
    expected: {
      ar: 'المعرف الموحد للمقاولة: خمسة عشر رقما، بأصفاره الأولى.',
      fr: 'Identifiant commun de l’entreprise\u00a0: quinze chiffres, zéros initiaux compris.',
      en: 'The identifier of the resident enterprise (ICE): fifteen digits, leading zeros included.',
    },
  },
  resident_name: {
    name: { ar: 'اسم المقيم', fr: 'Raison sociale', en: 'Resident name' },
    expected: TEXT,
  },
  counterparty_name: {
    name: { ar: 'اسم الزبون', fr: 'Nom de la contrepartie', en: 'Client name' },
    expected: TEXT,
  },
  counterparty_country: {
    name: { ar: 'بلد الزبون', fr: 'Pays du client', en: 'Client country' },
    expected: COUNTRY,
  },
  payment_country: {
    name: { ar: 'بلد الأداء', fr: 'Pays du paiement', en: 'Payment country' },
    expected: COUNTRY,
  },
  direction: {
    name: { ar: 'الاتجاه', fr: 'Sens', en: 'Direction' },
    expected: {
      ar: 'C لما يدخل في حساب المقيم، وD لما يخرج منه.',
      fr: 'C pour un crédit du résident, D pour un débit.',
      en: 'C when the resident is credited, D when it is debited.',
    },
  },
  value_date: { name: { ar: 'تاريخ القيمة', fr: 'Date de valeur', en: 'Value date' }, expected: DAY },
  execution_date: {
    name: { ar: 'تاريخ التنفيذ', fr: 'Date d’exécution', en: 'Execution date' },
    expected: DAY,
  },
  currency: {
    name: { ar: 'العملة', fr: 'Devise', en: 'Currency' },
    expected: {
      ar: 'رمز العملة من ثلاثة أحرف (ISO 4217)، مثل EUR.',
      fr: 'Code de devise à trois lettres (ISO 4217), par exemple EUR.',
      en: 'A currency code of three letters (ISO 4217), such as EUR.',
    },
  },
  amount: { name: { ar: 'المبلغ', fr: 'Montant', en: 'Amount' }, expected: AMOUNT },
  exchange_rate: {
    name: { ar: 'سعر الصرف', fr: 'Cours de change', en: 'Exchange rate' },
    expected: {
      ar: 'عدد الدراهم مقابل وحدة من العملة.',
      fr: 'Dirhams pour une unité de la devise.',
      en: 'Dirhams for one unit of the currency.',
    },
  },
  mad_amount: {
    name: { ar: 'المبلغ بالدرهم', fr: 'Montant en dirhams', en: 'Amount in dirhams' },
    expected: AMOUNT,
  },
  nature: {
    name: { ar: 'طبيعة العملية', fr: 'Nature de l’opération', en: 'Nature of operation' },
    expected: {
      ar: 'رمز من لائحة طبيعة العمليات.',
      fr: 'Un code de la liste des natures d’opération.',
      en: 'A code of the list of natures of operation.',
    },
  },
  service_detail: {
    name: { ar: 'تفصيل الخدمة', fr: 'Détail du service', en: 'Service detail' },
    expected: TEXT,
  },
  invoice_refs: {
    name: { ar: 'الفواتير', fr: 'Références des factures', en: 'Invoices' },
    expected: {
      ar: 'أرقام الفواتير، تفصل بينها مسافة أو فاصلة منقوطة.',
      fr: 'Numéros des factures, séparés par une espace ou un point-virgule.',
      en: 'Numbers of the invoices, with a space or a semicolon between them.',
    },
  },
  contract_ref: {
    name: { ar: 'العقد', fr: 'Référence du contrat', en: 'Contract' },
    expected: TEXT,
  },
  gross_amount: {
    name: { ar: 'المبلغ الإجمالي', fr: 'Montant brut', en: 'Gross amount' },
    expected: AMOUNT,
  },
  deductions: { name: { ar: 'الاقتطاعات', fr: 'Retenues', en: 'Deductions' }, expected: AMOUNT },
  related_party: {
    name: { ar: 'طرف ذو علاقة', fr: 'Partie liée', en: 'Related party' },
    expected: FLAG,
  },
  account_type: {
    name: { ar: 'نوع الحساب', fr: 'Type de compte', en: 'Account type' },
    expected: TEXT,
  },
  reversal_of: {
    name: { ar: 'إلغاء العملية', fr: 'Annulation de', en: 'Reversal of' },
    expected: {
      ar: 'مرجع البنك للعملية التي يلغيها هذا السطر؛ فارغ في غير ذلك.',
      fr: 'Référence bancaire de l’opération que cette ligne annule\u00a0; vide sinon.',
      en: 'The bank reference of the operation that this line reverses; empty otherwise.',
    },
  },
  free_text: { name: { ar: 'نص حر', fr: 'Texte libre', en: 'Free text' }, expected: TEXT },
  period: {
    name: { ar: 'الشهر', fr: 'Mois', en: 'Month' },
    expected: {
      ar: 'شهر من الفصل المصرح به: سنة-شهر، مثل 2025-05.',
      fr: 'Un mois du trimestre déclaré\u00a0: année-mois, par exemple 2025-05.',
      en: 'A month of the quarter declared, year-month, such as 2025-05.',
    },
  },
  segment: {
    name: { ar: 'الفرع', fr: 'Segment', en: 'Segment' },
    expected: {
      ar: 'رمز الفرع، مثل ITO؛ يُترك فارغا لفرع السجل.',
      fr: 'Code du segment, par exemple ITO\u00a0; vide pour celui du répertoire.',
      en: 'The code of the segment, such as ITO; empty for the one in the register.',
    },
  },
  service_item: {
    name: { ar: 'الخدمة', fr: 'Service rendu', en: 'Service' },
    expected: {
      ar: 'رمز من لائحة طبيعة العمليات.',
      fr: 'Un code de la liste des natures d’opération.',
      en: 'A code of the list of natures of operation.',
    },
  },
  invoiced_amount: {
    name: { ar: 'المبلغ المفوتر', fr: 'Montant facturé', en: 'Invoiced amount' },
    expected: AMOUNT,
  },
  received_amount: {
    name: { ar: 'المبلغ المقبوض', fr: 'Montant reçu', en: 'Received amount' },
    expected: {
      ar: 'كل ما قُبض في الشهر، عبر البنوك المقيمة وخارجها.',
      fr: 'Tout ce qui a été reçu dans le mois, par les banques résidentes et en dehors.',
      en: 'All that was received in the month, through resident banks and outside them.',
    },
  },
  netted_amount: {
    name: { ar: 'المبلغ المقاصّ', fr: 'Montant compensé', en: 'Netted amount' },
    expected: {
      ar: 'ما سُوّي بالمقاصة دون قبض.',
      fr: 'Ce qui a été réglé par compensation, sans encaissement.',
      en: 'What was settled by netting, without a payment.',
    },
  },
  received_abroad: {
    name: { ar: 'المقبوض بالخارج', fr: 'Reçu à l’étranger', en: 'Received abroad' },
    expected: {
      ar: 'الجزء من المقبوض الذي لم يمر عبر بنك مقيم: هو ما يُعدّ من تصريحكم.',
      fr: 'La part du reçu qui n’a pas passé par une banque résidente\u00a0: c’est elle qui compte dans votre déclaration.',
      en: 'The part of what was received that did not pass through a resident bank: it is what counts of your declaration.',
    },
  },
  opening_receivables: {
    name: { ar: 'المستحقات في بداية الشهر', fr: 'Créances d’ouverture', en: 'Opening receivables' },
    expected: AMOUNT,
  },
  closing_receivables: {
    name: { ar: 'المستحقات في نهاية الشهر', fr: 'Créances de clôture', en: 'Closing receivables' },
    expected: {
      ar: 'مستحقات البداية + المفوتر − المقبوض − المقاصّ.',
      fr: 'Ouverture + facturé − reçu − compensé.',
      en: 'Opening + invoiced − received − netted.',
    },
  },
  related_amount: {
    name: { ar: 'مع أطراف ذات علاقة', fr: 'Avec des parties liées', en: 'With related parties' },
    expected: AMOUNT,
  },
  headcount: {
    name: { ar: 'عدد العاملين', fr: 'Effectif', en: 'Headcount' },
    expected: {
      ar: 'عدد العاملين في نهاية الشهر، على سطر واحد من كل شهر.',
      fr: 'Effectif à la fin du mois, sur une seule ligne de chaque mois.',
      en: 'Employees at the end of the month, on one line of each month.',
    },
  },
  digital_share: {
    name: {
      ar: 'الحصة المسلّمة رقميا',
      fr: 'Part livrée par voie numérique',
      en: 'Digitally delivered share',
    },
    expected: {
      ar: 'عدد بين 0 و1، مثل 0.85.',
      fr: 'Un nombre entre 0 et 1, par exemple 0.85.',
      en: 'A number from 0 to 1, such as 0.85.',
    },
  },
  nil: {
    name: { ar: 'لا شيء', fr: 'Néant', en: 'Nil' },
    expected: {
      ar: 'نعم (Y) إذا لم يكن في الشهر شيء يصرح به، وإلا لا (N).',
      fr: 'Oui (Y) si le mois n’a rien à déclarer, sinon non (N).',
      en: 'Yes (Y) when the month has nothing to declare, otherwise no (N).',
    },
  },
};

/** Fields whose text names a code or a reference: it helps whatever rule was not passed. */
const CODED: ReadonlySet<string> = new Set([
  ...['bank_code', 'counterparty_country', 'payment_country', 'direction', 'currency', 'nature'],
  ...['reversal_of', 'segment', 'service_item'],
]);

/** What is expected in a field. Its form is said by rules of form (tier 0) alone: a well-written day may still be of another month. */
export function expectedIn(field: string, tier: number, found: string | null = null): Text | null {
  const text = FIELD_TEXTS[field]?.expected ?? null;
  if (text === DAY && tier === 0 && found !== null) return dayNumberText(found) ?? text;
  return tier === 0 || CODED.has(field) ? text : null;
}
