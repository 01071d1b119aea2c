// Words that lead from one number of a text to another, in three languages.

import type { WordEntry } from './claim-words.ts';

/** Phrases are separated by `|`; Arabic ones are given without the article and without joined particles. */
export const DISCOURSE_WORDS: readonly WordEntry[] = [
  {
    kind: 'addition',
    value: '1',
    words: {
      en: 'on top of|in addition to|besides',
      fr: 'en plus de|en sus de|outre',
      ar: 'علاوه علي|اضافه الي|زياده علي',
    },
  },
  {
    kind: 'respectively',
    value: '1',
    words: { en: 'respectively', fr: 'respectivement', ar: 'علي التوالي|تواليا|علي الترتيب' },
  },
  {
    kind: 'part_of',
    value: '1',
    words: {
      en: 'of total|of the total|of all|of the sector',
      fr: 'du total|des recettes totales|du secteur',
      ar: 'من اجمالي|من مجموع|من مجمل',
    },
  },
  {
    kind: 'part_of',
    value: 'own',
    words: {
      en: 'of its|of their|of what',
      fr: 'de ses|de leurs|de son|de sa|de leur|de ce qu|de ce que|de celles|de celui',
      ar: 'مما حققته|مما حققه|ما حققته|ما حققه|من اجماليه|من اجماليها|من اجمالي ايراداته|من اجمالي ايراداتها|من مداخيلها|من مداخيله|من ايراداتها|من ايراداته',
    },
  },
  {
    kind: 'together',
    value: '1',
    words: {
      en: 'together|combined|jointly|between them|taken together|put together|added together|in total',
      fr: 'ensemble|a eux deux|a elles deux|conjointement|cumules|reunis|reunies|confondus|additionnes|additionnees|pris ensemble',
      ar: 'معا|مجتمعه|مجتمعين|مجتمعتين|مجتمعان|مجموعهما|سويا',
    },
  },
  {
    kind: 'latter',
    value: '1',
    words: {
      en: 'the latter|latter|the segment|this segment|that segment|this trade|that trade|this activity|that activity|this line of business|this business',
      fr: 'cette derniere|ce dernier|ces derniers|ces dernieres|celle-ci|celui-ci|ceux-ci|le segment|ce segment|ce metier|le metier|cette activite|cette branche|cette ligne',
      ar: 'هذه الاخيره|هذا الاخير|الاخيره|هؤلاء|هذا الصنف|هذه الشعبه|هذا النشاط|هذه المهنه',
    },
  },
  {
    kind: 'former',
    value: '1',
    words: { en: 'the former|former', fr: 'celle-la|celui-la', ar: 'الاولي منهما|الاول منهما' },
  },
  {
    kind: 'both',
    value: '1',
    words: {
      en: 'the two|these two|those two|both|both of them|the two of them|the pair',
      fr: 'ces deux|les deux|tous deux|toutes deux|a eux deux|a elles deux|le duo|le tandem',
      ar: 'هذان|هذين|هاتان|هاتين|كلاهما|كليهما|كلتاهما|الاثنان|الاثنين معا|الصنفان|الصنفين',
    },
  },
  {
    kind: 'both',
    value: 'first',
    words: {
      en: 'the first two|first two|the top two|top two|the two largest|the two biggest',
      fr: 'les deux premiers|les deux premieres|les deux plus gros|les deux plus grands',
      ar: 'الاولان|الاولين|الصنفان الاولان|الصنفين الاولين|القطاعان الاولان',
    },
  },
  {
    kind: 'both',
    value: 'last',
    words: {
      en: 'the last two|the remaining two|the other two|the two smallest',
      fr: 'les deux derniers|les deux dernieres|les deux autres|les deux restants|les deux plus petits',
      ar: 'الاخيران|الاخيرين|الصنفان الاخيران|الصنفان الباقيان|الاثنان الباقيان',
    },
  },
  {
    kind: 'others',
    value: '1',
    words: {
      en: 'the other trades|the other segments|other segments|other trades|the others|the other three|other activities|the other activities|the rest|the remaining segments|the remainder|remaining trades|the other four|other four|the other lines|other lines|other four lines|everyone else|all the others|all others|all other segments|all other trades|all the rest|other businesses|the other businesses|other four trades|other four segments|everything else',
      fr: 'les autres metiers|autres metiers|les autres segments|autres segments|les autres|les trois autres|autres activites|le reste|le solde|tous les autres|les quatre autres|quatre autres|autres lignes|tous les autres metiers|tous les autres segments|toutes les autres activites|autres branches|les autres branches|autres filieres',
      ar: 'باقي الاصناف|الاصناف الاخري|باقي القطاعات|القطاعات الاخري|باقي الانشطه|الانشطه الاخري|باقي المهن|المهن الاخري|البقيه|الباقي|باقي الشعب|الشعب الاخري|الاربعه الاخري|باقي الانشطه الاخري|بقيه الاصناف|بقيه القطاعات|بقيه الانشطه|بقيه الشعب|سائر الانشطه|سائر الاصناف|الاصناف الاربعه الاخري|باقي المجالات|كل ما عداها',
    },
  },
  {
    kind: 'except',
    value: '1',
    words: {
      en: 'excluding|except|except for|apart from|without|stripping out|strip out|stripped of|leaving out|leaving aside|outside|net of|other than|setting aside',
      fr: 'hors|hormis|sans|excepte|a l exception de|en dehors de|abstraction faite de|mis a part|si l on exclut|exclusion faite de',
      ar: 'باستثناء|دون احتساب|من دون|عدا|ماعدا|ما عدا|خارج|باستبعاد|اذا استثنينا|بدون',
    },
  },
  {
    kind: 'legacy',
    value: '1',
    words: {
      en: 'older series|old series|earlier series|previous series|former series|legacy series|old scope|older scope|previous scope|earlier scope|old basis|old base|old definition|earlier definition|narrower field|narrower scope|narrower definition|baseline|old perimeter|old field|older definition|older measure|old measure|former definition|old tape|old ruler|former perimeter|old count|old yardstick|older basis|former basis|old counting',
      fr: 'ancienne serie|ancien champ|ancien perimetre|serie precedente|precedente serie|serie anterieure|champ plus etroit|perimetre plus etroit|champ precedent|ancienne definition|ancienne base|ancienne mesure|base de depart|champ d alors|ancien metre|mesure d hier|ancien decompte|ancien comptage|ancienne regle|definition precedente|ancienne methode',
      ar: 'سلسله قديمه|سلسله سابقه|نطاق قديم|نطاق سابق|تعريف قديم|مجال قديم|نطاق اضيق|مجال اضيق|منهجيه قديمه|منهجيه سابقه|سنه اساس|خط اساس|قيمه مرجعيه|تعريف سابق|مقياس قديم|حساب قديم|منظومه قديمه|مقياس سابق',
    },
  },
  {
    kind: 'renewed',
    value: '1',
    words: {
      en: 'current one|current definition|new definition|current series|new series|new basis|new scope|current scope|current basis|present series|present definition|wider definition|broader definition|one that has replaced it|one that replaced it',
      fr: 'nouvelle serie|serie actuelle|nouveau perimetre|perimetre actuel|nouvelle definition|definition actuelle|nouveau champ|champ actuel|perimetre elargi|champ elargi|serie en vigueur',
      ar: 'سلسله جديده|سلسله حاليه|نطاق جديد|نطاق حالي|تعريف جديد|تعريف حالي|منهجيه جديده|مجال جديد',
    },
  },
  {
    kind: 'this_period',
    value: '1',
    words: {
      en: 'this half|that year|that half|the same year|half-year|half year|half-yearly|quarterly',
      fr: 'ce semestre|cette annee-la|la meme annee',
      ar: 'هذه الفتره|السنه نفسها|العام نفسه',
    },
  },
];
