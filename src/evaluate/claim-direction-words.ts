// Words of direction, rank and order in three languages.

import type { WordEntry } from './claim-words.ts';

/** Phrases are separated by `|`; Arabic ones are given without the article and without joined particles. */
export const DIRECTION_WORDS: readonly WordEntry[] = [
  {
    kind: 'rise',
    value: '1',
    words: {
      en: 'rose|rise|rises|risen|rising|grew|grow|grows|grown|growth|growing|increase|increased|increases|increasing|up|gain|gained|climbed|jumped|surged|soared|advanced|higher|improved|expanded|expansion|added|progressed|upturn|barely above|climb|climbing|edged up|edges up|ticked up|better|leap|leapt|boom|booming|up by|surge|jump',
      fr: 'hausse|augmentation|augmente|augmentent|augmentee|progression|progresse|progressent|croissance|croit|gagne|gagnent|grimpe|bondi|bondit|bond|mieux|accru|accroissement|accrue|monte|eleve de|essor|rebond|hausses|de plus|de plus qu|de plus que|en plus|mieux qu|bondissent|s envole|s envolent|grimpent|rebondit|supplementaires',
      ar: 'تزد|يزد|تزيد|يزيد|ترتفع|يرتفع|تنمو|ينمو|كبر|كبرت|ارتفع|ارتفعت|ارتفاع|ارتفاعا|نما|نمت|نمو|نموا|زياده|زاد|زادت|صعد|صعدت|صعود|قفز|قفزت|قفزه|تقدم|تحسن|تحسنت|تحسنا|انتعش|انتعاش|تزايد|مرتفعه|مرتفعا|متزايده|متقدمه|بارتفاع|بزياده|بنمو|ازدياد|طلعات|زادات|طلع|طفره|انتعاشا|صعودا|قفزا|ربح|ربحت',
    },
  },
  {
    kind: 'fall',
    value: '-1',
    words: {
      en: 'fell|fall|falls|fallen|falling|declined|decline|declines|declining|dropped|drop|decrease|decreased|decreasing|down|lost|shrank|shrunk|slipped|slid|lower|contracted|contraction|sank|plunged|slump|slumped|retreated|downturn|slip|slips|slipping|slide|slides|loses|losing|loss|edged down|eased|ebbed|shed|shrinks|shrinking|plunge|vanished|evaporated|worse|under that of|below that of|below its level|below the level|under the level|short of the same|dipped|dips|eroded|weakened|weaker|fell back|dwindled|receded|gave up|shaved|ceded|gave back',
      fr: 'baisse|baissent|recul|recule|reculent|diminution|diminue|diminuent|chute|chutent|perdu|perdent|repli|replie|contraction|contracte|regresse|regression|flechi|flechissement|moins bien|decru|decroissance|decroche|decrochent|decrochage|plonge|plongent|tombe|tombent|descend|descendent|de moins|de moins qu|de moins que|perd|s erode|erosion|cede|recule|degringole|s effondre|effondrement|fondu|envoles|evapores|disparu|disparus|perte|perte de|en dessous de|au dessous de|en deca de|s effrite|s est effrite|faiblit|s etiole|amoindri|se contracte|se contractent|se replie|se tasse|fleche|ampute|retreci|retrecit|tassement|s enfonce|s enfoncent|rabote|laissent filer|a laisse|y laissent|y laissaient|rabougri',
      ar: 'يتراجع|تتراجع|ينخفض|تنخفض|يتقلص|تتقلص|ضعف|ضعفت|تراجع|تراجعت|تراجعا|انخفض|انخفضت|انخفاض|انخفاضا|هبط|هبطت|هبوط|هبوطا|تقلص|تقلصت|تقلصا|متراجعه|متراجعا|منخفضه|منخفضا|متقلصه|نزل|نزلت|انكمش|انكمشت|انكماش|تدهور|بتراجع|بانخفاض|نقص|نقصت|نقصو|نقصات|هبطات|هبطو|طاح|طاحت|طاحو|خسر|خسرت|خسرنا|فقد|فقدت|فقدنا|هوت|انحدر|انحدرت|خسرات|نزلات|طاحت|طاحو|هبطات|نقصات|فقد|فقدت|خسر|خسرت|خساره|تبخر|تبخرت|تدني|تدنت|نقص|نقصا|هوت|هوي|تناقص|تناقصت|ضاعت|ضاع',
    },
  },
  {
    kind: 'transfer',
    value: '1',
    words: {
      en: 'gained|gain|gains|added|adds',
      fr: 'gagne|gagnent|ajoute|ajoutent',
      ar: 'ربح|ربحت|كسب|كسبت',
    },
  },
  {
    kind: 'transfer',
    value: '-1',
    words: {
      en: 'lost|loses|lose|losing|shed|sheds',
      fr: 'perdu|perd|perdent|perdant|cede|laisse filer',
      ar: 'فقد|فقدت|خسر|خسرت|فقدان|خساره',
    },
  },
  {
    kind: 'stable',
    value: '0',
    words: {
      en: 'stable|flat|unchanged|steady|stagnated|stagnant|hold steady|held steady',
      fr: 'stable|stables|stabilite|inchange|inchangee|stagne|stagnation|stationnaire',
      ar: 'استقر|استقرت|استقرار|استقرارا|مستقره|مستقرا|ركود|جمود',
    },
  },
  {
    kind: 'minor',
    value: 'small',
    words: {
      en: 'slightly|slight|marginally|barely',
      fr: 'legerement|leger|legere|a peine',
      ar: 'طفيفا|طفيف|طفيفه|بشكل طفيف',
    },
  },
  {
    kind: 'rank',
    value: '1',
    words: {
      en: 'leads|lead|led|leading|largest|biggest|first place|top|in the lead|first|dominates|dominated|more than any other|ahead of all others|number one|tops|topped',
      fr: 'en tete|premier poste|premiere place|premier segment|plus grand|plus gros|domine|dominent|caracole|arrive en tete|premier rang|leader|plus que tout autre|plus que tous les autres|plus que toute autre|numero un|locomotive|gros morceau',
      ar: 'في الصداره|الصداره|يتصدر|تتصدر|تصدر|تصدرت|في المقدمه|المرتبه الاولي|المركز الاول|الاكبر|اكثر من اي|تتزعم|يتزعم|القاطره|تتقدم باقي',
    },
  },
  {
    kind: 'rank',
    value: '2',
    words: {
      en: 'is second|comes second|came in second|second spot|in second|second place|second largest|runner-up|ranks second|came second',
      fr: 'arrive deuxieme|vient deuxieme|est deuxieme|se classe deuxieme|numero deux|arrive en deuxieme|deuxieme place|deuxieme poste|second poste|deuxieme rang|deuxieme position',
      ar: 'تحل ثانيه|حلت ثانيه|تاتي ثانيه|يحل ثانيا|الرتبه الثانيه|الصف الثاني|المرتبه الثانيه|المركز الثاني|ثاني اكبر',
    },
  },
  {
    kind: 'rank',
    value: '3',
    words: {
      en: 'is third|comes third|came in third|third spot|in third|came third|third place|third largest|ranks third',
      fr: 'arrive troisieme|vient troisieme|est troisieme|se classe troisieme|numero trois|troisieme place|troisieme poste|troisieme rang|troisieme position',
      ar: 'تحل ثالثه|حلت ثالثه|تاتي ثالثه|الرتبه الثالثه|المرتبه الثالثه|المركز الثالث|ثالث اكبر',
    },
  },
  {
    kind: 'rank',
    value: '-1',
    words: {
      en: 'last place|smallest|ranks last',
      fr: 'derniere place|plus petit|dernier rang',
      ar: 'المرتبه الاخيره|المركز الاخير|الاصغر',
    },
  },
  {
    kind: 'follows',
    value: '1',
    words: {
      en: 'followed by|ahead of',
      fr: 'suivi de|suivie de|suivi par|suivie par|suivis de|devant',
      ar: 'يليه|تليه|يليها|تليها|تلاه|تلته|متبوعا ب|متبوعه ب|متبوعا|متبوعه',
    },
  },
  { kind: 'ordinal', value: '2', words: { en: 'second', fr: 'deuxieme|second', ar: 'الثاني' } },
  { kind: 'ordinal', value: '3', words: { en: 'third', fr: 'troisieme', ar: 'الثالث' } },
  { kind: 'ordinal', value: '4', words: { en: 'fourth', fr: 'quatrieme', ar: 'الرابع' } },
];
