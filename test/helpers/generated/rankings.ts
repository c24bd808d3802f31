/** Generated rankings and flags. */
import type { Choices } from './choices.js'
import { when } from './conditions.js'
import { fresh, NUMBER, write, type Model } from './model.js'
import { among } from './normalisers.js'
import { isOfType, type Place } from './place.js'
import type { Table } from './yaml-text.js'

/** Of any figure of the body that is a number. */
export function addRanking(model: Model, choices: Choices): void {
  const place: Place = { model, table: model.bodies }
  const names = [...model.criteria, ...model.bodies.figures, ...model.called]
    .filter(isOfType(NUMBER))
    .map(({ name }) => name)
  if (names.length === 0) return
  const name = fresh(model, 'ranking')
  const better: Table = choices.oneIn(3) ? { better: 'less' } : {}
  const byAnother = {
    by: choices.pick(names),
    ...(choices.oneIn(2) ? { better: 'less' } : {}),
  }
  const ties = choices.pick<Table>([
    {},
    { ties: 'dense' },
    { ties: byAnother },
    { ties: 'competition' },
  ])
  const digits: Table = choices.oneIn(2)
    ? { digits: choices.pick(['0', '1', '2', '-1']) }
    : {}
  const members: Table = choices.oneIn(5)
    ? { in: { all_of: choices.some(treeNames(model)) } }
    : {}
  const entry: Table = {
    output: choices.pick(names),
    ...better,
    ...ties,
    ...digits,
    ...(choices.oneIn(3) ? { where: when(choices, place) } : {}),
    ...members,
    ...among(model, choices),
  }
  if (choices.oneIn(3)) {
    write(model, 'rules', fresh(model, 'unranked'), {
      when: when(choices, place),
      exclude: { ranking: name },
    })
  }
  write(model, 'rankings', name, entry)
  model.rankings.push(name)
}

/** Indicators and criteria that are made already. */
function treeNames(model: Model): readonly string[] {
  const scored = model.called.flatMap(
    ({ name }) => /^score\((\w+)\)$/.exec(name)?.[1] ?? [],
  )
  const criteria = model.criteria.map(({ name }) => name)
  return [...criteria, ...scored]
}

export function addFlag(model: Model, choices: Choices): void {
  const place: Place = { model, table: model.bodies }
  const name = fresh(model, 'flag')
  const flag: Table = choices.oneIn(3) ? { name: 'seen' } : {}
  write(model, 'rules', name, { when: when(choices, place), flag })
}
