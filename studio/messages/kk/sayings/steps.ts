/** What happened to a figure, step by step. */
import type { steps as english } from '../../en/sayings/steps.js'
import type { Words } from '../../words.js'

export const steps: Words<typeof english> = {
  arithmetic:
    'арифметикалық орта[[ (мәні бар бөліктер кемінде {children#})]][[ (мәні бар бөліктердің үлесі кемінде {share#})]]: {formula}',
  geometric:
    'геометриялық орта[[ (мәні бар бөліктер кемінде {children#})]][[ (мәні бар бөліктердің үлесі кемінде {share#})]]: {formula}',
  harmonic:
    'гармониялық орта[[ (мәні бар бөліктер кемінде {children#})]][[ (мәні бар бөліктердің үлесі кемінде {share#})]]: {formula}',
  sum: 'қосынды[[ (мәні бар бөліктер кемінде {children#})]][[ (мәні бар бөліктердің үлесі кемінде {share#})]]: {formula}',
  product:
    'көбейтінді[[ (мәні бар бөліктер кемінде {children#})]][[ (мәні бар бөліктердің үлесі кемінде {share#})]]: {formula}',
  smallest:
    'ең кішісі[[ (мәні бар бөліктер кемінде {children#})]][[ (мәні бар бөліктердің үлесі кемінде {share#})]]: {formula}',
  largest:
    'ең үлкені[[ (мәні бар бөліктер кемінде {children#})]][[ (мәні бар бөліктердің үлесі кемінде {share#})]]: {formula}',
  worst:
    'ең нашары[[ (мәні бар бөліктер кемінде {children#})]][[ (мәні бар бөліктердің үлесі кемінде {share#})]]: {formula}',
  best: 'ең жақсысы[[ (мәні бар бөліктер кемінде {children#})]][[ (мәні бар бөліктердің үлесі кемінде {share#})]]: {formula}',
  median:
    'медиана[[ (мәні бар бөліктер кемінде {children#})]][[ (мәні бар бөліктердің үлесі кемінде {share#})]]: {formula}',
  medianOfLevels:
    'медиана, ортадағы екеудің нашары[[ (мәні бар бөліктер кемінде {children#})]][[ (мәні бар бөліктердің үлесі кемінде {share#})]]: {formula}',
  onlyChild:
    'жалғыз бөлік[[ (мәні бар бөліктер кемінде {children#})]][[ (мәні бар бөліктердің үлесі кемінде {share#})]]: {formula}',
  notFormed: 'құралмайды: {all#} бөліктің {present#} бөлігінде мән бар',
  valueOf: '{name} мәні',
  byItsFormula: 'формула бойынша',
  asJudged: 'бағалаушылардың пайымдауы бойынша',
  asJudgedWith:
    'бағалаушылардың пайымдауы бойынша; төмендегі негіздемелер: {count#}',
  variant: '«{name}» нұсқасы',
  noVariant: 'нұсқа таңдалмаған',
  less: '{deduction} шегеріледі: {points}',
  roundedUp:
    'үтірден кейін {digits} таңбаға дейін дөңгелектелген, жартысы жоғары',
  roundedUpOne: 'үтірден кейін 1 таңбаға дейін дөңгелектелген, жартысы жоғары',
  roundedEven:
    'үтірден кейін {digits} таңбаға дейін дөңгелектелген, жартысы жұп цифрға',
  limits: 'шектеулер',
  limited: 'шектеулер: {each*}',
  limitBinds: '{limit*} ({rule} қағидасы, {citation~}), мәнді анықтайды',
  limitIdle: '{limit*} ({rule} қағидасы, {citation~}), ештеңені өзгертпейді',
  limitAbsent: '{limit*} ({rule} қағидасы, {citation~})',
  cellDefault: 'ұяшық бос; мұның мағынасын әдістеме айтады',
  imputedOutside: 'есептеуге дейін қойылған: {by}',
  thisBody: 'бұл орган оған кіреді',
  joinedAdded: '{list}: қосылды (when_joined: add)',
  joinedWorst: '{list}: ең нашары есепке алынады (when_joined: worst)',
  joinedAppended: '{list}: жолдар бірге жиналды (when_joined: append)',
  overBodies:
    '{formula}[[, {population} жиынтығының]] органдары ({count#}) бойынша',
  overBody: '{formula}[[, {population} жиынтығының]] 1 органы бойынша',
  step: '{step} қадамы: {did*}',
  noValue: 'мән жоқ',
  byFormulaInX: 'x бойынша формуламен',
  enoughData: 'деректері жеткілікті органдардың мәндері',
  thereIsValue: 'мән бар, сондықтан ештеңе қойылмайды',
  notImputed: 'қойылмайды[[: {why*}]]',
  notKnownValue: 'органда мән болуы керегі белгісіз немесе анықталмаған',
  notApplicable: 'көрсеткіш қолданылмайды',
  missingSo: 'мән жоқ, сондықтан қойылатыны: {words*}',
  missingFormula: 'мән жоқ, оны формула береді',
  meanOf: 'органдар бойынша орта мән',
  medianOf: 'органдар бойынша медиана',
  meanOfBodies:
    '[[{population} жиынтығының ]]органдары ({count#}) бойынша орта мән',
  medianOfBodies:
    '[[{population} жиынтығының ]]органдары ({count#}) бойынша медиана',
  meanOfBody: '[[{population} жиынтығының ]]1 органы бойынша орта мән',
  medianOfBody: '[[{population} жиынтығының ]]1 органы бойынша медиана',
  yearBefore: 'алдыңғы жылдың мәні',
  yearsBefore: '{years#} жыл бұрынғы мән',
  byTheFormula: '{formula} формуласы бойынша',
  enoughIndicators:
    '{possible#} көрсеткіштің {counted#} бойынша дерек бар ({imputing*}), кемінде {least#} керек',
  enoughShare:
    '{possible#} көрсеткіштің {counted#} бойынша дерек бар ({imputing*}), керек үлесі кемінде {least#}',
  imputedCount: 'қойылған мәндер есепке алынады',
  imputedNotCount: 'қойылған мәндер есепке алынбайды',
  bodiesNotKnown: 'органдар анықталмаған',
  treatedUnchanged: '{did*}; мұнда өзгеріссіз',
  treatedBefore: '{did*}; мұнда бұрын {before#} болған',
  noSkewness:
    '{bodies*}: асимметрия жоқ (мән аз немесе бәрі тең), сондықтан ештеңе өзгермейді',
  withinLimits:
    '{bodies*}: асимметрия {skewness#}, эксцесс {kurtosis#} (шектері {skewnessLimit#} және {kurtosisLimit#}), сондықтан ештеңе өзгермейді',
  mayNotChange:
    '{bodies*}: асимметрия {skewness#}, эксцесс {kurtosis#} (шектері {skewnessLimit#} және {kurtosisLimit#}), ал мәндерді өзгертуге болмайды',
  treated:
    '{bodies*}: асимметрия {skewness#}, эксцесс {kurtosis#} (шектері {skewnessLimit#} және {kurtosisLimit#}): {did*}[[; енді асимметрия {newSkewness#}, эксцесс {newKurtosis#}]]',
  treatedStill:
    '{bodies*}: асимметрия {skewness#}, эксцесс {kurtosis#} (шектері {skewnessLimit#} және {kurtosisLimit#}): {did*}; енді асимметрия {newSkewness#}, эксцесс {newKurtosis#} — әлі де екі шектен жоғары',
  broughtDown: '{cap#} мәнінен жоғары {count*} соған дейін төмендетілді',
  broughtUp: '{floor#} мәнінен төмен {count*} соған дейін көтерілді',
  broughtBoth:
    '{cap#} мәнінен жоғары {count*} соған дейін төмендетілді, {floor#} мәнінен төмен {other*} соған дейін көтерілді',
  valueOne: '1 мән',
  values: '{count#} мән',
  transformed:
    '{count*} өзгерту жеткіліксіз, сондықтан барлық өңделмеген мән түрлендіріледі: {formula}',
  bodiesOfOne: '{population} жиынтығының 1 органы',
  bodiesOf: '{population} жиынтығының органдары: {count#}',
  normalisedNone: '{kind}[[ «{name}»]]: мән жоқ',
  percentShare: '{x} мәнінен төмен басқа органдардың үлесі, теңдері жартылай',
  rankOf: '1 + {x} мәнінен нашар органдар саны',
  rankAmong:
    '1 + {x} мәнінен нашар органдар саны, барлық органдар[[ ({whose})]]: {n#}',
  minMax: 'минимум-максимум[[ «{name}»]]: {formula*}',
  goalposts: 'берілген шектер[[ «{name}»]]: {formula*}',
  zScore: 'стандартталған ауытқу[[ «{name}»]]: {formula*}',
  percentileRank: 'процентильдік ранг[[ «{name}»]]: {formula*}',
  rankKind: 'ранг[[ «{name}»]]: {formula*}',
  target: 'мақсатқа дейінгі қашықтық[[ «{name}»]]: {formula*}',
  scaleKind: '{level} деңгейінің балдары[[ («{name}» шкаласы)]]',
  formulaKind: 'формула[[ «{name}»]]: {formula*}',
  withX: 'x = {x} болғанда {formula}',
  withXWhere: 'x = {x} болғанда {formula}, мұнда {when}',
  withXElse:
    'x = {x} болғанда {formula}: алдыңғы бөліктердің ешқайсысы сай келмейді',
  lessBetter: '{formula*}, азы жақсы',
  heldWithin: '{formula*}, {least#}–{most#} шегінде ұсталған',
  heldBelow: '{formula*}, {least#} мәнінен төмен емес',
  heldAbove: '{formula*}, {most#} мәнінен жоғары емес',
  among: '{formula*}, органдар арасында[[ ({whose})]]: {n#}',
  amongOne: '{formula*}, 1 орган арасында[[ ({whose})]]',
  fromPercentile:
    '{formula*}, төменгі шегі — ең нашарынан {percent#}-процентиль = {value#}',
  toPercentile:
    '{formula*}, жоғарғы шегі — ең нашарынан {percent#}-процентиль = {value#}',
  fromPost: '{formula*}, төменгі шегі {post} = {value#}',
  toPost: '{formula*}, жоғарғы шегі {post} = {value#}',
  targetPost: '{formula*}, мақсаты {post} = {value#}',
  shareBelow: '{x} мәнінен төмен басқа органдардың үлесі, теңдері жартылай',
  rankFormula: '1 + {x} мәнінен нашар органдар саны',
}
