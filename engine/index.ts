/** The only door of the engine: everything that others use is listed here. */
export type { FormulaProblem } from './authoring/formula-problems.js'
export {
  openFormulas,
  type FormulaScope,
  type OpenFormulas,
} from './authoring/open-formulas.js'
export type { ScopeName, ValueType } from './authoring/scope-names.js'
export { findVersionProblems, replaces } from './catalogue/version-problems.js'
export {
  columnsOfDataset,
  sourceOfColumns,
  type ColumnSource,
} from './columns/column-source.js'
export {
  inputColumn,
  type ColumnData,
  type InputColumn,
  type LevelRows,
} from './columns/data/column-data.js'
export {
  prepareColumns,
  type ColumnProgram,
  type PrepareOptions,
} from './columns/program/prepare.js'
export { reweigh } from './columns/program/reweigh.js'
export {
  MISSING,
  NOT_APPLICABLE,
  PRESENT,
  type ColumnScores,
  type ScoredColumn,
} from './columns/program/scores.js'
export { scoreColumns } from './columns/score-columns.js'
export { blocksTarget } from './columns/targets/blocks/blocks-target.js'
export {
  GENERATED_PARAMETERS,
  generatedTarget,
  type GeneratedFunction,
} from './columns/targets/generated/generated-target.js'
export { compareMethodologies } from './comparison/compare-methodologies.js'
export type { VersionDifference } from './comparison/version-difference.js'
export { differencesText } from './comparison/difference-text.js'
export { canonicalData } from './data/canonical-data.js'
export {
  checkDataset,
  type CheckedDataset,
  type CheckOptions,
} from './data/check-dataset.js'
export { DATA_CODES, type DataCode } from './data/codes.js'
export type { Dataset, DatasetRow } from './data/dataset.js'
export {
  bodyFromJson,
  DATA_LIMITS,
  datasetFromJson,
  type ReadBody,
  type DataLimits,
  type ReadDataset,
} from './data/from-json.js'
export {
  describeColumns,
  type DescribedColumn,
  type DescribedTable,
} from './data/describe-columns.js'
export { fitsDouble } from './data/json-cell.js'
export { quote } from './data/quote.js'
export { mixedAlphabetIds } from './data/mixed-alphabets.js'
export type { DataProblem } from './data/problem.js'
export type {
  LongNumber,
  NotACell,
  PointedText,
  RawCell,
  RawDataset,
  RawPlace,
  RawRow,
  ReportedCell,
} from './data/raw.js'
export {
  expressionLatex,
  formulaLatex,
  type LatexOptions,
} from './display/latex.js'
export { ENGLISH_WORDS, type FormulaWords } from './display/formula-words.js'
export {
  MESSAGES,
  problem,
  problemValues,
  type LocatedProblem,
  type Problem,
  type ProblemCode,
  type ProblemInfo,
  type ProblemValues,
  type Span,
} from './errors.js'
export {
  compareGroups,
  groupOfKey,
  groupWords,
  type Group,
} from './evaluation/group.js'
export {
  openLazyRun,
  type BodyList,
  type LazyRun,
} from './evaluation/lazy-run.js'
export type { Pause, Run } from './evaluation/run.js'
export {
  NO_SURROUNDINGS,
  surroundingsOf,
  type Surroundings,
} from './evaluation/surroundings.js'
export { runExamples, type ExampleReport } from './examples/run-examples.js'
export type { ReadExampleData } from './examples/example-data.js'
export { calculationLine } from './examples/making/calculation.js'
export {
  exampleOfBody,
  type BodyExample,
} from './examples/making/example-of-body.js'
export type {
  ExampleTable,
  ExampleTree,
} from './examples/making/example-tree.js'
export type { ExpectedFigure } from './examples/making/expected-figures.js'
export { explainOutput } from './explanation/explain-output.js'
export {
  explainableFigures,
  explainableFlags,
} from './explanation/explainable.js'
export type {
  ExplainedAggregation,
  ExplainedFigure,
  ExplainedRule,
  ExplainedSource,
  ExplainedStep,
  ExplainedValue,
  Explanation,
} from './explanation/explanation.js'
export { explanationText } from './explanation/explanation-text.js'
export { fullText } from './full-form/full-form.js'
export { signature } from './expression/check-arguments.js'
export { parseFormula } from './expression/parse.js'
export { printSyntax } from './expression/print.js'
export { locateSyntax } from './expression/locate-syntax.js'
export { MOST_YEARS_BACK } from './functions/previous.js'
export type { FunctionDeclaration } from './functions/declaration.js'
export { FUNCTIONS } from './functions/table.js'
export type { Comparison, Syntax } from './expression/syntax.js'
export type { Identity } from './methodology/build-identity.js'
export type { LineRange } from './source/source.js'
export { actText, citationText } from './methodology/citation.js'
export { loadMethodology, type Loaded } from './methodology/load-methodology.js'
export {
  looksAcrossBodies,
  type LookAcross,
  type LooksAcrossBodies,
} from './methodology/looks-across-bodies.js'
export type {
  CriterionNode,
  Methodology,
  RankingNode,
  Title,
} from './methodology/methodology.js'
export type { Act, Citation, Years } from './methodology/legal-basis.js'
export { SCHEMA } from './methodology/schema/root.js'
export { CELL_TYPES } from './methodology/schema/keyed-tables.js'
export { RULE_EVENTS } from './methodology/schema/rules.js'
export {
  coversYear,
  distanceToYear,
  firstYear,
  yearsText,
} from './methodology/years.js'
export { firstDifference, type Difference } from './history/first-difference.js'
export { lookedBack, type LookedBack } from './history/looked-back.js'
export {
  datasetOfText,
  textsOfRun,
  type KeptText,
} from './history/run-texts.js'
export {
  runName,
  type KnownBody,
  type KnownRun,
  type RunReference,
} from './history/known-run.js'
export {
  knownRunOfText,
  readRun,
  runText,
  type ReadRun,
  type RunRecord,
} from './history/read-run.js'
export { MISSING_REASONS, type MissingReason } from './missing-reason.js'
export { exactText, isShortDecimal, parseExact } from './number/exact-text.js'
export { compare, type Numeric } from './number/numeric.js'
export { significantDigits } from './number/significant-digits.js'
export { nearestDouble } from './number/text.js'
export {
  assessedBodies,
  type AssessedBody,
} from './register/assessed-bodies.js'
export { checkRegisterUse } from './register/check-register-use.js'
export {
  readRegister,
  registerProblem,
  type ReadRegister,
} from './register/read-register.js'
export { registerFromText } from './register/register-text.js'
export {
  canonicalRegister,
  registeredName,
  type RawRegister,
  type RawRegisterRow,
  type Register,
  type RegisterRow,
} from './register/register.js'
export {
  registerOfRun,
  type RegisterStanding,
  type YearRegister,
} from './register/year-register.js'
export { releaseRisks, type FileWarning } from './restriction/release-risks.js'
export {
  isRestricted,
  restrictionOf,
  type Restriction,
  type Sight,
} from './restriction/restriction.js'
export { showBody, WITHHELD_REASON } from './restriction/show-body.js'
export { showHead, type ShownHead } from './restriction/show-hashes.js'
export { isWithheldProblem, showProblems } from './restriction/show-problems.js'
export { showPlaces } from './restriction/show-ranking.js'
export { showResult } from './restriction/show-result.js'
export type {
  RestrictedResult,
  ShownBody,
  ShownPlace,
  ShownReference,
  ShownResult,
} from './restriction/shown-result.js'
export { canonicalJson, sha256 } from './result/canonical.js'
export { scoreDataset, type Scored } from './result/score-dataset.js'
export {
  scoreBodies,
  type Contender,
  type ScoredBodies,
  type ScoredBody,
} from './result/score-bodies.js'
export { resultHead, type ResultHead } from './result/result-head.js'
export type {
  AbsenceResult,
  BodyResult,
  ImputedResult,
  JoinedResult,
  LeftOutResult,
  LimitResult,
  MissingResult,
  PlaceResult,
  PopulationResult,
  ScoreResult,
} from './result/score-result.js'
export {
  LARGEST_SEED,
  MOST_DRAWS,
  type DrawOptions,
  type DrawWatch,
} from './sensitivity/draw-options.js'
export type { DrawnPlaces } from './sensitivity/drawn-places.js'
export { DrawsRefused } from './sensitivity/draws-refused.js'
export {
  weightDraws,
  type DrawnWeight,
  type RankingDraws,
  type WeightDraws,
} from './sensitivity/weight-draws.js'
export { closest } from './source/closest.js'
export { pathText } from './source/path.js'
export { ENGINE_VERSION } from './version.js'
export { referenceText } from './reference/reference-text.js'
