// Words of direction, rank and order in three languages.

import type { WordEntry } from './claim-words.ts';

/** Phrases are separated by `|`; Arabic ones are given without the article and without joined particles. */
export const DIRECTION_WORDS: readonly WordEntry[] = [
  {
    kind: 'rise',
    value: '1',
    words: {
      en: 'rose|rise|rises|risen|rising|grew|grow|grows|grown|growth|growing|increase|increased|increases|increasing|up|gain|gained|climbed|jumped|surged|soared|advanced|higher|improved|expanded|expansion|added|progressed|upturn|barely above|climb|climbing|edged up|edges up|ticked up|better|leap|leapt|boom|booming|up by|surge|jump|swelled|swelling|picked up|expanding|improving|gains|leaped|rebounded|rebound|pickup|outperformed|strengthened|to the good|put on|puts on|added on|gain is|exceed by|exceeds by|exceeded by',
      fr: 'hausse|augmentation|augmente|augmentent|augmentee|progression|progresse|progressent|croissance|croit|gagne|gagnent|grimpe|bondi|bondit|bond|mieux|accru|accroissement|accrue|monte|eleve de|essor|rebond|hausses|de plus|de plus qu|de plus que|en plus|mieux qu|bondissent|s envole|s envolent|grimpent|rebondit|supplementaires|augmenter|progresser|croitre|croissent|grossi|grossit|gonfle|gonflent|s accroit|s accroissent|remonte|avance|avancent|embellie|gagnait|gagnaient|progressait|progressaient|augmentait|augmentaient|a cru|ont cru|ameliore|amelioration|de mieux|de mieux que|de mieux qu|bondir|grimper|gagner|monter|augmenter de|s envoler|depasser de|ajouter|ajoutes|engrange de plus',
      ar: 'ارتفع|ارتفعت|ارتفاع|ارتفاعا|نما|نمت|نمو|نموا|زياده|زاد|زادت|صعد|صعدت|صعود|قفز|قفزت|قفزه|تقدم|تحسن|تحسنت|تحسنا|انتعش|انتعاش|تزايد|مرتفعه|مرتفعا|متزايده|متقدمه|بارتفاع|بزياده|بنمو|ازدياد|طلعات|زادات|طلع|طفره|انتعاشا|صعودا|قفزا|ربح|ربحت|يرتفع|ترتفع|تزد|يزد|تزيد|يزيد|يزداد|تزداد|ازداد|ازدادت|ينمو|تنمو|تنم|يصعد|تصعد|كبر|كبرت|اتسع|اتسعت|توسع|توسعت|سجلت نموا|حققت نموا|طلوع|طلعه|اكثر بنسبه|اكثر بمبلغ|اكثر بنحو|اعلي بنسبه|اعلي بمبلغ|طلعو|زادو|كسب|كسبت|تحسنا ملموسا',
    },
  },
  {
    kind: 'fall',
    value: '-1',
    words: {
      en: 'fell|fall|falls|fallen|falling|declined|decline|declines|declining|dropped|drop|decrease|decreased|decreasing|down|lost|shrank|shrunk|slipped|slid|lower|contracted|contraction|sank|plunged|slump|slumped|retreated|downturn|slip|slips|slipping|slide|slides|loses|losing|loss|edged down|eased|ebbed|shed|shrinks|shrinking|plunge|vanished|evaporated|worse|dip|dipped|dips|tumbled|tumble|receded|weakened|dwindled|dwindling|diminished|deteriorated|retreat|slumping|crumbled|gave up|gave back|short|missing|knocked off|wiped off|gone|withered|sapped|cratered|dented',
      fr: 'baisse|baissent|recul|recule|reculent|diminution|diminue|diminuent|chute|chutent|perdu|perdent|repli|replie|contraction|contracte|regresse|regression|flechi|flechissement|moins bien|decru|decroissance|decroche|decrochent|decrochage|plonge|plongent|tombe|tombent|descend|descendent|perdait|perdaient|reculait|reculaient|baissait|baissaient|de moins|de moins qu|de moins que|perd|s erode|erosion|cede|recule|degringole|s effondre|effondrement|fondu|envoles|evapores|disparu|disparus|perte|perte de|reculer|baisser|diminuer|se contracte|se contractent|degringolade|degonfle|maigri|en retrait|se tasse|tassement|amoindri|lache|lachent|rogne|effrite|s effrite|effritement|glisse|glissent|reflue|reflux|fond|fondent|amputee|ampute|amputes|fondre|chuter|plonger|s effondrer|ceder|flechir|regresser|tomber|se replier|descendre|retombe|retombent|manquent|envolee en fumee|evaporees|perdues|perdus|retreci|s est retreci|retrecie|s enfonce|s enfoncent|s enlise|laissent|laissait|laissaient|cede du terrain|manque',
      ar: 'تراجع|تراجعت|تراجعا|انخفض|انخفضت|انخفاض|انخفاضا|هبط|هبطت|هبوط|هبوطا|تقلص|تقلصت|تقلصا|متراجعه|متراجعا|منخفضه|منخفضا|متقلصه|نزل|نزلت|انكمش|انكمشت|انكماش|تدهور|بتراجع|بانخفاض|نقص|نقصت|نقصو|نقصات|هبطات|هبطو|طاح|طاحت|طاحو|خسر|خسرت|خسرنا|فقد|فقدت|فقدنا|تفقد|يفقد|نفقد|هوت|انحدر|انحدرت|خسرات|نزلات|طاحت|طاحو|هبطات|نقصات|فقد|فقدت|خسر|خسرت|خساره|تبخر|تبخرت|تدني|تدنت|نقص|نقصا|هوت|هوي|تناقص|تناقصت|ضاعت|ضاع|يتراجع|تتراجع|ينخفض|تنخفض|ينكمش|تنكمش|يتقلص|تتقلص|يهبط|تهبط|ينزل|تنزل|يخسر|تخسر|انحسر|انحسرت|انحسار|تضاءل|تضاءلت|تقهقر|تقهقرت|نزولا|نزول|اقل بنسبه|اقل بمبلغ|اقل بنحو|ادني بنسبه|ضاع منها|ضاع منه|وعكه|انحدار|هبطه|نزله',
    },
  },
  {
    kind: 'transfer',
    value: '1',
    words: {
      en: 'gained|gain|gains|added|adds|put on|puts on',
      fr: 'gagne|gagnent|gagnait|gagnaient|ajoute|ajoutent|ajoutait|ajoutaient',
      ar: 'ربح|ربحت|كسب|كسبت',
    },
  },
  {
    kind: 'transfer',
    value: '-1',
    words: {
      en: 'lost|loses|lose|losing|shed|sheds|gave up|forfeited',
      fr: 'perdu|perd|perdent|perdait|perdaient|perdant|cede|laisse filer|laisse echapper|abandonne|abandonnait|abandonnaient',
      ar: 'فقد|فقدت|تفقد|يفقد|تخسر|يخسر|خسر|خسرت|فقدان|خساره|ضيعت|ضيع',
    },
  },
  {
    kind: 'seize',
    value: '1',
    words: {
      en: 'took|snatched|snatches|wrested|wrests|seized|seizes|stole|stolen|grabbed|grabs|usurped|pinched',
      fr: 'ravi|ravit|ravissent|ravie|ravissant|prend|prennent|pris|prise|souffle|soufflent|soufflee|arrache|arrachent|arrachee|derobe|chipe|conquis|confisque|enleve|repris|reprend|subtilise',
      ar: 'انتزع|انتزعت|تنتزع|ينتزع|انتزاع|خطف|خطفت|اخذ|اخذت|سلب|سلبت|افتك|افتكت|اختطف|اختطفت',
    },
  },
  {
    kind: 'seize',
    value: '-1',
    words: {
      en: 'ceded|cedes|yielded|yields|surrendered|surrenders|handed|conceded|relinquished|vacated',
      fr: 'cedent|cedee|rend|rendu|concede|concedent|remis|offert',
      ar: 'تنازل|تنازلت|تتنازل|ترك|تركت|تخلي|تخلت|سلم|سلمت',
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
      ar: 'في الصداره|الصداره|يتصدر|تتصدر|تصدر|تصدرت|في المقدمه|المرتبه الاولي|المركز الاول|الاكبر|اكثر من اي|تتزعم|يتزعم|القاطره|تتقدم باقي|تتصدرها|يتصدرها|تصدرتها|تتصدره|تتقدمها',
    },
  },
  {
    kind: 'rank',
    value: '2',
    words: {
      en: 'second place|second largest|runner-up|ranks second|came second|is second|comes second|was second',
      fr: 'deuxieme place|deuxieme poste|second poste|deuxieme rang|deuxieme position|arrive deuxieme|est deuxieme|deuxieme metier|deuxieme segment|arrive en deuxieme',
      ar: 'المرتبه الثانيه|المركز الثاني|ثاني اكبر|جاءت ثانيه|ثاني قطاع',
    },
  },
  {
    kind: 'rank',
    value: '3',
    words: {
      en: 'third place|third largest|ranks third|is third|came third|comes third|was third',
      fr: 'troisieme place|troisieme poste|troisieme rang|troisieme position|arrive troisieme|est troisieme|troisieme metier|troisieme segment',
      ar: 'المرتبه الثالثه|المركز الثالث|ثالث اكبر|جاءت ثالثه|ثالث قطاع',
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
