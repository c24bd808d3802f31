/** What the engine says of the parts of a methodology file. */
import type { files as english } from '../../en/sayings/files.js'
import type { Words } from '../../words.js'

export const files: Words<typeof english> = {
  operatorName: 'формулы читают его как знак действия',
  constantName: 'формулы читают его как постоянную',
  programName: 'в программах у него есть собственный смысл',
  asciiOnly:
    'в формулах допустимы только латинские буквы, цифры и подчёркивания',
  useAscii: 'используйте латинские буквы, цифры и подчёркивания',
  tooLong: 'оно длиннее {most#} знаков',
  rowKey: 'в файлах данных так называется ключ строки',
  standsForBodies: 'так обозначены органы года',
  standsForData: 'так обозначены значения из данных',
  dollarName:
    'имя с $ бывает только у записи с «each», в таблице которой есть такой столбец',
  ruleName:
    'имя правила или рейтинга состоит из латинских букв, цифр, подчёркиваний и дефисов и начинается с буквы',
  levelBlanks: 'уровень — слово без пробелов по краям',
  levelQuotes:
    'формулы берут уровни в двойные кавычки, поэтому в самом имени их быть не может',
  levelNotApplicable: 'в примерах так пишут значение, снятое исключением',
  childrenCount: 'частей у «{name}»: {count#}',
  oneChild: 'одна часть для «only»',
  atLeastOneChild: 'хотя бы одна часть',
  overLevels: '«{aggregation}» по уровням («{name}» — {type*})',
  orPoints:
    '{list} или баллы у частей: normalise: { kind: scale, points: { ... } }',
  underAggregated: '{type*} у «{name}», части которого сводит «{aggregation}»',
  twoTypes: '{type*} («{name}») и {other*} («{otherName}») у «{parent}»',
  numbersOrLevels: 'числа или уровни одной шкалы',
  levelsNoZero: 'share-weights или node-missing, потому что у уровней нет нуля',
  noAmong: 'формула не сводит органы и не определяет место среди них',
  earlierPlaces:
    'места прошлых лет не читаются; ключ относится к исходным и выходным значениям',
  placeAndBelow: 'он относится к фактам «place» и «below»',
  factName:
    'факт — это имя узла, present(ИМЯ), score(ИМЯ), previous(ИМЯ), after(ШАГ, ИМЯ), place или below; для вычисления напишите всё условие формулой',
  plainPath:
    'путь — это простые шаги, например $.best; фильтры, подстановки и сценарии не читаются',
  besideNothing: 'рядом с «{key}» ничего другого стоять не может',
  earlierGiven:
    'в данных прошлых лет стоит то, что было дано, а более ранний шаг это изменил; подставляйте до него',
  methodIs: 'способ — «{method}»',
  onlyPreviousYear: 'назад смотрит только способ «previous-year»',
  onlyMeanMedian: 'на другие органы смотрят только mean и median',
  onlyLevelScale:
    'шкала бывает только у уровня, а здесь {type*}; напишите type: level',
  bodyOnly: 'в результатах стоят значения органа, а это столбец таблицы',
  defaultContradicts:
    'у пустой ячейки есть default, и одно противоречит другому',
  ownMethodology:
    'названа эта же методика; то, что она вычисляет сама, читают по имени, а прошлые годы — через previous(ИМЯ)',
  leastAndMost: 'наименьшее {least#}, наибольшее {most#}',
  leastNotAbove: 'наименьшее значение, которое не больше наибольшего',
  takenValue: 'значение, которое это поле принимает ({fault*})',
  directionWorst:
    'направление у исходного значения нужно только для when_joined: worst',
  appendOrGiven: '«append» или «given» — в таблице строки складываются вместе',
  addWorstGiven:
    '«add», «worst» или «given» для значения органа (присоединяются строки таблиц)',
  onlyNumbersAdded: 'число (складываются только числа)',
  betterBeside: 'рядом «better: more» или «better: less»: что считать худшим',
  numberOrOrdered:
    'число или уровень шкалы с порядком (только у них есть хуже и лучше)',
  noJoiningRegister:
    'файл не называет реестра, который присоединяет органы к правопреемникам',
  sameTable:
    '«{how}», как у «{name}» той же таблицы (строки складываются целиком, вместе со строками под ними)',
  oneBound:
    'у ограничения одна граница, здесь уже есть «{bound}»; напишите второе правило',
  roundingTwice:
    'здесь стоит ещё и «before: rounding», а место у ограничения одно',
  itIsAnd: 'здесь {type*}, а «{of}» — {wanted*}',
  notRounded: '«{name}» не округляется',
  atRoot: 'это корень дерева',
  childrenSay: 'значение определяют части',
  assessorGives: 'значение даёт оценивающий, а части — его обоснование',
  formulaDecides: 'значение даёт формула, а части только показываются',
  isJudged: '«{name}» оценивается экспертно',
  byFormula: '«{name}» вычисляется по формуле',
  isAggregatedBy: 'части «{name}» сводит «{aggregation}», где весов нет',
  variantTypes:
    'здесь {type*}, а «{first}» — {firstType*}; дайте вариантам один тип',
  kindSaysPoints: 'нормализатор вида «{kind}» сам говорит, что сколько даёт',
  kindDoesNotLook: 'нормализатор вида «{kind}» этого не использует',
  kindNeeds: 'Он нужен нормализатору вида «{kind}».',
  noBestWorst: 'среди границ нет «best», «worst» или процентиля органов',
  goalpostNumber: 'граница — это число',
  scoreNumber: 'оценка — это число',
  valuesByElse: 'у параметра есть «values» по другому признаку',
  yearsOnce: 'годы, которые входят только в один промежуток',
  yearForms: 'год, например 2012, годы 2012-2014 или 2015- начиная с него',
  rankingNumbers: 'рейтинг сравнивает числа',
  restrictedAttribute:
    'значение не публикуется, а кто оценивается, видно в каждом результате; используйте другой признак',
  dataGive:
    'значение дают данные, а кто оценивается, известно до них; используйте исходные значения с «from: register»',
  periodBegins: 'период, который начинается раньше, чем кончается',
  periodOverlap: 'период, который не пересекается с {from}–{to}',
  period: '{from}–{to}',
  registerNotNamed:
    '«{name}» берётся из реестра, а файл реестра не называет. Напишите в начале файла «register: ID» или уберите «from».',
  attributesOfBodies:
    'в реестре — признаки органов, а это исходное значение стоит в таблице',
  releasedInput:
    '«{name}» — исходное значение; если его можно видеть всем, уберите у него restricted',
  releasedAnyway:
    'за «{name}» не стоит закрытых исходных значений, оно и так показывается',
  oneEvent:
    'у правила одно последствие, здесь уже есть «{event}»; напишите второе правило',
  pointsNumber: 'баллы — число не меньше 0; они вычитаются',
  saysAlready: 'начало этого уровня уже задано ключом «{key}»',
  saysEndAlready: 'конец этого уровня уже задан ключом «{key}»',
  beginEnd:
    '«{level}» начинался бы с {from#} и кончался на {to#}; у лучшего уровня числа больше',
  edgeUnsaid:
    'не сказано, где кончается «{lower}» и начинается «{upper}»; напишите at_least, above, at_most или below',
  edgeBoth:
    '{value#} относится и к «{lower}», и к «{upper}»; задайте границу один раз',
  edgeNeither:
    '{value#} не относится ни к «{lower}», ни к «{upper}»; задайте границу один раз',
  gap: 'между {from#} (конец «{lower}») и {to#} (начало «{upper}») — пропуск',
  overlap:
    'они пересекаются между {from#} (конец «{lower}») и {to#} (начало «{upper}»)',
  atMostIndicators: 'не более {most#} — столько показателей учитывается',
  stepsNumbers:
    'шаги вычисляют с числами; задайте показателям с уровнями собственный «normalise»',
  stepDoesNothing: 'он ничего не делает; укажите одно из: {list}',
  twoSteps:
    '«{key}» и «{second}» — два шага; дайте каждому имя и собственную строку в порядке выполнения',
  treeLast: 'дерево — последний шаг; поставьте его в конец',
  treeTakes: 'дерево само говорит, какие показатели берёт',
  holdsNone: 'шаги вычисляют с числами, а здесь их нет; не указывайте его',
  noIndicatorBelow: 'под ним нет показателей; не указывайте его',
  noNumberBelow: 'под ним нет числовых показателей; не указывайте его',
  nothingNormalised: 'здесь ничего не приводится к шкале',
  limitNotBelowZero: 'предел не меньше 0 (он действует для обоих знаков)',
  mostSays: 'сколько значений можно изменить, уже сказано ключом «most»',
  fractionCell:
    'десятичное число или дробь, например 1/3 (напишите {meant} без кавычек)',
  booleanCell: 'true или false (напишите {meant} без кавычек)',
  textCell: 'текст; возьмите слово в двойные кавычки',
  oneValueColumn: 'одно значение для столбца типа {type} либо «type: list»',
  listCell: 'список, например {example}',
  nameInPlace:
    'по одному имени на каждом месте списка, через запятую ({parts})',
  noChildWeight: 'ни у одной части нет веса',
  eachNone: 'таблиц нет',
  listAlone:
    'это список: он стоит отдельно там, где может быть несколько имён, например criterion: $column',
  sameRows: 'строка {line} таблицы «{table}» и то, что стоит в строке {first}',
  moreEntries: 'больше {most#} записей',
  moreValues: 'больше {most#} значений',
  moreCharacters: 'больше {most#} знаков',
  withoutQuotes: 'текст без кавычек, потому что он входит в формулу {formula}',
  typeAtAll:
    'здесь {type*}, а всем, кто его читает, нужен другой тип (строки {lines})',
  scaleSays:
    'здесь {words}, а «scale» требует уровень шкалы «{scale}»[[. Возможно, имелось в виду «{near}»?]]',
  criterionType: 'критерий — это число или уровень шкалы',
  isNoNumber: '«{name}» — {type*}, а не число',
  pointsFromNumber:
    'здесь {type*}; баллы вычитаются из числа. Задайте нормализатор вида scale',
  indicatorOfNumbers: 'числовой показатель со шкалой уровней',
  criterionOfNumbers: 'числовой критерий со шкалой уровней',
  levelWithoutPoints: 'уровень без баллов',
  booleanWithoutPoints: 'true или false без баллов',
  levelWithoutOrderPoints: 'показатель с уровнями без порядка',
  typeLevel:
    '«type: level» с «values» или числовой нормализатор, например goalposts',
  normalisePoints: 'ключ normalise: { kind: scale, points: { ... } }',
  scaleInstead:
    '«scale: ИМЯ» вместо «values» либо normalise: { kind: scale, points: { ... } }',
  theList: 'список «{name}»',
  singleColumn: 'столбец с одиночными значениями в качестве ключа',
  weightNumber: 'вес — это число',
  weightNotBelow: '«{text}» со значением {value#}',
  yearsFrom: 'с {year} года',
  noRegister: 'методика не называет реестра',
  otherMethodology: 'методика, из которой берётся исходное значение',
  otherOutput:
    'выходной показатель {methodology}, который служит исходным значением',
  yearBefore:
    'год раньше {year} (года примера), но не более чем на {most#} лет',
  restrictedSource: 'источник {source} со значениями закрытого {names}',
  restrictedSources: 'источник {source} со значениями закрытых {names}',
  inventedSource:
    'источник invented с вымышленными значениями (файл общедоступен)',
  noBody: 'органа «{id}» нет в его данных',
  noSourceColumn: 'в данных нет столбца «{column}» со значениями',
  statusOf: 'состояние {id}',
  placeOf: 'место {id} в {ranking}',
  joinedTo: 'органы, присоединённые к {id}',
  pointsOf: 'баллы по {rule}',
  limitOf: 'ограничение {rule}',
  outputOf: '{name} у {id}',
  undecidedFlags: 'неустановленные последствия',
  noPlace: 'места нет',
  notMet: 'не действует',
  binds: 'определяет значение',
  met: 'действует, но ничего не меняет',
  scored: 'оценён',
  notScored: 'не оценён',
  notApplicableStatus: 'неприменимо',
  asInColumn: 'как в столбце «{column}» для органов ({count#})',
  secondDocument: 'здесь начинается второй документ, а в файле одна методика',
  yamlDirective: 'строка, начинающаяся с %, меняет чтение YAML',
  colonMissing: 'после «{key}» не хватает двоеточия с пробелом',
  blockInFlow: 'внутри скобок не бывает блоков с отступами',
  flowMapEnd:
    'таблица в скобках должна иметь достаточный отступ и кончаться знаком }',
  flowSequenceEnd:
    'список в скобках должен иметь достаточный отступ и кончаться знаком ]',
  unexpectedScalar: 'лишний текст после значения',
  implicitMap: 'ключ должен целиком стоять в одной строке',
  nestedMappings: 'в одной строке не бывает таблицы внутри таблицы',
  missingQuote: 'не закрыты двойные кавычки',
  missingApostrophe: 'не закрыты одинарные кавычки',
  tabsIndent: 'отступы делаются пробелами, а не знаками табуляции',
  mapItemsColumn:
    'ключи одной таблицы должны начинаться с одного и того же отступа',
  missingComma: 'не хватает запятой между частями в скобках',
}
