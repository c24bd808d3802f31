/**
 * Makes one rule or ranking for each row of a table, before the file is held
 * against the schema: whatever reads it afterwards sees plain entries.
 */
import { problem, type Problem } from '../../errors.js'
import { pathKey, type Path } from '../../source/path.js'
import type { Tree } from '../../source/source.js'
import type { Entry } from '../entry.js'
import type { WrittenRow, WrittenTable } from '../keyed-table.js'
import { entryNameFault } from '../names.js'
import { isTable, tableOf, type Table } from '../tables.js'
import { columnsIn, replaceColumns } from './column-text.js'
import { RowFiller, type Filling } from './fill.js'
import { expandTexts } from './expand-texts.js'
import { isMeantRow } from './rows-where.js'
import { readTemplate, type Template } from './template.js'

const REPEATED_SECTIONS = ['rules', 'rankings'] as const

/** Entries that one file may make, and what may stand in all of them. */
const MOST_ENTRIES = 10_000
const MOST_VALUES = 300_000
const MOST_CHARACTERS = 10_000_000

/** An entry that was made for a row. */
export interface Instance {
  readonly template: Path
  readonly table: string
  readonly row: WrittenRow
}

export interface Expanded {
  readonly tree: Tree
  readonly problems: readonly Problem[]
  readonly origins: ReadonlyMap<string, Path>
  /** Path of an entry -> the row that it was made for. */
  readonly instances: ReadonlyMap<string, Instance>
  /** Entries and values that a mistake left without content; it has been reported. */
  readonly broken: readonly Path[]
  /** What names look like that could not be made. */
  readonly lost: readonly RegExp[]
  /** A path of the file -> the paths that were made from it. */
  readonly made: (written: Path) => readonly Path[]
}

export function expandEach(
  tree: Table,
  root: Entry,
  tables: ReadonlyMap<string, WrittenTable>,
  refused: readonly Path[],
): Expanded {
  const expansion = new Expansion(root, tables, refused)
  const sections = new Map<string, Tree>()
  for (const section of REPEATED_SECTIONS) {
    const entries = tree[section]
    const repeats =
      isTable(entries) && Object.values(entries).some((each) => hasEach(each))
    if (repeats) sections.set(section, expansion.section(section, entries))
  }
  if (sections.size > 0 && isTable(tree['texts'])) {
    const texts = expandTexts(
      tree['texts'],
      expansion.copies,
      expansion.filling,
    )
    sections.set('texts', texts)
  }
  const { filling, instances, lost } = expansion
  return {
    tree: tableOf(
      Object.entries(tree).map(([key, value]) => [
        key,
        sections.get(key) ?? value,
      ]),
    ),
    problems: filling.problems,
    origins: filling.origins,
    instances,
    broken: filling.broken,
    lost,
    made: (written) => {
      const names = expansion.names.get(pathKey(written.slice(0, 2)))
      if (!names) return [written]
      const [section = ''] = written
      return names.map((name) => [section, name, ...written.slice(2)])
    },
  }
}

function hasEach(entry: Tree): entry is Table {
  return isTable(entry) && Object.hasOwn(entry, 'each')
}

/** An entry that was made, with what fills further texts of the same row. */
export interface Copy {
  readonly template: Template
  readonly name: string
  readonly filler: RowFiller
}

class Expansion {
  readonly filling: Filling = {
    problems: [],
    broken: [],
    origins: new Map(),
    room: { values: MOST_VALUES, characters: MOST_CHARACTERS },
  }
  readonly instances = new Map<string, Instance>()
  readonly lost: RegExp[] = []
  /** Path of an entry with `each` -> the names that it gave. */
  readonly names = new Map<string, string[]>()
  readonly copies: Copy[] = []
  private made = 0

  constructor(
    private readonly root: Entry,
    private readonly tables: ReadonlyMap<string, WrittenTable>,
    private readonly refused: readonly Path[],
  ) {}

  section(section: string, entries: Table): Tree {
    /** Name -> the line of the entry or row that gives it. */
    const taken = new Map<string, number>()
    for (const [key, entry] of Object.entries(entries)) {
      if (!hasEach(entry)) taken.set(key, this.root.line([section, key]))
    }
    const made = Object.entries(entries).flatMap(([key, entry]) => {
      if (!hasEach(entry)) return [[key, entry] as const]
      this.names.set(pathKey([section, key]), [])
      const isRefused = this.refused.some(
        ([first, second, third]) =>
          first === section && second === key && third === 'each',
      )
      if (isRefused) return this.standIn(section, key, taken)
      const template = readTemplate(section, key, entry, this.tables)
      if (!('table' in template)) {
        this.filling.problems.push(...template)
        return this.standIn(section, key, taken)
      }
      this.filling.problems.push(...template.problems)
      if (template.hasBrokenName) this.lost.push(nameLike(key))
      return this.repeat(template, taken)
    })
    return tableOf(made)
  }

  private repeat(
    template: Template,
    taken: Map<string, number>,
  ): readonly (readonly [string, Tree])[] {
    const { section, key, at, table } = template
    const plain = replaceColumns(key, () => 'x')
    const why = entryNameFault(plain)
    if (why) {
      this.report('NAME_NOT_ALLOWED', at, { name: key, why })
      return this.standIn(section, key, taken)
    }
    const entries: (readonly [string, Tree])[] = []
    let twins = 0
    for (const row of table.rows) {
      const filler = new RowFiller(template, row, this.filling)
      const isMeant = row.isBroken || this.isMeant(template, filler)
      if (isMeant === false) continue
      if (isMeant === 'mistake') {
        return this.standIn(section, key, taken)
      }
      const name = this.nameOf(template, row, filler)
      const twin = name === null ? undefined : taken.get(name)
      const isTwin = name !== null && twin !== undefined
      if (isTwin && !row.isBroken) {
        twins += 1
        if (twins === 1) this.reportTwin(template, row, name, twin)
      }
      if (name === null || isTwin) {
        entries.push(...this.standIn(section, key, taken))
        continue
      }
      const to = [section, name]
      const entry = row.isBroken ? null : this.entryOf(template, filler, to)
      if (entry === undefined) continue
      taken.set(name, this.root.line(row.at))
      this.made += 1
      if (this.isTooLarge(template)) {
        return this.standIn(section, key, taken)
      }
      this.filling.origins.set(pathKey(to), at)
      this.names.get(pathKey(at))?.push(name)
      this.instances.set(pathKey(to), { template: at, table: table.name, row })
      this.copies.push({ template, name, filler })
      if (entry === null) this.filling.broken.push(to)
      entries.push([name, entry ?? tableOf([])])
    }
    return entries
  }

  /** undefined for a rule that excludes from an empty list. */
  private entryOf(
    template: Template,
    filler: RowFiller,
    to: Path,
  ): Tree | undefined {
    const made = filler.fill(template.entry, to, template.at)
    const exclude = isTable(made) ? made['exclude'] : undefined
    if (!isTable(made) || !isTable(exclude)) return made ?? null
    const { criterion } = exclude
    if (!Array.isArray(criterion) || criterion.length > 0) return made
    const rest = Object.entries(exclude).filter(([key]) => key !== 'criterion')
    if (rest.length === 0) return undefined
    return tableOf(
      Object.entries(made).map(([key, value]) => [
        key,
        key === 'exclude' ? tableOf(rest) : value,
      ]),
    )
  }

  private isMeant(
    { where, at }: Template,
    filler: RowFiller,
  ): boolean | 'mistake' {
    if (where === null) return true
    const place = [...at, 'each', 'where']
    const formula = filler.text(where, place)
    // Reported at the row, which may be meant.
    if (formula === null) return true
    const meant = isMeantRow(formula, place, this.root)
    if (typeof meant === 'boolean') return meant
    this.filling.problems.push(...meant)
    return 'mistake'
  }

  /** null where the row gives none, which has been reported. */
  private nameOf(
    { key, meant, section }: Template,
    row: WrittenRow,
    filler: RowFiller,
  ): string | null {
    const needed = columnsIn(key).map((column) => meant.get(column) ?? '')
    const hasAll = needed.every((column) => row.cells.has(column))
    if (row.isBroken && !hasAll) return null
    const name = filler.text(key, [section, key])
    const why = name === null ? null : entryNameFault(name)
    if (name === null || !why) return name
    const [column = ''] = needed
    const at = row.cells.get(column)?.at ?? row.at
    if (!row.isBroken) this.report('NAME_NOT_ALLOWED', at, { name, why })
    return null
  }

  private reportTwin(
    { at, table, key }: Template,
    row: WrittenRow,
    name: string,
    first: number,
  ): void {
    const line = this.root.line(row.at)
    const words = `the row on line ${line} of "${table.name}" and what stands on line ${first}`
    const place = columnsIn(key).length === 0 ? at : row.at
    this.report('EACH_NAME_DUPLICATE', place, { name, words })
  }

  private isTooLarge({ at, table }: Template): boolean {
    const { values, characters } = this.filling.room
    const words =
      this.made > MOST_ENTRIES
        ? `more than ${MOST_ENTRIES} entries`
        : values < 0
          ? `more than ${MOST_VALUES} values`
          : characters < 0
            ? `more than ${MOST_CHARACTERS} characters`
            : null
    if (words === null) return false
    this.report('EACH_TOO_LARGE', at, { table: table.name, words })
    return true
  }

  /** Without content, so that nothing is computed that an entry of the row could change. */
  private standIn(
    section: string,
    key: string,
    taken: Map<string, number>,
  ): readonly (readonly [string, Tree])[] {
    let name = 'row'
    for (let next = 1; taken.has(name); next += 1) name = `row_${next}`
    taken.set(name, 0)
    const to = [section, name]
    this.filling.origins.set(pathKey(to), [section, key])
    this.filling.broken.push(to)
    this.lost.push(nameLike(key))
    return [[name, tableOf([])]]
  }

  private report(...[code, at, info]: Parameters<typeof problem>): void {
    this.filling.problems.push(problem(code, at, info))
  }
}

/** What the names of an entry look like, whatever its columns hold. */
function nameLike(key: string): RegExp {
  const parts = replaceColumns(key, () => '\u0000').split('\u0000')
  const escaped = parts.map((part) =>
    part.replace(/[$()*+.?[\\\]^{|}-]/g, '\\$&'),
  )
  return new RegExp(`^${escaped.join('.+')}$`)
}
