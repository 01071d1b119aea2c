// What is refused of disclosure control, of accepted risks and of how a release is protected, in three languages.

import type { Text } from './text.ts';

export const PROTECTING_REFUSALS = {
  risk_cell: {
    ar: 'وُجد {found}، والمطلوب خانة كما تسميها الحماية: DATAFLOW/KEY/PERIOD، تليها # وإصدار عند الاقتضاء.',
    fr: 'Trouvé {found}, attendu une cellule telle que la protection la nomme\u00a0: DATAFLOW/KEY/PERIOD, suivie de # et d’une publication s’il y a lieu.',
    en: 'found {found}, expected a cell as `marsad protect` names it: DATAFLOW/KEY/PERIOD, a release behind # where it says one',
  },
  risk_ground: {
    ar: 'وُجد الأساس {found}، والمطلوب أحد: {expected}.',
    fr: 'Trouvé le motif {found}, attendu l’un de {expected}.',
    en: 'found the ground {found}, expected one of {expected}',
  },
  risk_leave: {
    ar: 'إذنُ من؟ اذكروا كل مجموعة أذنت كتابة.',
    fr: 'L’accord de qui\u00a0? Nommez chaque groupe qui a donné son accord par écrit.',
    en: 'whose leave? name every holding that gave it',
  },
  risk_public_holdings: {
    ar: 'ما هو علني لا يحتاج إلى إذن أحد: لا تذكروا مجموعات، أو اختاروا الأساس ‎waived‎.',
    fr: 'Ce qui est public ne demande l’accord de personne\u00a0: ne nommez aucun groupe, ou choisissez le motif waived.',
    en: 'what is public needs nobody’s leave: name no holdings, or the ground waived',
  },
  risk_reason: {
    ar: 'اذكروا أين نُشر الرقم أو مرجع الإذن، وسبب القبول.',
    fr: 'Dites où le chiffre est public ou la référence de l’accord, et pourquoi le risque est accepté.',
    en: 'say where the figure is public or the reference of the leave, and why it is accepted',
  },
  risk_state: {
    ar: 'حالة الخطر المتعلق بالخانة {cell} «{state}»، والمطلوب «{expected}».',
    fr: 'Le risque de {cell} est «\u00a0{state}\u00a0», attendu «\u00a0{expected}\u00a0».',
    en: 'the risk of {cell} is {state}, expected {expected}',
  },
  risk_unknown: {
    ar: 'لم يقترح أحد قبول الخطر المتعلق بالخانة {cell}: اقترحوه أولا.',
    fr: 'Personne n’a proposé d’accepter le risque de {cell}\u00a0: proposez-le d’abord.',
    en: 'nobody has proposed to accept the risk of {cell}: propose it first',
  },
  end_reason: {
    ar: 'لماذا؟ اذكروا السبب.',
    fr: 'Pourquoi\u00a0? Donnez la raison.',
    en: 'why? give the reason',
  },
  protection_option: {
    ar: 'وُجد {found}، والمطلوب إحدى طرق الحماية: {expected}.',
    fr: 'Trouvé {found}, attendu l’un des modes de protection\u00a0: {expected}.',
    en: 'found {found}, expected one of the ways to protect: {expected}',
  },
} as const satisfies { readonly [code: string]: Text };

export const RISK_STATE_WORDS: { readonly [state in 'proposed' | 'accepted' | 'ended']: Text } = {
  proposed: { ar: 'مقترح', fr: 'proposé', en: 'proposed' },
  accepted: { ar: 'مقبول', fr: 'accepté', en: 'accepted' },
  ended: { ar: 'منتهٍ', fr: 'levé', en: 'ended' },
};
