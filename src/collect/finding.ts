// What is found wrong with a file as a whole, in the sender's language, by line and column.
// GSBPM 4.3 (run collection): validation of tier 2. A fault of one line is a matter of processing, not of this.

import { fill, type Language, type Text } from '../design/text.ts';

export type FileFinding = {
  readonly code: FindingCode;
  /** A fatal finding refuses the whole file. */
  readonly severity: 'fatal' | 'warning' | 'info';
  /** Line of the file, from 1; null when it is about the file. */
  readonly line: number | null;
  /** Name or number of the column; null when it is about the line or the file. */
  readonly column: string | null;
  readonly values: { readonly [name: string]: string | number };
};

export type Place = { readonly line?: number | null; readonly column?: string | null };

/** A finding that refuses the file. */
export function fatal(code: FindingCode, values: FileFinding['values'] = {}, place: Place = {}): FileFinding {
  return { code, severity: 'fatal', line: place.line ?? null, column: place.column ?? null, values };
}

/** A finding that the sender should know and that refuses nothing. */
export function warning(
  code: FindingCode,
  values: FileFinding['values'] = {},
  place: Place = {},
): FileFinding {
  return { ...fatal(code, values, place), severity: 'warning' };
}

/** Whether any of the findings refuses the file. */
export function refuses(findings: readonly FileFinding[]): boolean {
  return findings.some(({ severity }) => severity === 'fatal');
}

/** A finding as a sentence with its place. */
export function messageOf({ code, line, column, values }: FileFinding, language: Language): string {
  const place = [
    line === null ? '' : fill(PLACES.line[language], { line }),
    column === null ? '' : fill(PLACES.column[language], { column }),
  ].filter((part) => part !== '');
  const text = fill(FINDINGS[code][language], values);
  return place.length === 0 ? text : `${place.join(COMMA[language])}${COLON[language]}${text}`;
}

const COMMA: Text = { ar: '، ', fr: ', ', en: ', ' };
const COLON: Text = { ar: ': ', fr: '\u00a0: ', en: ': ' };
const PLACES = {
  line: { ar: 'السطر {line}', fr: 'ligne {line}', en: 'line {line}' },
  column: { ar: 'العمود {column}', fr: 'colonne {column}', en: 'column {column}' },
} as const satisfies { readonly [place: string]: Text };

/** Every finding in three languages; `{…}` are its values. */
export const FINDINGS = {
  empty_file: {
    ar: 'الملف فارغ: أرسلوا الملف كاملا من جديد.',
    fr: 'Le fichier est vide\u00a0: renvoyez-le complet.',
    en: 'The file is empty: send it again, complete.',
  },
  empty_rows: {
    ar: 'في آخر الملف {count} من الأسطر الفارغة التي لا تضم سوى الفواصل: لم تُحسب أسطرا للتصريح.',
    fr: 'Le fichier finit par {count} lignes vides, faites de séparateurs seulement\u00a0: elles ne comptent pas comme lignes de la déclaration.',
    en: 'The file ends with {count} empty rows of nothing but delimiters: they are not counted as lines of the declaration.',
  },
  unknown_format: {
    ar: 'صيغة الملف غير معروفة. الصيغ المقبولة: CSV وXLSX وJSON وNDJSON وXML وParquet.',
    fr: 'Le format du fichier n’est pas reconnu. Formats admis\u00a0: CSV, XLSX, JSON, NDJSON, XML, Parquet.',
    en: 'The format of the file is not known. Accepted are CSV, XLSX, JSON, NDJSON, XML and Parquet.',
  },
  unreadable: {
    ar: 'تعذرت قراءة الملف: {detail}',
    fr: 'Le fichier est illisible\u00a0: {detail}',
    en: 'The file cannot be read: {detail}',
  },
  incomplete: {
    ar: 'ليس هذا ملف {format} كاملا: افتحوه في البرنامج الذي أنشأه، واحفظوه من جديد بصيغة {format}، ثم أرسلوه.',
    fr: 'Ce n’est pas un fichier {format} complet\u00a0: ouvrez-le dans le logiciel qui l’a produit, enregistrez-le à nouveau en {format}, puis renvoyez-le.',
    en: 'This is not a complete {format} file: open it in the program that made it, save it again as {format}, and send it.',
  },
  syntax: {
    ar: 'بنية الملف غير سليمة بعد «{near}»: صححوها أو صدّروا الملف من جديد.',
    fr: 'La syntaxe du fichier est fautive après «\u00a0{near}\u00a0»\u00a0: corrigez-la ou exportez le fichier à nouveau.',
    en: 'The syntax of the file is broken after "{near}": mend it, or export the file again.',
  },
  line_too_long: {
    ar: 'سطر أطول من {limit} بايت: الملف تالف أو تنقصه نهايات الأسطر.',
    fr: 'Une ligne dépasse {limit} octets\u00a0: le fichier est endommagé ou il y manque des fins de ligne.',
    en: 'A line is longer than {limit} bytes: the file is damaged or its line ends are missing.',
  },
  truncated: {
    ar: 'الملف مبتور قبل نهايته: {detail}',
    fr: 'Le fichier est tronqué\u00a0: {detail}',
    en: 'The file ends before it is complete: {detail}',
  },
  document_type: {
    ar: 'يحتوي ملف XML على تعريف نوع المستند (DOCTYPE) أو كيانات، وهي غير مقبولة: احذفوها.',
    fr: 'Le fichier XML contient une déclaration DOCTYPE ou des entités, qui ne sont pas admises\u00a0: supprimez-les.',
    en: 'The XML file has a DOCTYPE or entities, which are not accepted: remove them.',
  },
  too_deep: {
    ar: 'تداخل العناصر يتجاوز الحد المقبول (عدد المستويات: {limit}).',
    fr: 'Les éléments sont imbriqués sur plus de {limit} niveaux.',
    en: 'Elements are nested more than {limit} levels deep.',
  },
  expands: {
    ar: 'ينتفخ الملف المضغوط إلى أكثر من {limit} ميغابايت عند فكه: رُفض دون فكه.',
    fr: 'Le fichier comprimé dépasse {limit} Mo une fois décomprimé\u00a0: il est refusé sans être ouvert.',
    en: 'The compressed file expands to more than {limit} MB: it is refused unopened.',
  },
  too_large: {
    ar: 'الملف أكبر من {limit} ميغابايت بهذه الصيغة: أرسلوه بصيغة CSV أو NDJSON.',
    fr: 'Le fichier dépasse {limit} Mo dans ce format\u00a0: envoyez-le en CSV ou en NDJSON.',
    en: 'The file is larger than {limit} MB in this format: send it as CSV or NDJSON.',
  },
  no_envelope: {
    ar: 'لا يوجد ظرف للتصريح: أضيفوا في CSV أسطرا من نوع «# sender: …» في أوله، وفي XLSX ورقة envelope، وفي JSON المفتاح "envelope"، وفي NDJSON سطرا أول {"envelope": …}، وفي XML العنصر <envelope>، وفي Parquet البيانات الوصفية marsad-envelope؛ أو أرفقوا ملفا جانبيا ‎.envelope.json.',
    fr: 'L’enveloppe de la déclaration manque\u00a0: en CSV, des lignes «\u00a0# sender: …\u00a0» en tête\u00a0; en XLSX, une feuille envelope\u00a0; en JSON, la clé "envelope"\u00a0; en NDJSON, une première ligne {"envelope": …}\u00a0; en XML, l’élément <envelope>\u00a0; en Parquet, la métadonnée marsad-envelope\u00a0; ou un fichier .envelope.json à côté.',
    en: 'The envelope of the declaration is missing: in CSV, lines `# sender: …` at the top; in XLSX, a sheet envelope; in JSON, the key "envelope"; in NDJSON, a first line {"envelope": …}; in XML, the element <envelope>; in Parquet, the metadata marsad-envelope; or a side file .envelope.json.',
  },
  envelope_missing: {
    ar: 'حقل الظرف «{field}» غير موجود أو فارغ، والمنتظر {expected}.',
    fr: 'Enveloppe, champ «\u00a0{field}\u00a0»\u00a0: absent ou vide, attendu {expected}.',
    en: 'Envelope field "{field}": missing or empty, expected {expected}.',
  },
  envelope_field: {
    ar: 'حقل الظرف «{field}»: وُجد «{found}»، والمنتظر {expected}.',
    fr: 'Enveloppe, champ «\u00a0{field}\u00a0»\u00a0: trouvé «\u00a0{found}\u00a0», attendu {expected}.',
    en: 'Envelope field "{field}": found "{found}", expected {expected}.',
  },
  schema_version: {
    ar: 'نسخة البنية {found} غير معروفة؛ النسخ المقبولة: {expected}.',
    fr: 'La version de schéma {found} est inconnue\u00a0; versions admises\u00a0: {expected}.',
    en: 'The schema version {found} is not known; accepted are: {expected}.',
  },
  unknown_sender: {
    ar: 'المصرِّح {sender} غير مسجل بصفة {type}: تحققوا من الرمز أو اتصلوا بالمكتب.',
    fr: 'Le déclarant {sender} n’est pas enregistré ({type})\u00a0: vérifiez le code ou contactez l’office.',
    en: 'The sender {sender} is not registered ({type}): check the code or contact the office.',
  },
  foreign_sender: {
    ar: 'يسمي الملف المصرح {sender} ({type})، وحسابكم يصرح باسم {own} ({own_type}): صححوا حقل ‎sender‎ في الظرف، أو أرسلوا الملف من حساب ذلك المصرح.',
    fr: 'Le fichier nomme le déclarant {sender} ({type})\u00a0; votre compte déclare pour {own} ({own_type})\u00a0: corrigez «\u00a0sender\u00a0» dans l’enveloppe, ou envoyez le fichier depuis le compte de ce déclarant.',
    en: 'The file names the sender {sender} ({type}); your account declares for {own} ({own_type}): correct `sender` in the envelope, or send the file from that declarant’s account.',
  },
  synthetic: {
    ar: 'الملف موسوم بأنه اصطناعي، وفضاء العمل هذا لا يقبل إلا التصريحات الحقيقية.',
    fr: 'Le fichier est marqué comme synthétique\u00a0; cet espace de travail n’admet que des déclarations réelles.',
    en: 'The file is marked synthetic, and this workspace takes real declarations only.',
  },
  not_synthetic: {
    ar: 'الملف غير موسوم بأنه اصطناعي، وفضاء العمل هذا للعرض: عُدّت أسطره اصطناعية كسائرها، فلا ترسلوا إليه تصريحا حقيقيا.',
    fr: 'Le fichier n’est pas marqué comme synthétique\u00a0; cet espace de travail est une démonstration, et ses lignes y comptent comme synthétiques\u00a0: n’y envoyez pas de vraie déclaration.',
    en: 'The file is not marked synthetic; this workspace is a demonstration, and its lines count as synthetic here: do not send a real declaration to it.',
  },
  missing_column: {
    ar: 'العمود الإلزامي «{field}» غير موجود.',
    fr: 'La colonne obligatoire «\u00a0{field}\u00a0» manque.',
    en: 'The required column "{field}" is missing.',
  },
  duplicate_column: {
    ar: 'العمود «{field}» مكرر.',
    fr: 'La colonne «\u00a0{field}\u00a0» figure deux fois.',
    en: 'The column "{field}" is there twice.',
  },
  unknown_column: {
    ar: 'العمود «{field}» غير معروف ولم يُقرأ؛ يبقى محفوظا في الملف كما ورد.',
    fr: 'La colonne «\u00a0{field}\u00a0» est inconnue et n’est pas lue\u00a0; elle reste dans le fichier conservé.',
    en: 'The column "{field}" is not known and is not read; it stays in the file as kept.',
  },
  merged_cells: {
    ar: 'في ورقة الأسطر خانات مدمجة (\u2066{cells}\u2069): لا تحمل القيمة إلا الخانة الأولى من كل مجموعة، وتبقى الأخريات فارغة. ألغوا الدمج واكتبوا القيمة في كل سطر.',
    fr: 'La feuille des lignes a des cellules fusionnées ({cells})\u00a0: seule la première de chaque groupe porte la valeur, les autres sont vides. Annulez la fusion et écrivez la valeur à chaque ligne.',
    en: 'The sheet of lines has merged cells ({cells}): only the first of each group holds the value, the others are empty. Unmerge them and write the value in every line.',
  },
  row_fields: {
    ar: 'عدد الحقول في هذا السطر {found}، وعددها في العناوين {expected}: تحققوا من الفواصل ومن القيم التي تحتوي على فاصلة (توضع بين علامتي اقتباس).',
    fr: 'Cette ligne n’a que {found} des {expected} champs que nomme l’en-tête\u00a0: vérifiez les séparateurs, et mettez entre guillemets les valeurs qui en contiennent.',
    en: 'This line has {found} of the {expected} fields that the header names: check the delimiters, and put values that hold one in quotes.',
  },
  row_long: {
    ar: 'في هذا السطر حقول أكثر مما في العناوين ({expected}): ضعوا بين علامتي اقتباس كل قيمة تحتوي على الفاصل.',
    fr: 'Cette ligne a plus de champs que l’en-tête n’en nomme ({expected})\u00a0: mettez entre guillemets les valeurs qui contiennent le séparateur.',
    en: 'This line has more fields than the header names ({expected}): put values that hold the delimiter in quotes.',
  },
  row_quote: {
    ar: 'علامة اقتباس فُتحت ولم تُغلق: أغلقوها، أو ضاعفوها إن كانت جزءا من النص.',
    fr: 'Un guillemet ouvert n’est pas fermé\u00a0: fermez-le, ou doublez-le s’il fait partie du texte.',
    en: 'A quote that was opened is not closed: close it, or double it where it belongs to the text.',
  },
  row_shape: {
    ar: 'عدد الحقول غير صحيح أو علامة الاقتباس غير مغلقة: {detail}',
    fr: 'Nombre de champs incorrect ou guillemet non fermé\u00a0: {detail}',
    en: 'Wrong number of fields, or a quote that is not closed: {detail}',
  },
  line_count: {
    ar: 'عدد الأسطر المعلن في الظرف {declared}، وعددها في الملف {found}.',
    fr: 'L’enveloppe annonce {declared} lignes, le fichier en contient {found}.',
    en: 'The envelope states {declared} lines, the file has {found}.',
  },
  control_sum: {
    ar: 'مجموع المراقبة بعملة {currency}: المعلن {declared} والمحسوب {found}.',
    fr: 'Total de contrôle en {currency}\u00a0: déclaré {declared}, calculé {found}.',
    en: 'Control sum of {currency}: stated {declared}, computed {found}.',
  },
  control_sum_missing: {
    ar: 'لا يوجد مجموع مراقبة لعملة {currency}، والمحسوب {found}.',
    fr: 'Le total de contrôle en {currency} manque\u00a0; calculé {found}.',
    en: 'The control sum of {currency} is missing; computed {found}.',
  },
  control_sum_open: {
    ar: 'لم يمكن إتمام التحقق من مجموع المراقبة بعملة {currency} (المعلن {declared} والمحسوب {found}): {unread} من الأسطر مبلغها غير مقروء أو عملتها غير معروفة، وستُعالج سطرا سطرا.',
    fr: 'Le total de contrôle en {currency} (déclaré {declared}, calculé {found}) n’a pu être vérifié entièrement\u00a0: lignes au montant illisible ou de devise inconnue\u00a0: {unread}, qui seront traitées une à une.',
    en: 'The control sum of {currency} (stated {declared}, computed {found}) could not be checked fully: lines with an unreadable amount or an unknown currency: {unread}, treated one by one.',
  },
  identity_taken: {
    ar: 'سبق استلام تصريح آخر لـ{sender} عن {period} بالرقم التسلسلي {sequence} (الوصل {receipt}): للتصحيح أرسلوا تصريحا بوظيفة replace ورقم جديد.',
    fr: 'Une autre déclaration de {sender} pour {period} porte déjà le numéro {sequence} (récépissé {receipt})\u00a0: pour corriger, envoyez une déclaration de fonction «\u00a0replace\u00a0» avec un nouveau numéro.',
    en: 'Another declaration of {sender} for {period} already has sequence number {sequence} (receipt {receipt}): to correct it, send one with function `replace` and a new number.',
  },
  period_ahead: {
    ar: 'الفترة المصرح بها {period} لم تبدأ بعد يوم الاستلام ({day}): تحققوا من حقل ‎period‎ في الظرف، وإن كان خطأ فألغوا هذا التصريح وأرسلوه من جديد.',
    fr: 'La période déclarée {period} n’a pas commencé le jour de la réception ({day})\u00a0: vérifiez «\u00a0period\u00a0» dans l’enveloppe\u00a0; si c’est une erreur, annulez cette déclaration et renvoyez-la.',
    en: 'The period declared, {period}, has not begun on the day of receipt ({day}): check `period` in the envelope; if it is a slip, cancel this declaration and send it again.',
  },
  replaces_unknown: {
    ar: 'التصريح رقم {sequence} المراد تعويضه أو إلغاؤه غير موجود أو لم يعد ساريا.',
    fr: 'La déclaration n°\u00a0{sequence} à remplacer ou à annuler n’existe pas ou n’est plus en vigueur.',
    en: 'Declaration {sequence}, which this one replaces or cancels, does not exist or is no longer in force.',
  },
  no_lines: {
    ar: 'لا يحتوي التصريح على أي سطر: للتصريح بعدم وجود عمليات أرسلوا سطرا بالعلامة nil.',
    fr: 'La déclaration ne contient aucune ligne\u00a0: pour un état néant, envoyez une ligne avec l’indicateur «\u00a0nil\u00a0».',
    en: 'The declaration has no lines: for nothing to declare, send one line with the flag `nil`.',
  },
  transcoded: {
    ar: 'قُرئ الملف بترميز {encoding}.',
    fr: 'Le fichier a été lu dans le codage {encoding}.',
    en: 'The file was read in the encoding {encoding}.',
  },
  side_envelope: {
    ar: 'أُخذ الظرف من الملف الجانبي ({sha256}).',
    fr: 'L’enveloppe vient du fichier à côté ({sha256}).',
    en: 'The envelope comes from the side file ({sha256}).',
  },
  inferred_envelope: {
    ar: 'سلسلة دون ظرف: استُنتج الظرف من أعمدتها.',
    fr: 'Série sans enveloppe\u00a0: celle-ci est déduite des colonnes.',
    en: 'A series without an envelope: it was inferred from the columns.',
  },
  more: {
    ar: 'ملاحظات أخرى من هذا النوع: {count}.',
    fr: 'Autres constats de ce type\u00a0: {count}.',
    en: 'And {count} more findings of this kind.',
  },
} as const satisfies { readonly [code: string]: Text };

export type FindingCode = keyof typeof FINDINGS;
