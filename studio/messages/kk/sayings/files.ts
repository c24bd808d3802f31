/** What the engine says of the parts of a methodology file. */
import type { files as english } from '../../en/sayings/files.js'
import type { Words } from '../../words.js'

export const files: Words<typeof english> = {
  operatorName: 'формулалар оны амал таңбасы деп оқиды',
  constantName: 'формулалар оны тұрақты деп оқиды',
  programName: 'бағдарламаларда оның өз мағынасы бар',
  asciiOnly:
    'формулаларда тек латын әріптері, цифрлар және астыңғы сызықтар болады',
  useAscii: 'латын әріптерін, цифрларды және астыңғы сызықтарды қолданыңыз',
  tooLong: 'ол {most#} таңбадан ұзын',
  rowKey: 'деректер файлдарында жол кілті осылай аталады',
  standsForBodies: 'жыл органдары осылай белгіленген',
  standsForData: 'деректегі мәндер осылай белгіленген',
  dollarName:
    '$ таңбасы бар атау тек кестесінде сондай бағаны бар «each» жазбасында болады',
  ruleName:
    'қағида немесе рейтинг атауы латын әріптерінен, цифрлардан, астыңғы сызықтардан және дефистерден тұрады, әріптен басталады',
  levelBlanks: 'деңгей — шеттерінде бос орны жоқ сөз',
  levelQuotes:
    'формулалар деңгейлерді қос тырнақшаға алады, сондықтан атаудың өзінде тырнақша болмайды',
  levelNotApplicable:
    'мысалдарда алып тастау қағидасымен алынған мән осылай жазылады',
  childrenCount: '«{name}» бөліктері: {count#}',
  oneChild: '«only» үшін бір бөлік',
  atLeastOneChild: 'кемінде бір бөлік',
  overLevels: 'деңгейлер бойынша «{aggregation}» («{name}» — {type*})',
  orPoints:
    '{list} немесе бөліктеріндегі балдар: normalise: { kind: scale, points: { ... } }',
  underAggregated:
    'бөліктерін «{aggregation}» жинақтайтын «{name}» ішінде: {type*}',
  twoTypes:
    '«{parent}» ішінде {type*} («{name}») және {other*} («{otherName}»)',
  numbersOrLevels: 'сандар немесе бір шкаланың деңгейлері',
  levelsNoZero:
    'share-weights немесе node-missing, өйткені деңгейлерде нөл жоқ',
  noAmong:
    'формула органдарды жинақтамайды және олардың арасындағы орынды анықтамайды',
  earlierPlaces:
    'алдыңғы жылдардың орындары оқылмайды; кілт бастапқы және шығыс мәндерге қатысты',
  placeAndBelow: 'ол «place» және «below» фактілеріне қатысты',
  factName:
    'факт — түйін атауы, present(АТАУ), score(АТАУ), previous(АТАУ), after(ҚАДАМ, АТАУ), place немесе below; есептеу үшін шартты тұтас формуламен жазыңыз',
  plainPath:
    'жол — жай қадамдар, мысалы $.best; сүзгілер, қойылымдар және сценарийлер оқылмайды',
  besideNothing: '«{key}» жанында басқа ештеңе тұрмайды',
  earlierGiven:
    'алдыңғы жылдардың деректерінде берілген мән тұр, ал бұрынғы қадам оны өзгерткен; оған дейін қойыңыз',
  methodIs: 'тәсілі — «{method}»',
  onlyPreviousYear: 'тек «previous-year» тәсілі артқа қарайды',
  onlyMeanMedian: 'басқа органдарға тек mean мен median қарайды',
  onlyLevelScale:
    'шкала тек деңгейде болады, ал мұнда {type*}; type: level деп жазыңыз',
  bodyOnly: 'нәтижелерде органның мәндері тұрады, ал бұл — кесте бағаны',
  defaultContradicts: 'бос ұяшықтың default мәні бар, екеуі бір-біріне қайшы',
  ownMethodology:
    'осы әдістеменің өзі аталған; өзі есептейтінді атауымен, ал алдыңғы жылдарды previous(АТАУ) арқылы оқиды',
  leastAndMost: 'ең азы {least#}, ең көбі {most#}',
  leastNotAbove: 'ең үлкеннен аспайтын ең кіші мән',
  takenValue: 'бұл өріс қабылдайтын мән ({fault*})',
  directionWorst: 'бастапқы мәннің бағыты тек when_joined: worst үшін керек',
  appendOrGiven: '«append» немесе «given» — кестеде жолдар бірге жиналады',
  addWorstGiven:
    'орган мәні үшін «add», «worst» немесе «given» (кесте жолдары қосып жазылады)',
  onlyNumbersAdded: 'сан (тек сандар қосылады)',
  betterBeside:
    'жанында «better: more» немесе «better: less»: ненің нашар екені',
  numberOrOrdered:
    'сан немесе реті бар шкаланың деңгейі (тек солардың нашары мен жақсысы бар)',
  noJoiningRegister:
    'файлда органдарды құқықтық мирасқорларына қосатын тізілім аталмаған',
  sameTable:
    '«{how}», сол кестенің «{name}» мәніндегідей (жолдар астындағы жолдармен бірге тұтас жиналады)',
  oneBound:
    'шектеудің бір шегі болады, мұнда «{bound}» бар; екінші қағида жазыңыз',
  roundingTwice: 'мұнда «before: rounding» та тұр, ал шектеудің орны біреу',
  itIsAnd: 'мұнда {type*}, ал «{of}» — {wanted*}',
  notRounded: '«{name}» дөңгелектелмейді',
  atRoot: 'бұл — ағаштың түбірі',
  childrenSay: 'мәнді бөліктер анықтайды',
  assessorGives: 'мәнді бағалаушы береді, ал бөліктер — оның негіздемесі',
  formulaDecides: 'мәнді формула береді, ал бөліктер тек көрсетіледі',
  isJudged: '«{name}» сараптамамен бағаланады',
  byFormula: '«{name}» формула бойынша есептеледі',
  isAggregatedBy: '«{name}» бөліктерін салмақсыз «{aggregation}» жинақтайды',
  variantTypes:
    'мұнда {type*}, ал «{first}» — {firstType*}; нұсқаларға бір түр беріңіз',
  kindSaysPoints:
    '«{kind}» түріндегі нормалағыш ненің қанша беретінін өзі айтады',
  kindDoesNotLook: '«{kind}» түріндегі нормалағыш мұны қолданбайды',
  kindNeeds: 'Ол «{kind}» түріндегі нормалағышқа керек.',
  noBestWorst:
    'шектердің арасында «best», «worst» немесе органдар процентилі жоқ',
  goalpostNumber: 'шек — сан',
  scoreNumber: 'баға — сан',
  valuesByElse: 'параметрдің басқа белгі бойынша «values» мәндері бар',
  yearsOnce: 'тек бір аралыққа кіретін жылдар',
  yearForms:
    'жыл, мысалы 2012, жылдар 2012-2014 немесе 2015- сол жылдан бастап',
  rankingNumbers: 'рейтинг сандарды салыстырады',
  restrictedAttribute:
    'мән жарияланбайды, ал кім бағаланатыны әр нәтижеде көрінеді; басқа белгіні қолданыңыз',
  dataGive:
    'мәнді деректер береді, ал кім бағаланатыны оларға дейін белгілі; «from: register» көрсетілген бастапқы мәндерді қолданыңыз',
  periodBegins: 'аяқталуынан бұрын басталатын кезең',
  periodOverlap: '{from}–{to} кезеңімен қиылыспайтын кезең',
  period: '{from}–{to}',
  registerNotNamed:
    '«{name}» тізілімнен алынады, ал файлда тізілім аталмаған. Файлдың басына «register: ID» деп жазыңыз немесе «from» кілтін алып тастаңыз.',
  attributesOfBodies:
    'тізілімде органдардың белгілері бар, ал бұл бастапқы мән кестеде тұр',
  releasedInput:
    '«{name}» — бастапқы мән; оны бәрі көре алатын болса, restricted кілтін алып тастаңыз',
  releasedAnyway:
    '«{name}» артында жабық бастапқы мән жоқ, ол онсыз да көрсетіледі',
  oneEvent:
    'қағиданың бір салдары болады, мұнда «{event}» бар; екінші қағида жазыңыз',
  pointsNumber: 'балдар — 0-ден кем емес сан; олар шегеріледі',
  saysAlready: 'бұл деңгейдің басы «{key}» кілтімен берілген',
  saysEndAlready: 'бұл деңгейдің соңы «{key}» кілтімен берілген',
  beginEnd:
    '«{level}» {from#} мәнінен басталып, {to#} мәнінде аяқталар еді; жақсырақ деңгейдің сандары үлкен болады',
  edgeUnsaid:
    '«{lower}» қай жерде аяқталып, «{upper}» қай жерде басталатыны айтылмаған; at_least, above, at_most немесе below деп жазыңыз',
  edgeBoth:
    '{value#} «{lower}» деңгейіне де, «{upper}» деңгейіне де жатады; шекті бір рет көрсетіңіз',
  edgeNeither:
    '{value#} «{lower}» деңгейіне де, «{upper}» деңгейіне де жатпайды; шекті бір рет көрсетіңіз',
  gap: '{from#} («{lower}» соңы) мен {to#} («{upper}» басы) арасында бос аралық бар',
  overlap:
    'олар {from#} («{lower}» соңы) мен {to#} («{upper}» басы) арасында қиылысады',
  atMostIndicators: 'ең көбі {most#} — сонша көрсеткіш есепке алынады',
  stepsNumbers:
    'қадамдар сандармен есептейді; деңгейлі көрсеткіштерге өз «normalise» кілтін беріңіз',
  stepDoesNothing: 'ол ештеңе істемейді; мыналардың бірін көрсетіңіз: {list}',
  twoSteps:
    '«{key}» мен «{second}» — екі қадам; әрқайсысына атау мен жеке жолды орындалу ретімен беріңіз',
  treeLast: 'ағаш — соңғы қадам; оны соңына қойыңыз',
  treeTakes: 'қай көрсеткіштерді алатынын ағаш өзі айтады',
  holdsNone: 'қадамдар сандармен есептейді, ал мұнда сан жоқ; оны көрсетпеңіз',
  noIndicatorBelow: 'оның астында көрсеткіш жоқ; оны көрсетпеңіз',
  noNumberBelow: 'оның астында сандық көрсеткіш жоқ; оны көрсетпеңіз',
  nothingNormalised: 'мұнда ештеңе шкалаға келтірілмейді',
  limitNotBelowZero: '0-ден кем емес шек (ол екі таңба үшін де қолданылады)',
  mostSays: 'қанша мәнді өзгертуге болатынын «most» кілті айтып тұр',
  fractionCell:
    'ондық сан немесе бөлшек, мысалы 1/3 ({meant} деп тырнақшасыз жазыңыз)',
  booleanCell: 'true немесе false ({meant} деп тырнақшасыз жазыңыз)',
  textCell: 'мәтін; сөзді қос тырнақшаға алыңыз',
  oneValueColumn: '{type} түріндегі баған үшін бір мән не «type: list»',
  listCell: 'тізім, мысалы {example}',
  nameInPlace: 'тізімнің әр орнында бір атаудан, үтірмен ажыратып ({parts})',
  noChildWeight: 'бірде-бір бөлікте салмақ жоқ',
  eachNone: 'кесте жоқ',
  listAlone:
    'бұл — тізім: ол бірнеше атау тұра алатын жерде жеке тұрады, мысалы criterion: $column',
  sameRows: '«{table}» кестесінің {line}-жолы және {first}-жолда тұрғаны',
  moreEntries: '{most#} жазбадан көп',
  moreValues: '{most#} мәннен көп',
  moreCharacters: '{most#} таңбадан көп',
  withoutQuotes: 'тырнақшасыз мәтін, өйткені ол {formula} формуласына кіреді',
  typeAtAll:
    'мұнда {type*}, ал оны оқитындардың бәріне басқа түр керек (жолдар {lines})',
  scaleSays:
    'мұнда {words}, ал «scale» «{scale}» шкаласының деңгейін талап етеді[[. Бәлкім, «{near}» болар?]]',
  criterionType: 'өлшемшарт — сан немесе шкала деңгейі',
  isNoNumber: '«{name}» — сан емес, {type*}',
  pointsFromNumber:
    'мұнда {type*}; балдар саннан шегеріледі. scale түріндегі нормалағыш беріңіз',
  indicatorOfNumbers: 'деңгейлер шкаласы бар сандық көрсеткіш',
  criterionOfNumbers: 'деңгейлер шкаласы бар сандық өлшемшарт',
  levelWithoutPoints: 'балдары жоқ деңгей',
  booleanWithoutPoints: 'балдары жоқ true немесе false',
  levelWithoutOrderPoints: 'деңгейлерінің реті жоқ көрсеткіш',
  typeLevel:
    '«values» бар «type: level» немесе сандық нормалағыш, мысалы goalposts',
  normalisePoints: 'normalise: { kind: scale, points: { ... } } кілті',
  scaleInstead:
    '«values» орнына «scale: АТАУ» не normalise: { kind: scale, points: { ... } }',
  theList: '«{name}» тізімі',
  singleColumn: 'кілт ретінде жеке мәндері бар баған',
  weightNumber: 'салмақ — сан',
  weightNotBelow: 'мәні {value#} болатын «{text}»',
  yearsFrom: '{year} жылдан бастап',
  noRegister: 'әдістемеде тізілім аталмаған',
  otherMethodology: 'бастапқы мән алынатын әдістеме',
  otherOutput: 'бастапқы мән болатын {methodology} шығыс көрсеткіші',
  yearBefore:
    'мысал жылынан ({year}) бұрынғы, бірақ {most#} жылдан аспайтын жыл',
  restrictedSource: 'жабық {names} мәндері бар {source} дереккөзі',
  restrictedSources: 'жабық {names} мәндері бар {source} дереккөзі',
  inventedSource:
    'ойдан алынған мәндері бар invented дереккөзі (файл жалпыға қолжетімді)',
  noBody: 'оның деректерінде «{id}» органы жоқ',
  noSourceColumn: 'деректерде мәндері бар «{column}» бағаны жоқ',
  statusOf: '{id} күйі',
  placeOf: '{ranking} ішіндегі {id} орны',
  joinedTo: '{id} органына қосылған органдар',
  pointsOf: '{rule} бойынша балдар',
  limitOf: '{rule} шектеуі',
  outputOf: '{id}: {name}',
  undecidedFlags: 'анықталмаған салдарлар',
  noPlace: 'орын жоқ',
  notMet: 'қолданылмайды',
  binds: 'мәнді анықтайды',
  met: 'қолданылады, бірақ ештеңені өзгертпейді',
  scored: 'бағаланған',
  notScored: 'бағаланбаған',
  notApplicableStatus: 'қолданылмайды',
  asInColumn: 'органдар ({count#}) үшін «{column}» бағанындағыдай',
  secondDocument: 'мұнда екінші құжат басталады, ал файлда бір әдістеме болады',
  yamlDirective: '% таңбасынан басталатын жол YAML оқылуын өзгертеді',
  colonMissing: '«{key}» кілтінен кейін бос орыны бар қос нүкте жоқ',
  blockInFlow: 'жақшалардың ішінде шегіністі блоктар болмайды',
  flowMapEnd:
    'жақшадағы кестенің шегінісі жеткілікті болып, ол } таңбасымен аяқталуға тиіс',
  flowSequenceEnd:
    'жақшадағы тізімнің шегінісі жеткілікті болып, ол ] таңбасымен аяқталуға тиіс',
  unexpectedScalar: 'мәннен кейін артық мәтін тұр',
  implicitMap: 'кілт тұтас бір жолда тұруға тиіс',
  nestedMappings: 'бір жолда кестенің ішінде кесте болмайды',
  missingQuote: 'қос тырнақша жабылмаған',
  missingApostrophe: 'дара тырнақша жабылмаған',
  tabsIndent: 'шегініс табуляциямен емес, бос орындармен жасалады',
  mapItemsColumn: 'бір кестенің кілттері бірдей шегіністен басталуға тиіс',
  missingComma: 'жақшадағы бөліктердің арасында үтір жетіспейді',
}
