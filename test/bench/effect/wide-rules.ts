/** An invented index of 100 inputs over 200 bodies, as a version that is published and data that can be loaded. */
const GROUPS = Array.from({ length: 10 }, (_, group) => `g${group}`)
const INPUTS = GROUPS.flatMap((group) =>
  Array.from({ length: 10 }, (_, index) => ({
    group,
    name: `${group}_${index}`,
  })),
)

export const WIDE_BODIES = 200
export const WIDE_INPUTS = INPUTS.length
export const WIDE_YEAR = 2020

export const WIDE_RULES = `format: 1
methodology: wide
version: "1"
status: published
act: { title: Figures made for measuring speed }
years: { from: ${WIDE_YEAR} }

indicators:
${INPUTS.map(({ group, name }) => `  ${name}: { under: ${group}, weight: 0.1, normalise: { kind: min-max, mark: given }, cite: "1" }`).join('\n')}

criteria:
  total:
    aggregate: arithmetic
    cite: "1"
    children:
${GROUPS.map((group) => `      ${group}: { aggregate: arithmetic, weight: 0.1, cite: "1" }`).join('\n')}

rankings:
  all: { output: total, cite: "1" }
`

/** Figures of up to five digits that repeat from run to run. */
export const WIDE_DATA = {
  year: WIDE_YEAR,
  bodies: Array.from({ length: WIDE_BODIES }, (_, body) => ({
    id: `b${body}`,
    ...Object.fromEntries(
      INPUTS.map(({ name }, index) => [
        name,
        String(((body + 1) * 7919 + index * 104_729) % 10_007),
      ]),
    ),
  })),
}
