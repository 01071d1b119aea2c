// Words of what numbers are about, in three languages: goals, jobs, things counted, other sectors.

import type { WordEntry } from './claim-words.ts';

/** Phrases are separated by `|`; Arabic ones are given without the article and without joined particles. */
export const SUBJECT_WORDS: readonly WordEntry[] = [
  {
    kind: 'target',
    value: '1',
    words: {
      en: 'target|targets|targeted|goal|goals|objective|objectives|aim|aims|aiming|set for|set itself|strategy set|ambition|planned|plans|forecast for|milestone|milestones|want|wants|wanted|intends|intend|plan|hope|promises|promised|pledged|hopes|promise|commitment|pledge|expects|calls for|finishing post',
      fr: 'objectif|objectifs|cible|cibles|ciblent|vise|visent|visait|visaient|visant|ambition|ambitionne|ambitionnent|ambitionnait|prevoit|prevoyait|prevus|fixe|fixes|horizon|jalon|d ici|veut|voulait|promet|engagement|promesse|attend|attendus|attendu|demandait|demande|cap|doit atteindre|veulent|vouloir|entend|compte atteindre|echeance',
      ar: 'هدف|اهداف|الهدف المسطر|تراهن|يراهن|تروم|يروم|تهدف|يهدف|تستهدف|يستهدف|مستهدف|طموح|تطمح|يطمح|بحلول|افق|تسعي|يسعي|نسعي|نطمح|نستهدف|حددت|حددته|تعهد|التزام|وعد|موعد|مرتقب|علي ان يصل|علي ان تصل|ان يصل|ان تصل',
    },
  },
  {
    kind: 'create',
    value: '1',
    words: {
      en: 'create|creates|created|creating|creation|new|additional|extra|generated|generate|hire|hires|hiring|recruit|recruitment|recruitments|new hires|opened up|further|a further',
      fr: 'creer|cree|crees|creees|creera|creation|nouveaux|nouvelles|supplementaires|creant|genere|generes|embauches|recrutements|recruter|embaucher|recrutement|creeront|ouvrira|s y ajoute|s y ajoutent|s y ajouteront',
      ar: 'خلق|احداث|احدث|احدثت|محدثه|محدث|توفير|جديده|جديد|جديدا|اضافيه|اضافي|ستخلق|ستوفر|يخلق|خلقت|وفرت|تشغيل جديد|توظيفات|احداثها|خلقها|خلقنا|احدثنا',
    },
  },
  {
    kind: 'employ',
    value: '1',
    words: {
      en: 'employ|employs|employed|employing|employment|workforce|headcount|payroll|worked in|work in|works in|working in|works for|labour force|on the books|headcount is|souls',
      fr: 'emploie|emploient|employait|employaient|effectif|effectifs|main d oeuvre|embauche|travaillent|travaillaient|travaille dans|fait travailler|font vivre|fait vivre|salaries de|bras|les bras|les gens',
      ar: 'يشغل|تشغل|شغل|يشغلون|عدد العاملين|عاملين|عاملون|تشغيل|يوظف|توظف|يد عامله|مستخدمين|مستخدمون|يعمل|يعملون|تعمل|يشتغل|يشتغلون|خدامين|خدام|كيخدم|كيخدمو|خدم|الخدامه|خدامه|التشغيل',
    },
  },
  {
    kind: 'thing',
    value: '1',
    words: {
      en: 'tourists|visitors|passengers|travellers|travelers|arrivals|nights|tonnes|tons|litres|hectares|users|subscribers|households|inhabitants|students|pupils|voters|views|vehicles|cars|calls|quintals|barrels|kilometres|connections|containers|followers|likes|shares online|clients|companies|firms|enterprises|schools|farmers|fans|guests|seats|rooms|beds|pages|downloads',
      fr: 'touristes|visiteurs|passagers|voyageurs|arrivees|nuitees|tonnes|litres|hectares|utilisateurs|abonnes|menages|habitants|etudiants|eleves|electeurs|vues|vehicules|voitures|appels|quintaux|barils|kilometres|conteneurs|evp|followers|entreprises|clients|societes|ecoles|agriculteurs|supporters|places|chambres|lits|telechargements|spectateurs|lecteurs',
      ar: 'سائح|سائحا|سياح|زائر|زائرا|مسافر|مسافرا|ليله مبيت|طن|طنا|اطنان|لتر|هكتار|هكتارا|مشترك|مشتركا|اسره|نسمه|طالب|طالبا|تلميذ|تلميذا|ناخب|مشاهده|مركبه|سياره|مكالمه|قنطار|برميل|حاويه|مستعمل|متابع|متابعا|متابعين|مشاهد|مشاهدا|مقاوله|شركه|زبون|زبونا|مدرسه|فلاح|فلاحا|قارئ|قارئا|متفرج|سرير|غرفه',
    },
  },
  {
    kind: 'path',
    value: '1',
    words: {
      en: 'of the way|on the way to|of the road|of the distance|of the target|of the goal|of that target|of that goal|of its target|of its goal|of the objective|towards the target|towards the goal|towards its target|of our target|of our goal',
      fr: 'du chemin|du parcours|de l objectif|de la cible|de cet objectif|de son objectif|vers l objectif|de notre objectif|de la route|de la distance',
      ar: 'من الهدف|من الطريق|من المسار|نحو الهدف|منه|من هذا الهدف|من هدف|من المسافه',
    },
  },
  {
    kind: 'need',
    value: '1',
    words: {
      en: 'need|needs|needed|must grow|would take|it takes|requires|require|would require|have to grow|has to grow|would have to|would be enough|would suffice|is enough|will do it|would do it|takes|take|imply|implies|implying|presupposes',
      fr: 'il faudrait|il faut|faudra|faudrait|necessite|necessiterait|suppose|supposerait|impliquerait|exigerait|doit croitre|devrait croitre|devra croitre|devraient croitre|exige|il suffit|suffit|suffirait|suffiraient|demanderait|demande|requiert|implique',
      ar: 'يتطلب|يستلزم|تحتاج|يحتاج|يجب|ينبغي|يقتضي|يلزم|يكفي|تكفي|يفترض|تقتضي|تتطلب|تستلزم',
    },
  },
  {
    kind: 'missing',
    value: '1',
    words: {
      en: 'leaves|leave|leaving|left to go|still missing|still to be created|still to be filled|to be filled|remaining to|remain to|still to go|still short|short of the target|to go|gap to|away from|yet to be created|left to create',
      fr: 'il reste|il restait|il resterait|il restera|reste donc|en manque|en manquait|en manquerait|il manque|il manquait|manque encore|reste a creer|restent a creer|a pourvoir|a combler|restant a|nous separe|nous separent|separe|separent|encore a trouver|encore a creer',
      ar: 'يفصل|يفصلنا|تفصل|تفصلنا|يفصله|يفصلها|ينقص|ينقصنا|تنقصنا|ينقصه|ينقصها|باقي خاصنا|خاصنا|باقي|بقي|يبقي|يتبقي|تبقي|المتبقي|المتبقيه|يعوزنا|يعوز',
    },
  },
  {
    kind: 'yearly',
    value: '1',
    words: {
      en: 'a year|per year|each year|every year|annually|yearly',
      fr: 'par an|chaque annee|annuellement',
      ar: 'سنويا|كل سنه|كل عام|في السنه',
    },
  },
  {
    kind: 'met',
    value: '1',
    words: {
      en: 'already passed|has passed|had passed|kept|was kept|has been kept|fulfilled|delivered|met itself|surpassed|was met|were met|has met|achieved|reached|exceeded|beaten|beat|hit|attained|left it behind|left behind|left that behind|behind us|long since passed|outstripped|overshot',
      fr: 'depasse|atteint|tenu|tenue|honore|rempli|remplie|ete atteint|deja atteint|deja depasse|franchi|realise|pulverise|a ete atteint|laisse derriere|laisse loin derriere|derriere nous|depassee|depasses|atteinte|franchie|enjambe',
      ar: 'تجاوز|تجاوزت|تجاوزنا|اوفينا|وفي به|تم الوفاء|بلغناه|حققناه|تحقق|تحققت|تخطي|تخطت|تخطينا|خلفناه|وراءنا|وراء ظهورنا|تجاوزناه|تجاوزناها|بلغناها',
    },
  },
  {
    kind: 'met',
    value: 'goal',
    words: {
      en: 'met the target|met its target|exceeded the target|exceeded its target|passed the target|ahead of target|ahead of the target|beat the target|hit the target|target was met|target met',
      fr: 'objectif atteint|objectif depasse|objectif rempli|depasse l objectif|atteint l objectif|atteint son objectif|depasse son objectif|rempli son objectif|en avance sur l objectif',
      ar: 'بلغ الهدف|حقق الهدف|تجاوز الهدف|تحقيق الهدف|بلغت الهدف|حققت الهدف|تجاوزت الهدف|تحقق الهدف',
    },
  },
  {
    kind: 'foreign',
    value: '1',
    words: {
      en: 'automotive|automobile|car exports|phosphate|phosphates|tourism|textile|textiles|agriculture|aeronautics|aerospace|remittances|trade deficit|imports|energy bill|gdp|inflation|budget deficit|real estate|fisheries|fishing|leather|mining|electronics|retail|textile exports|tourist|fertilisers|fertilizers|wiring|wage|wages|salary|salaries|pay rise|car makers|carmakers|automakers|goods exports|exports of goods|goods|merchandise|unemployment|jobless|interest rate|policy rate|public debt|tax|taxes|economic growth|growth of the economy|food|citrus|oil|gas|electricity|banks|stock market|rainfall|aviation|cars|car sales|vehicles|vehicle|wheat|cereals|hotels|hotel|grain|steel|cement|coal|renewable|football|school|pupils|hospital|hospitals|road|roads|railway|water|exchange rate|euro was quoted|euro traded|quoted at|a barrel|per barrel|we demand|pay claim|minimum wage|pensions|pension|aircraft|aircraft parts|planes|parcels|moroccans abroad|diaspora|expatriates|tourists|travel receipts|spent|budget|budgets|a budget|expenditure|cost|loan|loans|line of credit|moroccans living abroad|moroccans abroad|sent home|remitted|committed|disbursed|invested|our exposure|exposure|commitments',
      fr: 'automobile|automobiles|phosphate|phosphates|tourisme|touristiques|textile|textiles|agriculture|agroalimentaire|aeronautique|mre|transferts des mre|deficit commercial|importations|facture energetique|pib|inflation|cablage|immobilier|secteur industriel|peche|cuir|mines|textile-habillement|electronique|engrais|tourisme|ecosysteme automobile|salaire|salaires|augmentation de salaire|salariale|salariales|constructeurs|biens|marchandises|chomage|taux directeur|dette publique|impot|impots|croissance economique|agrumes|petrole|electricite|prix a la consommation|indice des prix|touristique|aerien|voitures|voiture|vehicules|ble|cereales|hotels|hotellerie|acier|ciment|charbon|hydrocarbures|gaz|eoliennes|football|ecoles|eleves|hopitaux|routes|logements|barrages|eau potable|taux de change|cours de l euro|l euro s echangeait|l euro cotait|cotait|le baril|nous demandons|nous reclamons|nous exigeons|smig|pouvoir d achat|retraites|avion|avions|l avion|l auto|auto|pieces d avion|conteneurs|boites|les mre|diaspora|marocains du monde|marocains residant a l etranger|recettes voyages|budget|budgets|a depense|ont depense|depenses publiques|a coute|ont coute|un pret|le pret|pret de|emprunt|a engage|ont engage|decaisse|a investi|ont investi|nos engagements|engagements|encours',
      ar: 'السيارات|الفوسفاط|السياحه|النسيج|الفلاحه|الطيران|تحويلات مغاربه العالم|العجز التجاري|الواردات|الناتج الداخلي|التضخم|العقار|الفاتوره الطاقيه|الصيد البحري|الجلد|المناجم|الاسمده|صناعه السيارات|الالكترونيك|السياحيه|الاجور|اجور|الراتب|الرواتب|السلع|البضائع|البطاله|سعر الفائده|الدين العمومي|الضرائب|النمو الاقتصادي|الحوامض|النفط|الكهرباء|السياحي|مصنعي السيارات|الاسعار|السياره|سيارات|القمح|الحبوب|الفنادق|الغاز|المحروقات|الحديد|الاسمنت|المدارس|التلاميذ|المستشفيات|الطرق|السكن|السدود|الماء|كره القدم|سعر الصرف|سعر صرف|نطالب|الحد الادني للاجر|المعاشات|البرميل|القدره الشرائيه|طائرات|اجزاء الطائرات|الفوسفاط ومشتقاته|مشتقاته|السفر|عائدات السفر|مغاربه العالم|المغاربه المقيمين بالخارج|الجاليه|السياح|ميزانيه|الميزانيه|انفق|انفقت|كلف|كلفت|كلفه|تكلفه|قرض|استثمر|استثمرت|رصدت|خصصت|صرفت|مغاربه الخارج',
    },
  },
];
