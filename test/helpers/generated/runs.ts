/**
 * How often a property is tried: a few times from one seed, so that the suite is
 * quick and says the same every time; OLSHEM_RUNS=3000 tries more, from another
 * seed each time (OLSHEM_SEED=1 names one), which fast-check prints where it fails.
 */
export function runs(usual: number): {
  readonly numRuns: number
  readonly seed: number
} {
  const { OLSHEM_RUNS: more, OLSHEM_SEED: seed } = process.env
  if (more === undefined) return { numRuns: usual, seed: Number(seed ?? 2026) }
  const chance = Math.floor(Math.random() * 2 ** 31)
  return { numRuns: Number(more), seed: Number(seed ?? chance) }
}

/** Long enough for a machine that does other work as well. */
export function patience(usual: number): number {
  return 240_000 + 600 * Math.max(0, runs(usual).numRuns - usual)
}
