// What is refused of collection, of the register, of runs and of addresses, in three languages.

import type { Text } from './text.ts';

export const COLLECTING_REFUSALS = {
  expired_form: {
    ar: 'لم يأتِ الطلب من صفحة مفتوحة في هذه الجلسة. افتحوا الصفحة من جديد ثم أعيدوا الإرسال.',
    fr: 'La demande ne vient pas d’une page ouverte dans cette session. Rouvrez la page, puis renvoyez.',
    en: 'the request does not come from a page opened in this session: open the page again, then send it',
  },
  queue_full: {
    ar: 'ملفات كثيرة في الانتظار: أعيدوا الإرسال بعد {seconds} ث.',
    fr: 'Trop de fichiers attendent\u00a0: réessayez dans {seconds}\u00a0s.',
    en: 'too many uploads wait: come back in {seconds} seconds',
  },
  own_queue_full: {
    ar: 'ملفات المصرِّح {sender} المنتظرة: {count}، وهو أقصى ما يُقبل من مُصرِّح واحد في وقت واحد. لم يُحفظ هذا الملف: أعيدوا إرساله بعد {seconds} ث.',
    fr: 'Fichiers de {sender} en attente\u00a0: {count}, le maximum admis d’un même déclarant. Celui-ci n’a pas été conservé\u00a0: renvoyez-le dans {seconds}\u00a0s.',
    en: '{count} uploads of {sender} wait, the most that is taken from one declarant at a time. This one was not kept: send it again in {seconds} seconds',
  },
  faults_gone: {
    ar: 'لم يعد هذا الملف موجودا.',
    fr: 'Ce fichier n’est plus là.',
    en: 'it is gone',
  },
  not_a_number: {
    ar: '{text} ليس رقما.',
    fr: '{text} n’est pas un numéro.',
    en: '{text} is not a number',
  },
  no_submission: {
    ar: 'لا يوجد تصريح رقمه {id}.',
    fr: 'Il n’y a pas de déclaration {id}.',
    en: 'there is no submission {id}',
  },
  no_respondent: {
    ar: '{sender} ليس رمز بنك ولا رقم مقاولة من السجل، ولم يُصرَّح باسمه قط.',
    fr: '{sender} n’est ni une banque ni une entreprise du répertoire, et n’a jamais déclaré.',
    en: '{sender} is neither a bank nor an enterprise of the register, and never declared',
  },
  freeze_grounds: {
    ar: 'يلزم لتجميد المدخلات صاحب قرار وسبب: من يجمّدها ولماذا الآن.',
    fr: 'Un gel des données d’entrée demande un auteur et un motif\u00a0: qui les gèle, et pourquoi maintenant.',
    en: 'a freeze needs --author and --reason: who fixes the inputs, and why now',
  },
  frozen_already: {
    ar: 'جمّد {author} مدخلات {period} في {at} من قبل.',
    fr: 'Les données d’entrée de {period} ont déjà été gelées par {author} le {at}.',
    en: '{period} was frozen by {author} on {at} already',
  },
  not_in_register: {
    ar: '{enterprise} غير واردة في السجل.',
    fr: '{enterprise} n’est pas au répertoire.',
    en: '{enterprise} is not in the register',
  },
  entry_faults: {
    ar: 'في ما يُضاف إلى السجل أخطاء.',
    fr: 'Ce qui s’ajoute au répertoire comporte des erreurs.',
    en: 'what is added to the register has faults',
  },
  register_faults: {
    ar: 'في التغيير أخطاء.',
    fr: 'Le changement comporte des erreurs.',
    en: 'the change has faults',
  },
  register_same: {
    ar: 'قيمة {field} للمقاولة {enterprise} هي {value} من قبل.',
    fr: '{field} de {enterprise} est déjà {value}.',
    en: '{field} of {enterprise} already is {value}',
  },
  period_form: {
    ar: 'وُجدت الفترة {period}، والمطلوب فترة مثل 2025-S1 أو 2024 أو 2025-Q2.',
    fr: 'Trouvé la période {period}, attendu une période comme 2025-S1, 2024 ou 2025-Q2.',
    en: 'found {period}, expected a period such as 2025-S1, 2024 or 2025-Q2',
  },
  run_going: {
    ar: 'المعالجة التي بدأها {author} في {at} لم تنته بعد.',
    fr: 'L’exécution lancée par {author} à {at} n’est pas terminée.',
    en: 'a run started by {author} at {at} is not over yet',
  },
  no_job: {
    ar: 'لم يبدأ أحد من هنا معالجة رقمها {id}: صفحة المعالجات تعرض الموجود منها.',
    fr: 'Personne n’a lancé ici d’exécution {id}\u00a0: la page des exécutions les énumère.',
    en: 'nobody started a run {id} here: the page of runs lists them',
  },
  run_over: {
    ar: 'انتهت المعالجة من قبل.',
    fr: 'L’exécution est déjà terminée.',
    en: 'the run is over already',
  },
  no_run: {
    ar: 'لا توجد معالجة رقمها {id}: صفحة المعالجات تعرض الموجود منها.',
    fr: 'Il n’y a pas d’exécution {id}\u00a0: la page des exécutions les énumère.',
    en: 'there is no run {id}: the page of runs lists them',
  },
  no_run_yet: {
    ar: 'لم تبلغ أي معالجة هذا الحد بعد: ابدؤوا واحدة من صفحة المعالجات.',
    fr: 'Aucune exécution n’est encore allée jusque-là\u00a0: lancez-en une depuis la page des exécutions.',
    en: 'no run of this workspace is {state} yet: `marsad run WS --period …` makes one',
  },
  run_without_cells: {
    ar: 'لم تُحسب أرقام المعالجة {id}: لا تُعرض إلا أرقام معالجة حُسبت أرقامها.',
    fr: 'L’exécution {id} n’est pas analysée\u00a0: seules les exécutions analysées ont des chiffres.',
    en: 'run {id} is {state}: only an analysed run has cells',
  },
  neither_run_nor_release: {
    ar: '{given} ليس رقم معالجة ولا إصدارا مثل ⁦2025-S1/1⁩.',
    fr: '{given} n’est ni le numéro d’une exécution ni une publication comme 2025-S1/1.',
    en: '{given} is neither the number of a run nor a release such as 2025-S1/1',
  },
  not_a_cell: {
    ar: '{id} ليس خانة من خانات الجداول.',
    fr: '{id} n’est pas une cellule.',
    en: '{id} is not a cell',
  },
  not_compiled: {
    ar: '{id} ليس من الأرقام التي حُسبت في هذه المعالجة.',
    fr: '{id} n’est pas une cellule calculée par cette exécution.',
    en: '{id} is not a compiled cell of this run',
  },
  other_definitions: {
    ar: 'أُجريت المعالجة {run} بتعاريف غير الحالية: ابدؤوا معالجة جديدة.',
    fr: 'L’exécution {run} a été faite avec d’autres définitions que celles d’aujourd’hui\u00a0: lancez-en une nouvelle.',
    en: 'run {run} was made with other definitions than the workspace has now: begin a new one with `marsad run`',
  },
} as const satisfies { readonly [code: string]: Text };
