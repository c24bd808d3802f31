/** The tables and inputs of `rules/kz-goals/2012.yaml`, in the order in which columns are made. */

/** Level ('' is the bodies) -> its inputs. */
export const INPUTS = {
  '': ['kind', 'reported_late', 'incomplete', 'unreliable_facts'],
  sectors: ['q1', 'q2'],
  'sectors.directions': ['q1', 'q2'],
  risks: ['r'],
  goals: [],
  'goals.indicators': ['base', 'plan', 'fact', 'operational', 'falls'],
  'goals.tasks': [],
  'goals.tasks.results': ['base', 'plan', 'fact', 'operational', 'falls'],
  indices: ['previous', 'current', 'falls'],
} as const

export type LevelName = keyof typeof INPUTS

export type PerLevel<Item> = Record<LevelName, Item>

/** Level -> the tables right below it. */
export const TABLES: PerLevel<readonly LevelName[]> = {
  '': ['sectors', 'risks', 'goals', 'indices'],
  sectors: ['sectors.directions'],
  'sectors.directions': [],
  risks: [],
  goals: ['goals.indicators', 'goals.tasks'],
  'goals.indicators': [],
  'goals.tasks': ['goals.tasks.results'],
  'goals.tasks.results': [],
  indices: [],
}

export const LEVELS = Object.keys(INPUTS) as readonly LevelName[]

export function columnName(level: LevelName, input: string): string {
  return level === '' ? input : `${level}.${input}`
}

export function perLevel<Item>(
  make: (level: LevelName) => Item,
): PerLevel<Item> {
  const entries = LEVELS.map((level) => [level, make(level)] as const)
  return Object.fromEntries(entries) as PerLevel<Item>
}
