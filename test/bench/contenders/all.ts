/** Every contender, in the order of the tables. */
import { celJs } from './cel-js.js'
import {
  certified,
  certifiedWithPlaces,
  columnsByBlocks,
  columnsByLoops,
  columnsWithPlaces,
} from './columns.js'
import type { Contender } from './contender.js'
import { exact } from './exact.js'
import { handWritten, handWrittenWithPlaces } from './hand-written.js'
import { jsonRulesEngine } from './json-rules-engine.js'
import { mathjsBigNumber, mathjsNumber } from './mathjs.js'
import { publicodes } from './publicodes.js'
import { zenEngine } from './zen-engine.js'

export const CONTENDERS: readonly Contender[] = [
  handWritten,
  handWrittenWithPlaces,
  columnsByLoops,
  columnsWithPlaces,
  certified,
  certifiedWithPlaces,
  columnsByBlocks,
  exact,
  mathjsNumber,
  mathjsBigNumber,
  celJs,
  zenEngine,
  publicodes,
  jsonRulesEngine,
]
