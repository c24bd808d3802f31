/** Differences under the paragraphs that they cite; what cites none under its part of the file. */
import { subjectOf, type Difference, type Subject } from './subject.js'

export interface NumberedDifference {
  /** Over all groups, 1-based. */
  readonly number: number
  readonly difference: Difference
  readonly subject: Subject
}

export interface DifferenceGroup {
  /** null: a part of the file. */
  readonly cite: string | null
  readonly section: string
  readonly differences: readonly NumberedDifference[]
}

/** Examples set no rules: they stand at the end, whatever they cite. */
const LAST = 'examples'

export function groupDifferences(
  differences: readonly Difference[],
): readonly DifferenceGroup[] {
  const groups = new Map<string, DifferenceGroup>()
  for (const difference of differences) {
    const subject = subjectOf(difference)
    const { section } = subject
    const cite = section === LAST ? null : difference.cite
    const key = JSON.stringify(cite === null ? { section } : { cite })
    const group = groups.get(key) ?? { cite, section, differences: [] }
    const numbered = { number: 0, difference, subject }
    const inside = [...group.differences, numbered]
    groups.set(key, { ...group, differences: inside })
  }
  const isLast = ({ section }: DifferenceGroup) => section === LAST
  const all = [...groups.values()]
  let number = 0
  return [...all.filter((group) => !isLast(group)), ...all.filter(isLast)].map(
    (group) => ({
      ...group,
      differences: group.differences.map((each) => ({
        ...each,
        number: (number += 1),
      })),
    }),
  )
}
