/** What happened to a figure, step by step. */
import type { steps as english } from '../../en/sayings/steps.js'
import type { Words } from '../../words.js'

export const steps: Words<typeof english> = {
  arithmetic:
    'среднее арифметическое[[ (частей со значением не менее {children#})]][[ (доля частей со значением не менее {share#})]]: {formula}',
  geometric:
    'среднее геометрическое[[ (частей со значением не менее {children#})]][[ (доля частей со значением не менее {share#})]]: {formula}',
  harmonic:
    'среднее гармоническое[[ (частей со значением не менее {children#})]][[ (доля частей со значением не менее {share#})]]: {formula}',
  sum: 'сумма[[ (частей со значением не менее {children#})]][[ (доля частей со значением не менее {share#})]]: {formula}',
  product:
    'произведение[[ (частей со значением не менее {children#})]][[ (доля частей со значением не менее {share#})]]: {formula}',
  smallest:
    'наименьшее[[ (частей со значением не менее {children#})]][[ (доля частей со значением не менее {share#})]]: {formula}',
  largest:
    'наибольшее[[ (частей со значением не менее {children#})]][[ (доля частей со значением не менее {share#})]]: {formula}',
  worst:
    'худший[[ (частей со значением не менее {children#})]][[ (доля частей со значением не менее {share#})]]: {formula}',
  best: 'лучший[[ (частей со значением не менее {children#})]][[ (доля частей со значением не менее {share#})]]: {formula}',
  median:
    'медиана[[ (частей со значением не менее {children#})]][[ (доля частей со значением не менее {share#})]]: {formula}',
  medianOfLevels:
    'медиана, из двух средних худшая[[ (частей со значением не менее {children#})]][[ (доля частей со значением не менее {share#})]]: {formula}',
  onlyChild:
    'единственная часть[[ (частей со значением не менее {children#})]][[ (доля частей со значением не менее {share#})]]: {formula}',
  notFormed: 'не образуется: значение есть у {present#} из {all#} частей',
  valueOf: 'значение {name}',
  byItsFormula: 'по формуле',
  asJudged: 'по суждению оценивающих',
  asJudgedWith: 'по суждению оценивающих; обоснований ниже: {count#}',
  variant: 'вариант «{name}»',
  noVariant: 'вариант не выбран',
  less: 'минус {deduction}: {points}',
  roundedUp: 'округлено до {digits} знаков после запятой, половина вверх',
  roundedUpOne: 'округлено до 1 знака после запятой, половина вверх',
  roundedEven:
    'округлено до {digits} знаков после запятой, половина до чётной цифры',
  limits: 'ограничения',
  limited: 'ограничения: {each*}',
  limitBinds: '{limit*} (правило {rule}, {citation~}), определяет значение',
  limitIdle: '{limit*} (правило {rule}, {citation~}), ничего не меняет',
  limitAbsent: '{limit*} (правило {rule}, {citation~})',
  cellDefault: 'ячейка пуста; что это значит, говорит методика',
  imputedOutside: 'подставлено до расчёта: {by}',
  thisBody: 'этот орган в неё входит',
  joinedAdded: '{list}: сложено (when_joined: add)',
  joinedWorst: '{list}: учитывается худшее (when_joined: worst)',
  joinedAppended: '{list}: строки сложены вместе (when_joined: append)',
  overBodies: '{formula} по органам ({count#})[[ совокупности {population}]]',
  overBody: '{formula} по 1 органу[[ совокупности {population}]]',
  step: 'шаг {step}: {did*}',
  noValue: 'значения нет',
  byFormulaInX: 'по формуле от x',
  enoughData: 'значения органов с достаточными данными',
  thereIsValue: 'значение есть, поэтому ничего не подставляется',
  notImputed: 'не подставляется[[: {why*}]]',
  notKnownValue:
    'неизвестно или не установлено, должно ли быть у органа значение',
  notApplicable: 'показатель неприменим',
  missingSo: 'значения нет, поэтому подставляется {words*}',
  missingFormula: 'значения нет, его даёт формула',
  meanOf: 'среднее по органам',
  medianOf: 'медиана по органам',
  meanOfBodies: 'среднее по органам ({count#})[[ совокупности {population}]]',
  medianOfBodies: 'медиана по органам ({count#})[[ совокупности {population}]]',
  meanOfBody: 'среднее по 1 органу[[ совокупности {population}]]',
  medianOfBody: 'медиана по 1 органу[[ совокупности {population}]]',
  yearBefore: 'значение предыдущего года',
  yearsBefore: 'значение, лет назад: {years#}',
  byTheFormula: 'по формуле {formula}',
  enoughIndicators:
    'данные есть по {counted#} из {possible#} показателей ({imputing*}), нужно не менее {least#}',
  enoughShare:
    'данные есть по {counted#} из {possible#} показателей ({imputing*}), нужна доля не менее {least#}',
  imputedCount: 'подставленные значения учитываются',
  imputedNotCount: 'подставленные значения не учитываются',
  bodiesNotKnown: 'органы не установлены',
  treatedUnchanged: '{did*}; здесь без изменений',
  treatedBefore: '{did*}; здесь до того было {before#}',
  noSkewness:
    '{bodies*}: асимметрии нет (значений мало или все равны), поэтому ничего не меняется',
  withinLimits:
    '{bodies*}: асимметрия {skewness#}, эксцесс {kurtosis#} (пределы {skewnessLimit#} и {kurtosisLimit#}), поэтому ничего не меняется',
  mayNotChange:
    '{bodies*}: асимметрия {skewness#}, эксцесс {kurtosis#} (пределы {skewnessLimit#} и {kurtosisLimit#}), а менять значения нельзя',
  treated:
    '{bodies*}: асимметрия {skewness#}, эксцесс {kurtosis#} (пределы {skewnessLimit#} и {kurtosisLimit#}): {did*}[[; теперь асимметрия {newSkewness#}, эксцесс {newKurtosis#}]]',
  treatedStill:
    '{bodies*}: асимметрия {skewness#}, эксцесс {kurtosis#} (пределы {skewnessLimit#} и {kurtosisLimit#}): {did*}; теперь асимметрия {newSkewness#}, эксцесс {newKurtosis#} — всё ещё выше обоих пределов',
  broughtDown: '{count*} выше {cap#} понижено до него',
  broughtUp: '{count*} ниже {floor#} повышено до него',
  broughtBoth:
    '{count*} выше {cap#} понижено до него, {other*} ниже {floor#} повышено до него',
  valueOne: '1 значение',
  values: 'значений: {count#}',
  transformed:
    'изменить {count*} недостаточно, поэтому все исходные значения преобразуются: {formula}',
  bodiesOfOne: '1 орган совокупности {population}',
  bodiesOf: 'органов совокупности {population}: {count#}',
  normalisedNone: '{kind}[[ «{name}»]]: значения нет',
  percentShare: 'доля прочих органов ниже {x}, равные считаются за половину',
  rankOf: '1 + число органов хуже {x}',
  rankAmong: '1 + число органов хуже {x}, всего органов[[ ({whose})]]: {n#}',
  minMax: 'минимум-максимум[[ «{name}»]]: {formula*}',
  goalposts: 'заданные границы[[ «{name}»]]: {formula*}',
  zScore: 'стандартизованное отклонение[[ «{name}»]]: {formula*}',
  percentileRank: 'процентильный ранг[[ «{name}»]]: {formula*}',
  rankKind: 'ранг[[ «{name}»]]: {formula*}',
  target: 'расстояние до цели[[ «{name}»]]: {formula*}',
  scaleKind: 'баллы за уровень {level}[[ (шкала «{name}»)]]',
  formulaKind: 'формула[[ «{name}»]]: {formula*}',
  withX: '{formula} при x = {x}',
  withXWhere: '{formula} при x = {x}, где {when}',
  withXElse:
    '{formula} при x = {x}: ни один из предыдущих участков не подходит',
  lessBetter: '{formula*}, меньше — лучше',
  heldWithin: '{formula*}, удержано в пределах {least#}–{most#}',
  heldBelow: '{formula*}, не ниже {least#}',
  heldAbove: '{formula*}, не выше {most#}',
  among: '{formula*}, среди органов[[ ({whose})]]: {n#}',
  amongOne: '{formula*}, среди 1 органа[[ ({whose})]]',
  fromPercentile:
    '{formula*}, нижняя граница — процентиль {percent#} от худшего = {value#}',
  toPercentile:
    '{formula*}, верхняя граница — процентиль {percent#} от худшего = {value#}',
  fromPost: '{formula*}, нижняя граница {post} = {value#}',
  toPost: '{formula*}, верхняя граница {post} = {value#}',
  targetPost: '{formula*}, цель {post} = {value#}',
  shareBelow: 'доля прочих органов ниже {x}, равные считаются за половину',
  rankFormula: '1 + число органов хуже {x}',
}
