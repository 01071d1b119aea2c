// The words of the pages of runs, in three languages. Arabic is written, not translated.

import type { Text } from '../../design/text.ts';

export const RUNS = {
  next: { ar: 'وبعدها:', fr: 'Ensuite\u00a0:', en: 'Next:' },
  title: { ar: 'المعالجات', fr: 'Exécutions', en: 'Runs' },
  lead: {
    ar: 'تأخذ كل معالجة ما وصل حتى لحظة بدئها، فتحسب الأرقام وتحمي سريتها وتُعدّ المسودة. ولا تجري معالجتان معا.',
    fr: 'Une exécution traite ce qui est arrivé jusqu’à son instant, calcule les chiffres, les protège et prépare le projet. Jamais deux à la fois.',
    en: 'A run processes what had come by its instant, compiles and protects the figures, and drafts the release. Never two at once.',
  },
  start: { ar: 'بدء معالجة', fr: 'Lancer une exécution', en: 'Start a run' },
  embargo: {
    ar: 'ساعة النشر، مع فارق التوقيت (اختياري)',
    fr: 'Heure de publication, avec décalage (facultatif)',
    en: 'Hour of publication, with offset (optional)',
  },
  what: { ar: 'نوع العمل', fr: 'Travail', en: 'Work' },
  running: { ar: 'معالجة جارية', fr: 'Exécution en cours', en: 'A run is going on' },
  refreshes: {
    ar: 'تُحدَّث هذه الصفحة تلقائيا كل ثانيتين.',
    fr: 'Cette page se met à jour toutes les deux secondes.',
    en: 'This page brings itself up to date every two seconds.',
  },
  log: { ar: 'ما قاله البرنامج', fr: 'Ce que dit le programme', en: 'What the program said' },
  why: { ar: 'لماذا لم تكتمل', fr: 'Pourquoi elle n’a pas abouti', en: 'Why it did not succeed' },
  ownWords: {
    ar: 'لم تكتمل لسبب لا يقوله البرنامج إلا بلغته. لم يتغير شيء من البيانات: أعيدوا المحاولة، وإن تكرر الأمر فأبلغوا المسؤول عن الخادم بما يلي.',
    fr: 'Elle a échoué pour une raison que le programme ne sait dire que dans sa langue. Aucune donnée n’a changé\u00a0: réessayez et, si cela se répète, transmettez ce qui suit à l’exploitant.',
    en: 'It did not succeed for a reason that the program says in its own words alone. No data changed: try again, and if it happens again give what follows to the operator.',
  },
  cause: { ar: 'سبب المراجعة', fr: 'Cause de révision', en: 'Cause of the revision' },
  causeFound: {
    ar: 'كما تبيّنه السجلات',
    fr: 'celle que montrent les enregistrements',
    en: 'as the records show it',
  },
  stop: { ar: 'إيقاف', fr: 'Arrêter', en: 'Stop' },
  jobs: { ar: 'ما بُدئ من هذه الصفحة', fr: 'Lancées d’ici', en: 'Started here' },
  runs: { ar: 'كل المعالجات', fr: 'Toutes les exécutions', en: 'All runs' },
  started: { ar: 'بدأت', fr: 'Début', en: 'Began' },
  ended: { ar: 'انتهت', fr: 'Fin', en: 'Ended' },
  cut: { ar: 'حدّ المدخلات', fr: 'Coupe', en: 'Cut' },
  cutText: {
    ar: 'الملفات حتى الرقم {submission} والقرارات حتى الرقم {edit}',
    fr: 'envois jusqu’à {submission}, décisions jusqu’à {edit}',
    en: 'submissions up to {submission}, edits up to {edit}',
  },
  noRuns: { ar: 'لم تجرِ أي معالجة.', fr: 'Aucune exécution.', en: 'No run yet.' },
  steps: { ar: 'المراحل', fr: 'Étapes', en: 'Steps' },
  stepDone: { ar: 'تمت', fr: 'faite', en: 'done' },
  stepNow: { ar: 'جارية', fr: 'en cours', en: 'now' },
  stepAhead: { ar: 'لم تبدأ', fr: 'à venir', en: 'ahead' },
  counts: { ar: 'ما عدّته المراحل', fr: 'Ce qu’ont compté les étapes', en: 'What the steps counted' },
  domain: { ar: 'بصمة التعاريف', fr: 'Empreinte des définitions', en: 'Hash of definitions' },
  program: { ar: 'بصمة البرنامج', fr: 'Empreinte du programme', en: 'Hash of program' },
  startedNotice: { ar: 'بدأت المعالجة.', fr: 'L’exécution a commencé.', en: 'The run has begun.' },
  stoppedNotice: { ar: 'طُلب إيقاف المعالجة.', fr: 'L’arrêt est demandé.', en: 'The run is asked to stop.' },
  draft: { ar: 'المسودة', fr: 'Projet', en: 'Draft' },
} as const satisfies { readonly [name: string]: Text };
