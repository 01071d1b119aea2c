// What is refused of releases and of the acts of two people, in three languages.

import type { Text } from './text.ts';

export const RELEASING_REFUSALS = {
  not_proposed: {
    ar: 'لم يقترح أحد هذا الإجراء ({act}) بشأن {subject} كما هو الآن: يقترح شخص ويصادق آخر.',
    fr: 'Personne n’a proposé l’acte «\u00a0{act}\u00a0» pour {subject} dans son état actuel\u00a0: l’un propose, un autre approuve.',
    en: 'nobody has proposed the {act} of {subject} as it stands now: one person proposes, another approves',
  },
  own_proposal: {
    ar: 'اقترح {actor} هذا الإجراء ({act}) بشأن {subject} في {at}: يجب أن يصادق عليه شخص آخر.',
    fr: '{actor} a proposé l’acte «\u00a0{act}\u00a0» pour {subject} le {at}\u00a0: une autre personne doit l’approuver.',
    en: '{actor} proposed the {act} of {subject} at {at}: another person must approve it',
  },
  proposal_replaced: {
    ar: 'اقترح {actor} في {at} شيئا آخر ({act} بشأن {subject}، الاقتراح {now}) بعد الاقتراح {seen} الذي رأيتموه. لم يُصادَق على شيء: اقرؤوا الاقتراح الجديد ثم صادقوا عليه إن وافقتم.',
    fr: '{actor} a proposé autre chose le {at} («\u00a0{act}\u00a0» pour {subject}, proposition {now}), après la proposition {seen} que vous aviez sous les yeux. Rien n’est approuvé\u00a0: lisez la nouvelle, puis approuvez-la si vous êtes d’accord.',
    en: '{actor} proposed something else at {at} ({act} of {subject}, proposal {now}) since the proposal {seen} that you saw. Nothing was approved: read the new one, then approve it if you agree',
  },
  proposal_unnamed: {
    ar: 'اقتُرح هذا الإجراء ({act} بشأن {subject}) أكثر من مرة، وآخرها الاقتراح {now} من {actor} في {at}. اقرؤوه ثم صادقوا عليه برقمه: --proposal {now}.',
    fr: 'L’acte «\u00a0{act}\u00a0» pour {subject} a été proposé plusieurs fois, la dernière par {actor} le {at} (proposition {now}). Lisez-la, puis approuvez-la par son numéro\u00a0: --proposal {now}.',
    en: 'the {act} of {subject} was proposed more than once, last by {actor} at {at} (proposal {now}). Read it, then approve it by its number: --proposal {now}',
  },
  proposal_number: {
    ar: 'لا يحمل النموذج رقم الاقتراح: افتحوا الصفحة من جديد ثم صادقوا.',
    fr: 'Le formulaire ne porte pas le numéro de la proposition\u00a0: rouvrez la page, puis approuvez.',
    en: 'the form does not carry the number of the proposal: open the page again, then approve',
  },
  no_act: {
    ar: 'وُجد {found}، والمطلوب أحد الإجراءات {expected}.',
    fr: 'Trouvé {found}, attendu l’un des actes {expected}.',
    en: 'found {found}, expected one of {expected}',
  },
  release_state: {
    ar: 'الإصدار {id} {state}: لا يصح {act} إلا لما هو {states}.',
    fr: 'La publication {id} est {state}\u00a0: l’acte «\u00a0{act}\u00a0» est pour ce qui est {states}.',
    en: 'release {id} is {state}: {act} is for what is {states}',
  },
  release_already: {
    ar: 'الإصدار {id} {state} من قبل.',
    fr: 'La publication {id} est déjà {state}.',
    en: 'release {id} is {state} already',
  },
  release_unapproved: {
    ar: 'لا يُنشر الإصدار {id} إلا بقرار شخصين: يقترح شخص نشره ويصادق عليه آخر.',
    fr: 'La publication {id} demande deux personnes avant d’être publique\u00a0: l’une propose sa publication, une autre l’approuve.',
    en: 'release {id} needs two people before it is public: one proposes its publication, another approves it (`marsad propose`, `marsad approve`)',
  },
  release_early: {
    ar: 'الإصدار {id} تحت حظر النشر حتى {embargo}، والساعة الآن {at}: انتظروا ساعته، أو اقترحوا تأجيلها أو إلغاء الإصدار.',
    fr: 'La publication {id} est sous embargo jusqu’au {embargo}\u00a0; il est {at}\u00a0: attendez son heure, ou proposez un report ou une annulation.',
    en: 'release {id} is under embargo until {embargo}; it is {at}: wait for its hour, or propose a postponement or its cancellation',
  },
  no_release: {
    ar: 'لا يوجد الإصدار {id}.',
    fr: 'Il n’y a pas de publication {id}.',
    en: 'there is no release {id}: `marsad release` drafts one',
  },
  no_bulletin: {
    ar: 'لا توجد للإصدار {id} نشرة إحصائية باللغة {language} تمكن قراءتها الآن.',
    fr: 'La publication {id} n’a pas de bulletin en {language} qui puisse être lu maintenant.',
    en: 'release {id} has no bulletin in {language} that can be read now',
  },
  withdrawal_text: {
    ar: 'يُخبر السحبُ العمومَ بسببه باللغات الثلاث: إحداها فارغة.',
    fr: 'Un retrait donne au public sa raison en trois langues\u00a0: l’une d’elles est vide.',
    en: 'a withdrawal tells the public why, in three languages: one of them is empty',
  },
  postponement_until: {
    ar: 'إلى متى؟ اكتبوا الساعة الجديدة مع فارق التوقيت، مثل ⁦2025-10-30T10:00:00+01:00⁩.',
    fr: 'Jusqu’à quand\u00a0? Écrivez la nouvelle heure avec son décalage, comme 2025-10-30T10:00:00+01:00.',
    en: 'until when? The new hour with its offset (`--until`), such as 2025-10-30T10:00:00+01:00',
  },
  no_hour: {
    ar: 'ليست للإصدار {id} ساعة يمكن تأجيلها: انشروه، أو ألغوه وأعدّوه بساعة.',
    fr: 'La publication {id} n’a pas d’heure qui puisse être reportée\u00a0: publiez-la, ou annulez-la et préparez-la avec une heure.',
    en: 'release {id} has no hour that could be postponed: publish it, or cancel it and draft it with an hour',
  },
  hour_come: {
    ar: 'حلّت ساعة الإصدار {id}، وهي {embargo}: ما صار عموميا يُسحب ولا يؤجَّل.',
    fr: 'L’heure de {id}, {embargo}, est venue\u00a0: ce qui est public se retire, il ne se reporte pas.',
    en: 'the hour of {id}, {embargo}, has come: what is public is withdrawn, not postponed',
  },
  hour_not_later: {
    ar: 'وُجدت الساعة {until}، والمطلوب ساعة بعد {embargo}: لساعة أبكر ألغوا الإصدار وصادقوا عليه من جديد.',
    fr: 'Trouvé {until}, attendu un instant après {embargo}\u00a0: pour une heure plus tôt, annulez et approuvez à nouveau.',
    en: 'hour of publication: found {until}, expected an instant after {embargo}: for an earlier hour cancel and approve anew',
  },
  hour_form: {
    ar: 'وُجدت الساعة {hour}، والمطلوب ساعة مثل ⁦2025-09-30T10:00:00+01:00⁩.',
    fr: 'Trouvé l’heure {hour}, attendu un instant comme 2025-09-30T10:00:00+01:00.',
    en: 'hour of publication: found {hour}, expected an instant such as 2025-09-30T10:00:00+01:00',
  },
  hour_offset: {
    ar: 'وُجدت الساعة {hour}، لكن فارق التوقيت في {zone} ذلك اليوم هو {own}: اكتبوا {right}، أو الساعة بالتوقيت العالمي مع Z.',
    fr: 'Trouvé l’heure {hour}, mais les horloges de {zone} sont à {own} ce jour-là\u00a0: écrivez {right}, ou l’instant en UTC avec Z.',
    en: 'hour of publication: found {hour}, but clocks of {zone} stand at {own} on that day: write {right}, or the instant in UTC with Z',
  },
  changed_meanwhile: {
    ar: 'تغيّر الإصدار {id} أثناء ذلك: اقترحوا تأجيله من جديد.',
    fr: 'La publication {id} a changé entre-temps\u00a0: proposez à nouveau son report.',
    en: 'release {id} was changed meanwhile: propose its postponement again',
  },
  other_figures: {
    ar: 'في الإصدار {id} أرقام ({flows}) غير التي صودق عليها: ألغوه ثم صادقوا عليه من جديد.',
    fr: 'La publication {id} donne d’autres chiffres dans {flows} que ceux qui ont été approuvés\u00a0: annulez-la et approuvez-la à nouveau.',
    en: 'release {id} comes out with other figures in {flows} than were approved: cancel it and approve it anew',
  },
  draft_gone: {
    ar: 'مسودة الإصدار {id} غير موجودة: أعدّوها من جديد.',
    fr: 'Le projet de la publication {id} n’est plus là\u00a0: préparez-le à nouveau.',
    en: '{folder} is not there: draft release {id} again',
  },
  not_verified: {
    ar: 'لا يجتاز الإصدار {id} التحقق: {faults}',
    fr: 'La publication {id} ne se vérifie pas\u00a0: {faults}',
    en: 'release {id} does not verify: {faults}',
  },
  other_draft: {
    ar: 'الإصدار {id} ليس المسودة التي سُجّلت: أعدّوا المسودة من جديد.',
    fr: 'La publication {id} n’est pas le projet qui a été enregistré\u00a0: préparez-la à nouveau.',
    en: 'release {id} is not the draft that was recorded: draft the release again',
  },
  other_hour: {
    ar: 'الإصدار {id} موقّع بساعة غير المسجلة: أعدّوا المسودة من جديد.',
    fr: 'La publication {id} est signée avec une autre heure que celle qui est enregistrée\u00a0: préparez-la à nouveau.',
    en: 'release {id} is signed with another hour than was recorded: draft the release again',
  },
  drafted_synthetic: {
    ar: 'أُعدّ الإصدار {id} حين كان فضاء العمل اصطناعيا: أعدّوا المسودة من جديد.',
    fr: 'La publication {id} a été préparée quand l’espace de travail était synthétique\u00a0: préparez-la à nouveau.',
    en: 'release {id} was drafted when the workspace was synthetic: draft the release again',
  },
  drafted_real: {
    ar: 'أُعدّ الإصدار {id} حين لم يكن فضاء العمل اصطناعيا: أعدّوا المسودة من جديد.',
    fr: 'La publication {id} a été préparée quand l’espace de travail n’était pas synthétique\u00a0: préparez-la à nouveau.',
    en: 'release {id} was drafted when the workspace was not synthetic: draft the release again',
  },
  not_protected: {
    ar: 'الإصدار {id} من المعالجة {run}، وهي لم تجتز حماية السرية: ابدؤوا معالجة أخرى تجتازها وأعدّوا المسودة منها.',
    fr: 'La publication {id} vient de l’exécution {run}, qui n’a pas passé la protection du secret\u00a0: lancez-en une autre qui la passe et préparez la publication à partir d’elle.',
    en: 'release {id} comes from run {run}, which did not pass disclosure control: run again until one does, and draft the release from it',
  },
  sealed_gone: {
    ar: 'الملف المختوم للإصدار {id} غير موجود: استعيدوه من نسخة احتياطية.',
    fr: 'Le fichier scellé de {id} n’est plus là\u00a0: reprenez-le d’une sauvegarde.',
    en: 'the sealed file of {id} is not there: restore it from a backup',
  },
  sealed_shut: {
    ar: 'لا يُفتح الملف المختوم للإصدار {id}: {why}. استعيدوه أو استعيدوا مفتاح الختم من نسخة احتياطية.',
    fr: 'Le fichier scellé de {id} ne s’ouvre pas\u00a0: {why}. Rétablissez-le, ou la clé de scellement, depuis une sauvegarde.',
    en: 'the sealed file of {id} does not open: {why}. Restore it, or the sealing key, from a backup',
  },
  no_sealing_key: {
    ar: 'لا يوجد مفتاح ختم في {folder}: أعيدوه من نسخته.',
    fr: '{folder} ne contient pas de clé de scellement\u00a0: remettez-la depuis sa copie.',
    en: '{folder} holds no sealing key: put it back from its copy',
  },
  overtaken: {
    ar: 'حُميت سرية الإصدار {id} قبل نشر {since}: أعيدوا حماية السرية وإعداد المسودة.',
    fr: 'La publication {id} a été protégée avant que {since} soit publié\u00a0: protégez-la et préparez-la à nouveau.',
    en: 'release {id} was protected before {since} was published: `marsad protect` and `marsad release` it again',
  },
  cause_needed: {
    ar: 'نُشرت الفترة {period} من قبل: اذكروا لماذا تتغير أرقامها، بأحد هذه الأسباب: {causes}.',
    fr: 'La période {period} a déjà été publiée\u00a0: dites pourquoi ses chiffres changent, par l’une de ces causes\u00a0: {causes}.',
    en: '{period} has been published before: say why its figures move, by one of these causes: {causes}',
  },
  other_period: {
    ar: 'حُسبت المعالجة {run} للفترة {analysed} لا للفترة {period}.',
    fr: 'L’exécution {run} a été faite pour {analysed}, non pour {period}.',
    en: 'run {run} was compiled for {analysed}, not {period}: `marsad run WS --period {period}` compiles it',
  },
  run_unprotected: {
    ar: 'لم تجتز المعالجة {run} حماية السرية: لا يُنشر منها شيء. تبيّن صفحة حماية السرية الخانات المعرضة وسبب ذلك.',
    fr: 'L’exécution {run} n’a pas passé la protection du secret\u00a0: rien ne peut en être publié. La page de la protection du secret nomme les cellules exposées et ce qui les expose.',
    en: 'run {run} did not pass disclosure control: nothing of it can be released. The page of disclosure control names the cells at risk and what gives them away',
  },
  no_headline: {
    ar: 'ليس في الإصدار {id} رقمه الرئيسي، أي مجموع {period}: {why}. لم يُقبل شيء. إن كان لا بد من نشره من دونه فأكّدوا ذلك صراحة في المربع المخصص له، ويؤكده الشخص الثاني أيضا.',
    fr: 'La publication {id} n’a pas son chiffre principal, le total de {period}\u00a0: {why}. Rien n’est accepté. S’il faut publier sans lui, dites-le expressément dans la case prévue\u00a0; la seconde personne le dira aussi.',
    en: 'release {id} is without its headline figure, the total of {period}: {why}. Nothing was accepted. If it is to be published without it, say so in so many words (`--without-headline`, or the box on the page); the second person has to say it as well',
  },
  another_waits: {
    ar: 'الإصدار {id} مصادق عليه وينتظر ساعته: انشروه أو أجّلوه أو ألغوه قبل إعداد غيره للفترة {period}.',
    fr: 'La publication {id} est approuvée et attend son heure\u00a0: publiez-la, reportez-la ou annulez-la avant une autre de {period}.',
    en: 'release {id} is approved and waits for its hour: publish, postpone or cancel it before another of {period}',
  },
  none_published: {
    ar: 'لم يُنشر أي إصدار بعد: يُتاح برهان الإدراج بعد نشر أول إصدار يشمل التصريح',
    fr: 'aucune publication encore\u00a0: la preuve d’inclusion sera disponible après la première qui couvre la déclaration',
    en: 'no release is published yet: the proof is there after the first one that covers the declaration',
  },
  not_published: {
    ar: 'لم يُنشر الإصدار {id} بعد.',
    fr: 'La publication {id} n’est pas publique.',
    en: 'release {id} is not published',
  },
  receipt_later: {
    ar: 'جاء الوصل {receipt} بعد إعداد الإصدار {id}، أو رُفض تصريحه: ليس ضمنه.',
    fr: 'Le récépissé {receipt} est postérieur à la publication {id}, ou sa déclaration a été refusée\u00a0: il n’y figure pas.',
    en: 'receipt {receipt} came after release {id} was made, or was refused: it is not in it',
  },
  no_receipt: {
    ar: 'لا يوجد الوصل {receipt}.',
    fr: 'Il n’y a pas de récépissé {receipt}.',
    en: 'there is no receipt {receipt}',
  },
  readers_list: {
    ar: 'لائحة المطّلعين غير صحيحة: {where}: {why}',
    fr: 'La liste des lecteurs est fautive\u00a0: {where}\u00a0: {why}',
    en: 'the list of readers is not one: {where}: {why}',
  },
  readers_closed: {
    ar: 'الإصدار {id} {state}: لا يمكن الاطلاع عليه قبل نشره.',
    fr: 'La publication {id} est {state}\u00a0: personne ne peut la lire avant qu’elle soit publique.',
    en: 'release {id} is {state}: nobody can read it before it is public',
  },
  readers_hourless: {
    ar: 'ليست للإصدار {id} ساعة: لا يمكن الاطلاع عليه قبل نشره. حددوا ساعة النشر عند إعداد الإصدار.',
    fr: 'La publication {id} n’a pas d’heure\u00a0: personne ne peut la lire avant qu’elle soit publique. Fixez une heure en la préparant.',
    en: 'release {id} has no hour: nobody can read it before it is public. State an hour when it is drafted',
  },
  reader_late: {
    ar: 'المطّلع {reader}: وُجد {from}، والمطلوب توقيت قبل {embargo}.',
    fr: 'Lecteur {reader}\u00a0: trouvé {from}, attendu un instant avant {embargo}.',
    en: 'reader {reader}: found {from}, expected an instant before {embargo}',
  },
  reader_twice: {
    ar: 'المطّلع {reader} وارد في اللائحة مرتين: اذكروه مرة واحدة.',
    fr: 'Le lecteur {reader} figure deux fois dans la liste\u00a0: nommez-le une seule fois.',
    en: 'reader {reader} stands in the list twice: name each once',
  },
} as const satisfies { readonly [code: string]: Text };
