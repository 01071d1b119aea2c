// The words of the pages of releases, the audit log, the first page and the ministry's page, in three languages.

import type { Text } from '../../design/text.ts';

export const RELEASES = {
  title: { ar: 'الإصدارات', fr: 'Publications', en: 'Releases' },
  lead: {
    ar: 'مسودة ← مراجعة ← مصادقة شخص ثان ← ختم ← نشر في الساعة المحددة. يقترح كلَّ إجراء شخص ويصادق عليه آخر.',
    fr: 'Projet → revue → approbation par une autre personne → scellé → publié à son heure. Chaque acte est proposé par l’un et approuvé par l’autre.',
    en: 'Draft → review → approval by another person → sealed → published at its hour. Every act is proposed by one person and approved by another.',
  },
  none: {
    ar: 'لا إصدار بعد: تُعدّ المعالجة مسودته.',
    fr: 'Aucune publication encore\u00a0: une exécution en prépare le projet.',
    en: 'No release yet: a run drafts one.',
  },
  vintage: { ar: 'حالة البيانات', fr: 'Statut des données', en: 'Status of data' },
  hour: { ar: 'ساعة النشر', fr: 'Heure de publication', en: 'Hour of publication' },
  noHour: { ar: 'بلا ساعة محددة', fr: 'sans heure fixée', en: 'no hour set' },
  made: { ar: 'أُعدّ في', fr: 'Préparée le', en: 'Drafted at' },
  published: { ar: 'نُشر في', fr: 'Publiée le', en: 'Published at' },
  manifest: { ar: 'بصمة البيان', fr: 'Empreinte du manifeste', en: 'Hash of the manifest' },
  acts: { ar: 'ما يمكن فعله الآن', fr: 'Ce qui peut être fait', en: 'What can be done now' },
  noHeadline: {
    ar: 'الرقم الرئيسي لهذا الإصدار غائب ({why})، وبه تُفتتح النشرة الإحصائية. لا يُقبل اقتراح نشره ولا المصادقة عليه إلا إذا أكّد كل من الشخصين صراحة أنه يعلم ذلك.',
    fr: 'Le chiffre principal de cette publication manque ({why})\u00a0: le bulletin s’ouvre sur lui. Elle ne peut être ni proposée ni approuvée tant que chacune des deux personnes n’a pas dit expressément qu’elle le sait.',
    en: 'The headline figure of this release is not there ({why}): the bulletin opens with it. Its publication is neither proposed nor approved unless each of the two people says in so many words that they know.',
  },
  withoutHeadline: {
    ar: 'أعلم أن هذا الإصدار بلا رقمه الرئيسي، وأريد نشره من دونه.',
    fr: 'Je sais que cette publication n’a pas son chiffre principal, et je veux qu’elle paraisse sans lui.',
    en: 'I know that this release is without its headline figure, and want it to be published without it.',
  },
  propose: { ar: 'اقتراح: {act}', fr: 'Proposer\u00a0: {act}', en: 'Propose: {act}' },
  approve: { ar: 'المصادقة على: {act}', fr: 'Approuver\u00a0: {act}', en: 'Approve: {act}' },
  proposedBy: { ar: 'اقترحه {actor}', fr: 'Proposé par {actor}', en: 'Proposed by {actor}' },
  ownProposal: {
    ar: 'اقترحتموه أنتم: يصادق عليه شخص آخر.',
    fr: 'Vous l’avez proposé\u00a0: une autre personne approuve.',
    en: 'You proposed it: another person approves.',
  },
  publish: { ar: 'نشر الآن', fr: 'Publier maintenant', en: 'Publish now' },
  publishNote: {
    ar: 'إصدار مختوم بلا ساعة، أو مسودة اصطناعية: يصير عموميا فورا.',
    fr: 'Scellée sans heure, ou projet synthétique\u00a0: publique aussitôt.',
    en: 'Sealed without an hour, or a synthetic draft: public at once.',
  },
  until: {
    ar: 'الساعة الجديدة، مع فارق التوقيت',
    fr: 'Nouvelle heure, avec décalage',
    en: 'New hour, with offset',
  },
  publicText: {
    ar: 'السبب كما يقرؤه العموم ({language})',
    fr: 'Motif lu par le public ({language})',
    en: 'Reason that the public reads ({language})',
  },
  steps: { ar: 'ما جرى عليه', fr: 'Ce qui a été fait', en: 'What was done' },
  step: { ar: 'الخطوة', fr: 'Étape', en: 'Step' },
  act: { ar: 'الإجراء', fr: 'Acte', en: 'Act' },
  bulletin: { ar: 'معاينة النشرة الإحصائية', fr: 'Aperçu du bulletin', en: 'Preview of the bulletin' },
  sealedNow: {
    ar: 'مختوم: لا يُقرأ من هنا قبل ساعته.',
    fr: 'Scellée\u00a0: elle ne se lit pas ici avant son heure.',
    en: 'Sealed: it cannot be read here before its hour.',
  },
  files: { ar: 'الملفات', fr: 'Fichiers', en: 'Files' },
  bytes: { ar: 'بايت', fr: 'octets', en: 'bytes' },
  proposedNotice: {
    ar: 'سُجّل الاقتراح، وينتظر شخصا آخر.',
    fr: 'La proposition est enregistrée\u00a0; une autre personne doit l’approuver.',
    en: 'The proposal is recorded; another person must approve it.',
  },
  approvedNotice: { ar: 'تمت المصادقة ونُفّذ الإجراء.', fr: 'Approuvé, et fait.', en: 'Approved, and done.' },
  publishedNotice: {
    ar: 'صار الإصدار عموميا.',
    fr: 'La publication est publique.',
    en: 'The release is public.',
  },
} as const satisfies { readonly [name: string]: Text };

export const READERS = {
  title: { ar: 'من يطّلع قبل النشر', fr: 'Lecteurs avant diffusion', en: 'Readers before publication' },
  lead: {
    ar: 'لائحة يقترحها شخص ويصادق عليها آخر. تُنشر الصفات مع الإصدار، لا الأسماء؛ ويبقى في السجل من قرأ ومتى.',
    fr: 'Liste proposée par une personne, approuvée par une autre. Les fonctions sont publiées avec les chiffres, jamais les noms\u00a0; qui a lu et quand reste au journal.',
    en: 'A list proposed by one person and approved by another. Posts are published with the figures, never names; who read and when stays in the log.',
  },
  inForce: { ar: 'اللائحة المعمول بها', fr: 'Liste en vigueur', en: 'List in force' },
  nobody: { ar: 'لا أحد.', fr: 'Personne.', en: 'Nobody.' },
  proposed: {
    ar: 'لائحة تنتظر شخصا آخر',
    fr: 'Liste qui attend une autre personne',
    en: 'A list that waits for another person',
  },
  account: { ar: 'الحساب', fr: 'Compte', en: 'Account' },
  post: { ar: 'الصفة كما تُنشر', fr: 'Fonction publiée', en: 'Post, as published' },
  from: { ar: 'ابتداء من', fr: 'À partir de', en: 'From' },
  add: { ar: 'إضافة مطّلع', fr: 'Ajouter un lecteur', en: 'Add a reader' },
  propose: {
    ar: 'اقتراح اللائحة مع هذا المطّلع',
    fr: 'Proposer la liste avec ce lecteur',
    en: 'Propose the list with this reader',
  },
  remove: { ar: 'اقتراح اللائحة دونه', fr: 'Proposer sans lui', en: 'Propose without' },
  approve: { ar: 'المصادقة على اللائحة', fr: 'Approuver la liste', en: 'Approve the list' },
  readings: { ar: 'من قرأ ومتى', fr: 'Qui a lu, quand', en: 'Who read, and when' },
  what: { ar: 'ماذا', fr: 'Quoi', en: 'What' },
  copy: { ar: 'علامة النسخة', fr: 'Marque de la copie', en: 'Mark of the copy' },
} as const satisfies { readonly [name: string]: Text };

export const AUDIT = {
  title: { ar: 'سجل التدقيق', fr: 'Journal d’audit', en: 'Audit log' },
  lead: {
    ar: 'كل فعل: من، ومتى، وماذا، وما قبله وما بعده. كل قيد مربوط بسابقه ببصمته، فيظهر أي تغيير.',
    fr: 'Chaque acte\u00a0: qui, quand, quoi, avant et après. Chaque entrée est liée à la précédente par son empreinte\u00a0: tout changement se voit.',
    en: 'Every act: who, when, what, before and after. Each entry is bound to the one before by its hash: any change shows.',
  },
  actor: { ar: 'الفاعل', fr: 'Acteur', en: 'Actor' },
  action: { ar: 'الفعل', fr: 'Action', en: 'Action' },
  subject: { ar: 'الموضوع', fr: 'Objet', en: 'Subject' },
  detail: { ar: 'التفاصيل', fr: 'Détail', en: 'Detail' },
  text: { ar: 'نص في الموضوع أو التفاصيل', fr: 'Texte', en: 'Text' },
  from: { ar: 'من يوم', fr: 'Du', en: 'From' },
  to: { ar: 'إلى يوم', fr: 'Au', en: 'To' },
  head: { ar: 'رأس السلسلة', fr: 'Tête de la chaîne', en: 'Head of the chain' },
  verify: { ar: 'التحقق من السلسلة', fr: 'Vérifier la chaîne', en: 'Verify the chain' },
  export: { ar: 'تصدير', fr: 'Exporter', en: 'Export' },
  whole: {
    ar: 'السلسلة سليمة: لم يتغير شيء.',
    fr: 'La chaîne est intacte\u00a0: rien n’a changé.',
    en: 'The chain is whole: nothing was changed.',
  },
  broken: {
    ar: 'السلسلة غير سليمة:',
    fr: 'La chaîne n’est pas intacte\u00a0:',
    en: 'The chain is not whole:',
  },
} as const satisfies { readonly [name: string]: Text };

export const HOME = {
  title: { ar: 'ما ينتظركم', fr: 'Ce qui vous attend', en: 'What waits for you' },
  nothing: { ar: 'لا شيء ينتظركم الآن.', fr: 'Rien ne vous attend.', en: 'Nothing waits for you.' },
  late: {
    ar: 'تصريحات متأخرة عن الفترة {period}: {count}',
    fr: 'Déclarations en retard pour {period}\u00a0: {count}',
    en: 'Declarations late for {period}: {count}',
  },
  due: {
    ar: 'تصريحات منتظرة عن الفترة {period}: {count}',
    fr: 'Déclarations attendues pour {period}\u00a0: {count}',
    en: 'Declarations due for {period}: {count}',
  },
  answered: {
    ar: 'أجوبة المُصرِّحين لم يُبتّ فيها: {count}',
    fr: 'Réponses de déclarants à traiter\u00a0: {count}',
    en: 'Answers of declarants to decide on: {count}',
  },
  review: { ar: 'أسطر للمراجعة', fr: 'Lignes à contrôler', en: 'Lines to review' },
  adjustments: {
    ar: 'تعديلات تنتظر مصادقتكم: {count}',
    fr: 'Ajustements à approuver\u00a0: {count}',
    en: 'Adjustments to approve: {count}',
  },
  proposal: {
    ar: 'للمصادقة: {act} ({release})، اقترحه {actor}',
    fr: 'À approuver\u00a0: {act} ({release}), proposé par {actor}',
    en: 'To approve: {act} of {release}, proposed by {actor}',
  },
  draft: {
    ar: 'مسودة لم يُقترح نشرها: {release}',
    fr: 'Projet non proposé\u00a0: {release}',
    en: 'Draft not proposed yet: {release}',
  },
  sealed: {
    ar: 'مختوم حتى ساعته: {release} ({hour})',
    fr: 'Scellée jusqu’à son heure\u00a0: {release} ({hour})',
    en: 'Sealed until its hour: {release} ({hour})',
  },
  sealedNoHour: {
    ar: 'مختوم بلا ساعة محددة، وينتظر «نشر الآن»: {release}',
    fr: 'Scellée sans heure, attend «\u00a0Publier maintenant\u00a0»\u00a0: {release}',
    en: 'Sealed without an hour, waits for “Publish now”: {release}',
  },
  unstated: {
    second_administrator: {
      ar: 'ادعوا مديرا ثانيا للنظام: لا أحد يغيّر أدواره أو يرفع القفل عن حسابه بنفسه',
      fr: 'Invitez un second administrateur\u00a0: nul ne change ses propres rôles ni ne se déverrouille',
      en: 'Invite a second administrator: nobody changes their own roles or unlocks themselves',
    },
    banks: {
      ar: 'لائحة البنوك لا تزال لائحة العرض: ‎domain/banks.csv‎',
      fr: 'La liste des banques est encore celle de la démonstration\u00a0: domain/banks.csv',
      en: 'The list of banks is still that of the demonstration: domain/banks.csv',
    },
    register: {
      ar: 'سجل المقاولات لا يزال سجل العرض: ‎domain/register.csv‎ و‎strata.csv‎',
      fr: 'Le répertoire des entreprises est encore celui de la démonstration\u00a0: domain/register.csv, strata.csv',
      en: 'The register of enterprises is still that of the demonstration: domain/register.csv, strata.csv',
    },
    holdings: {
      ar: 'لائحة المجموعات لا تزال لائحة العرض: ‎domain/holdings.csv‎',
      fr: 'La liste des groupes est encore celle de la démonstration\u00a0: domain/holdings.csv',
      en: 'The list of holdings is still that of the demonstration: domain/holdings.csv',
    },
    rates: {
      ar: 'أسعار الصرف لا تزال أسعارا توضيحية: ‎domain/rates.csv‎ و‎rate_source‎ في ‎domain.yaml‎',
      fr: 'Les taux de change sont encore des taux illustratifs\u00a0: domain/rates.csv, rate_source de domain.yaml',
      en: 'The exchange rates are still illustrative ones: domain/rates.csv, rate_source of domain.yaml',
    },
    calendar: {
      ar: 'الرزنامة لا تزال رزنامة العرض: ‎domain/calendar.csv‎',
      fr: 'Le calendrier est encore celui de la démonstration\u00a0: domain/calendar.csv',
      en: 'The calendar is still that of the demonstration: domain/calendar.csv',
    },
    parameters: {
      ar: 'معالم حماية السرية لم تُحدَّد: ‎secrets/disclosure.yaml‎. لا تصل معالجة إلى مسودة من دونها',
      fr: 'Les paramètres de la protection du secret ne sont pas fixés\u00a0: secrets/disclosure.yaml. Sans eux aucune exécution n’aboutit',
      en: 'The parameters of disclosure control are not stated: secrets/disclosure.yaml. Without them no run ends in a draft',
    },
  },
  running: { ar: 'معالجة جارية', fr: 'Une exécution est en cours', en: 'A run is going on' },
} as const satisfies { readonly [name: string]: Text | { readonly [each: string]: Text } };

export const RELEASED = {
  title: { ar: 'الأرقام المنشورة', fr: 'Chiffres publiés', en: 'Published figures' },
  lead: {
    ar: 'مجاميع آخر إصدار منشور وجودته، بالدقة المنشورة. لا تتضمن هذه الصفحة أي معطى فردي.',
    fr: 'Agrégats et qualité de la dernière publication, à la précision publiée. Aucune donnée individuelle.',
    en: 'Aggregates and quality of the last release, as published. No individual data.',
  },
  none: { ar: 'لم يُنشر شيء بعد.', fr: 'Rien n’est encore publié.', en: 'Nothing is published yet.' },
  levels: {
    ar: 'إيرادات التصدير بملايين الدراهم',
    fr: 'Recettes d’exportation, millions de dirhams',
    en: 'Export receipts, millions of dirhams',
  },
  all: { ar: 'المجموع', fr: 'Total', en: 'Total' },
  quality: { ar: 'مؤشرات الجودة', fr: 'Indicateurs de qualité', en: 'Quality indicators' },
} as const satisfies { readonly [name: string]: Text };
