// The words of the partners, revisions, calendar, glossary and about pages.

import type { Text } from '../../design/text.ts';

export const PARTNERS = {
  lead: {
    ar: 'بلد إقامة الزبون لا بلد البنك الذي مرّت به الأموال.',
    fr: 'Pays de résidence du client, et non de la banque par laquelle passe le paiement.',
    en: 'Country of residence of the client, not of the bank that the payment came through.',
  },
  finding: {
    ar: '{partner} أول شريك، بحصة {share} في المائة {within}',
    fr: '{partner}, premier partenaire avec {share} % {within}',
    en: '{partner} is the first partner, with {share}% {within}',
  },
  unit: {
    ar: 'إيرادات الصادرات حسب بلد الزبون، بملايين الدراهم',
    fr: 'Recettes d’exportation par pays du client, millions de dirhams',
    en: 'Export receipts by country of the client, million dirhams',
  },
  countries: { ar: 'حسب البلد', fr: 'Par pays', en: 'By country' },
  regions: { ar: 'حسب المنطقة', fr: 'Par région', en: 'By region' },
  partner: { ar: 'الشريك', fr: 'Partenaire', en: 'Partner' },
  none: {
    ar: 'لا يتضمن هذا الإصدار تفصيلا حسب الشريك.',
    fr: 'Cette publication ne détaille pas les partenaires.',
    en: 'This release has no detail by partner.',
  },
} as const satisfies { readonly [name: string]: Text };

export const REVISIONS = {
  lead: {
    ar: 'الأرقام المؤقتة تُراجع. هنا كل رقم تغيّر بين إصدارين، بقيمته في كل منهما.',
    fr: 'Les chiffres provisoires sont révisés. Voici ceux qui ont changé d’une publication à l’autre.',
    en: 'Preliminary figures are revised. Here is every figure that changed between two releases.',
  },
  single: {
    ar: 'صدر إصدار واحد حتى الآن؛ ستظهر المراجعات مع الإصدار المقبل.',
    fr: 'Une seule publication à ce jour ; les révisions apparaîtront avec la suivante.',
    en: 'There is one release so far; revisions will appear with the next.',
  },
  nowConfidential: {
    ar: 'الأرقام التي نُشرت من قبل وصارت سرية تغيّرت هي أو رقم مرتبط بها، وقد يكشف الفرق ما صرّح به أحد الفاعلين. تبقى القيمة السابقة كما عُرفت حينها، ولا تُعدّ القيمة الحالية.',
    fr: 'Un chiffre publié auparavant et désormais confidentiel a changé, ou est lié à un chiffre qui a changé, et l’écart pourrait révéler ce qu’un déclarant a transmis. L’ancienne valeur reste telle qu’on la connaissait alors\u00a0; elle n’est plus la valeur actuelle.',
    en: 'A figure that was published before and is confidential now has changed, or is tied to one that has, and the difference could reveal what somebody declared. The earlier value stays as it was known then; it is not the present value.',
  },
  unchanged: {
    ar: 'لم يتغير أي رقم منشور بين الإصدارين الأخيرين.',
    fr: 'Aucun chiffre publié n’a changé entre les deux dernières publications.',
    en: 'No published figure changed between the last two releases.',
  },
  between: {
    ar: 'من الإصدار {earlier} إلى الإصدار {later}',
    fr: 'De la publication {earlier} à la publication {later}',
    en: 'From release {earlier} to release {later}',
  },
  causes: { ar: 'أسباب المراجعة: {causes}', fr: 'Motifs : {causes}', en: 'Reasons: {causes}' },
  size: {
    ar: 'متوسط المراجعة المطلقة لفصول الفروع: {mar} مليون درهم، أي {rmar} في المائة من المستوى ({count}).',
    fr: 'Révision absolue moyenne des trimestres par segment : {mar} millions de dirhams, soit {rmar} % du niveau ({count}).',
    en: 'Mean absolute revision of quarters by segment: {mar} million dirhams, {rmar}% of the level ({count}).',
  },
  earlier: { ar: 'سابقا', fr: 'Avant', en: 'Before' },
  later: { ar: 'حاليا', fr: 'Après', en: 'After' },
  difference: { ar: 'الفرق', fr: 'Écart', en: 'Difference' },
  vintages: {
    ar: 'المجموع الفصلي كما صدر في كل إصدار، بملايين الدراهم',
    fr: 'Total trimestriel tel que diffusé à chaque fois, millions de dirhams',
    en: 'Quarterly total as each release gave it, million dirhams',
  },
  movedFinding: {
    ar: 'من الإصدار {earlier} إلى الإصدار {later} تغيّرت فصول الفروع بنسبة {rmar} في المائة في المتوسط',
    fr: 'De la publication {earlier} à la publication {later}, les trimestres par segment bougent de {rmar}\u00a0% en moyenne',
    en: 'From release {earlier} to release {later} quarters by segment moved by {rmar}% on average',
  },
  vintagesFinding: {
    ar: 'المسار كما عُرف عند كل إصدار',
    fr: 'La trajectoire telle qu’elle était connue à chaque publication',
    en: 'The path as it was known at each release',
  },
} as const satisfies { readonly [name: string]: Text };

/** Causes of revision, as edits and submissions record them. */
export const CAUSES: { readonly [cause: string]: Text } = {
  late: { ar: 'تصريحات متأخرة', fr: 'déclarations tardives', en: 'late declarations' },
  corrected: { ar: 'تصريحات مصححة', fr: 'déclarations corrigées', en: 'corrected declarations' },
  reclassified: { ar: 'إعادة تصنيف', fr: 'reclassement', en: 'reclassification' },
  exchange_rate: { ar: 'أسعار الصرف', fr: 'taux de change', en: 'exchange rates' },
  coverage: { ar: 'التغطية', fr: 'couverture', en: 'coverage' },
  method: { ar: 'المنهجية', fr: 'méthode', en: 'method' },
  erratum: { ar: 'تصحيح خطأ', fr: 'erratum', en: 'erratum' },
};

export const CALENDAR = {
  lead: {
    ar: 'مواعيد النشر معلنة مسبقا، على الساعة نفسها للجميع.',
    fr: 'Les dates de publication sont annoncées à l’avance, à la même heure pour tous.',
    en: 'Release dates are announced in advance, at the same hour for everyone.',
  },
  upcoming: { ar: 'المقبلة', fr: 'À venir', en: 'To come' },
  past: { ar: 'السابقة', fr: 'Passées', en: 'Past' },
  date: { ar: 'التاريخ', fr: 'Date', en: 'Date' },
  what: { ar: 'الموضوع', fr: 'Objet', en: 'Subject' },
  subscribe: {
    ar: 'الاشتراك في الرزنامة (iCalendar)',
    fr: 'S’abonner (iCalendar)',
    en: 'Subscribe (iCalendar)',
  },
  release: { ar: 'نشر أرقام {period}', fr: 'Publication : {period}', en: 'Release: {period}' },
  none: { ar: 'لا مواعيد معلنة.', fr: 'Aucune date annoncée.', en: 'No dates announced.' },
} as const satisfies { readonly [name: string]: Text };

export const GLOSSARY = {
  lead: {
    ar: 'المصطلحات نفسها في الصفحات والنشرة والملفات، باللغات الثلاث.',
    fr: 'Les mêmes termes dans les pages, le bulletin et les fichiers, en trois langues.',
    en: 'The same terms in pages, bulletin and files, in three languages.',
  },
  term: { ar: 'المصطلح', fr: 'Terme', en: 'Term' },
} as const satisfies { readonly [name: string]: Text };

export const ABOUT = {
  lead: {
    ar: 'مرصد منظومة لإنتاج إحصاءات الصادرات: تدخل التصريحات، ويخرج إصدار موقّع بثلاث لغات، يحفظ السرية ويمكن تتبع كل رقم فيه.',
    fr: 'Marsad produit des statistiques d’exportation : des déclarations entrent, une publication signée, trilingue et respectueuse du secret en sort, dont chaque chiffre se retrace.',
    en: 'Marsad produces export statistics: declarations go in; a signed, trilingual, confidentiality-safe release comes out, and every figure in it can be traced.',
  },
  reuse: { ar: 'إعادة الاستعمال', fr: 'Réutilisation', en: 'Reuse' },
  reuseText: {
    ar: 'البيانات مفتوحة برخصة {licence}، مع ذكر المصدر. الملفات بصيغ CSV وXLSX وParquet وSDMX.',
    fr: 'Données ouvertes sous licence {licence}, source à citer. Fichiers CSV, XLSX, Parquet et SDMX.',
    en: 'Open data under {licence}, with credit to the source. Files in CSV, XLSX, Parquet and SDMX.',
  },
  privacy: { ar: 'الخصوصية', fr: 'Vie privée', en: 'Privacy' },
  privacyText: {
    ar: 'لا ملفات تعريف ارتباط، ولا تتبع، ولا أي طلب إلى جهة ثالثة. تعمل الصفحات كاملة دون جافاسكربت.',
    fr: 'Ni cookie, ni traceur, ni requête vers un tiers. Les pages fonctionnent entièrement sans JavaScript.',
    en: 'No cookie, no tracker, no request to a third party. Pages work completely without JavaScript.',
  },
  access: { ar: 'النفاذ الرقمي', fr: 'Accessibilité', en: 'Accessibility' },
  accessText: {
    ar: 'لكل رسم جدول بأرقامه. تُستعمل الصفحات بلوحة المفاتيح وحدها، وبتكبير 200 في المائة، وعلى أصغر الشاشات.',
    fr: 'Chaque graphique a son tableau. Les pages s’utilisent au clavier seul, agrandies à 200 %, et sur de petits écrans.',
    en: 'Every chart has its table. Pages work by keyboard alone, at 200% zoom, and on the smallest screens.',
  },
  independence: { ar: 'المساواة في الاطلاع', fr: 'Égalité d’accès', en: 'Equal access' },
  independenceText: {
    ar: 'يصل الجميع إلى الأرقام في اللحظة نفسها. قبل موعد النشر لا توجد الأرقام على هذا الخادم.',
    fr: 'Chacun accède aux chiffres au même instant : avant l’heure, ils n’existent pas sur ce serveur.',
    en: 'Everyone gets the figures at the same moment: before it, they do not exist on this server.',
  },
} as const satisfies { readonly [name: string]: Text };
