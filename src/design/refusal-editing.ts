// What is refused of decisions over lines and of adjustments, in three languages; and the faults of their forms.

import type { Text } from './text.ts';

export const EDITING_REFUSALS = {
  which_decision: {
    ar: 'أي قرار؟ تأكيد، أو كما صُرّح به، أو تصحيح، أو استبعاد.',
    fr: 'Quelle décision\u00a0? confirmer, comme déclaré, corriger ou exclure.',
    en: 'which decision? confirm, asDeclared, correct or exclude',
  },
  decision_faults: {
    ar: 'في القرار أخطاء.',
    fr: 'La décision comporte des erreurs.',
    en: 'the decision has faults',
  },
  nothing_to_decide: {
    ar: 'السطر {line}: قيمة {field} هي {value} من قبل، فلا شيء يُقرَّر.',
    fr: 'Ligne {line}\u00a0: {field} vaut déjà {value}\u00a0: rien à décider.',
    en: 'line {line}: {field} already is {value}: nothing to decide',
  },
  decided_meanwhile: {
    ar: 'سجّل {author} القرار رقم {seq} بشأن السطر {line} بعد فتحكم هذه الصفحة: راجعوه في القرارات أدناه، ثم سجّلوا قراركم إن بقي لازما.',
    fr: '{author} a enregistré la décision {seq} sur la ligne {line} depuis que vous avez ouvert cette page\u00a0: lisez-la ci-dessous, puis enregistrez la vôtre si elle reste nécessaire.',
    en: '{author} recorded decision {seq} over line {line} after you opened this page: read it below, then record yours if it is still needed',
  },
  no_edit: {
    ar: 'لا يوجد قرار رقمه {seq}.',
    fr: 'Il n’y a pas de décision {seq}.',
    en: 'there is no edit {seq}',
  },
  edit_reversal: {
    ar: 'القرار {seq} هو نفسه تراجع: اتخذوا قرارا جديدا بشأن السطر.',
    fr: 'La décision {seq} est elle-même une annulation\u00a0: décidez à nouveau de la ligne.',
    en: 'edit {seq} is itself a reversal: decide over the line anew',
  },
  edit_reversed: {
    ar: 'سبق التراجع عن القرار {seq}.',
    fr: 'La décision {seq} a déjà été annulée.',
    en: 'edit {seq} was reversed already',
  },
  reversal_faults: {
    ar: 'في التراجع أخطاء.',
    fr: 'L’annulation comporte des erreurs.',
    en: 'the reversal has faults',
  },
  question_faults: {
    ar: 'في السؤال أخطاء.',
    fr: 'La question comporte des erreurs.',
    en: 'the question has faults',
  },
  question_field: {
    ar: 'وُجد {field}، والمطلوب حقل من حقول هذا النوع من الأسطر ({kind}).',
    fr: 'Trouvé {field}, attendu un champ des lignes de cette sorte ({kind}).',
    en: 'field: found {field}, expected a field of {kind} lines',
  },
  question_open: {
    ar: 'السؤال {id} الموجه إلى {sender} عن {field} في السطر {line} ما زال مفتوحا.',
    fr: 'La question {id} à {sender} sur {field} de la ligne {line} est encore ouverte.',
    en: 'question {id} to {sender} on {field} of line {line} is still open',
  },
  which_line: {
    ar: 'أي سطر؟ وُجد {found}، والمطلوب تصريح/رتبة مثل 12/345.',
    fr: 'Quelle ligne\u00a0? trouvé {found}, attendu DÉCLARATION/RANG comme 12/345.',
    en: 'which line? found {found}, expected SUBMISSION/ORDINAL such as 12/345',
  },
  no_lines: {
    ar: 'التصريح {submission} بلا أسطر.',
    fr: 'La déclaration {submission} n’a pas de lignes.',
    en: 'submission {submission} has no lines',
  },
  no_line: {
    ar: 'لا يوجد السطر {line}: أسطر التصريح {submission} أقل.',
    fr: 'Pas de ligne {line}\u00a0: la déclaration {submission} en a moins.',
    en: 'no line {line}: submission {submission} has fewer lines',
  },
  adjustment_faults: {
    ar: 'في التعديل أخطاء.',
    fr: 'L’ajustement comporte des erreurs.',
    en: 'the adjustment has faults',
  },
  retraction_faults: {
    ar: 'في طلب سحب التعديل أخطاء.',
    fr: 'Le retrait de l’ajustement comporte des erreurs.',
    en: 'the retraction has faults',
  },
  adjustment_approver: {
    ar: 'من يصادق؟ لم يُذكر أحد.',
    fr: 'Qui approuve\u00a0? personne n’est nommé.',
    en: 'author: found nothing, expected who approves',
  },
  no_adjustment: {
    ar: 'لا يوجد تعديل رقمه {seq}.',
    fr: 'Il n’y a pas d’ajustement {seq}.',
    en: 'there is no adjustment {seq}',
  },
  adjustment_approved: {
    ar: 'صادق {approver} على التعديل {seq} من قبل.',
    fr: 'L’ajustement {seq} a déjà été approuvé par {approver}.',
    en: 'adjustment {seq} was approved by {approver} already',
  },
  own_adjustment: {
    ar: '{approver} هو من اقترح التعديل {seq}: يجب أن يصادق عليه شخص آخر.',
    fr: '{approver} a fait l’ajustement {seq}\u00a0: une autre personne doit l’approuver.',
    en: '{approver} made adjustment {seq}: another person must approve it',
  },
  adjustment_retraction: {
    ar: '{seq} هو نفسه سحب لتعديل: اقترحوا تعديلا جديدا.',
    fr: '{seq} est lui-même un retrait\u00a0: faites un nouvel ajustement.',
    en: '{seq} is itself a retraction: make a new adjustment',
  },
  adjustment_retracted: {
    ar: 'سبق سحب التعديل {seq}.',
    fr: 'L’ajustement {seq} a déjà été retiré.',
    en: 'adjustment {seq} was retracted already',
  },
  adjustment_cell: {
    ar: 'يكون التعديل حيث تبدأ الأرقام، وتتبعه كل المجاميع.',
    fr: 'Un ajustement se fait là où commencent les chiffres\u00a0; toutes les sommes suivent.',
    en: 'an adjustment is made where figures begin, and every sum follows',
  },
  no_main_item: {
    ar: 'ليس للفرع {segment} بند EBOPS رئيسي في {month}: اذكروا بندا.',
    fr: '{segment} n’a pas de poste EBOPS principal en {month}\u00a0: indiquez-en un.',
    en: '{segment} has no main EBOPS item in {month}: name one with --ebops',
  },
  nobody_contributes: {
    ar: 'لا أحد يساهم في {segment} × {partner} في {month}: اذكروا المقاولة التي يمثلها التعديل.',
    fr: 'Personne ne contribue à {segment} × {partner} en {month}\u00a0: dites quelle entreprise il représente.',
    en: 'nobody contributes to {segment} × {partner} in {month}: name whom it stands for with --enterprise',
  },
} as const satisfies { readonly [code: string]: Text };
