/** The part of the reference that explains which bodies a statistic looks at. */
export const POPULATIONS_GUIDE = `Every statistic over bodies (\`mean(bodies.x)\`, \`rank(x)\`, a normaliser that looks at the bodies, a ranking) looks at the bodies of the year that no rule excludes as a whole and that have a value. \`among: NAME\` on a computed column, a normaliser or a ranking makes it look at a named population instead.

\`\`\`yaml
populations:
  central: { where: kind == "central", cite: "16" }    # the bodies for which it holds
  peers: { by: income_group }                          # every group for itself; or a list of attributes
  top: { where: rank(gdp) <= 5 }                       # the five best, and those that share their places
computed:
  population.upper: { formula: mean(bodies.gdp), among: top, cite: "17", mark: given }
  population.low: { formula: "percentile(bodies.gdp, 2.5)", among: peers, cite: "17", mark: given }
normalisers:
  bounds: { kind: goalposts, from: population.low, to: population.upper, range: [0, 100], clamp: both }
  within_group: { kind: z-score, among: peers }
rankings:
  by_kind: { output: total, among: peers }             # places are counted in each group
rules:
  late: { when: late, exclude: { population: [central, peers] }, cite: "18", mark: given }
\`\`\`

| a body | in the statistics of the population | what it reads of them |
| --- | --- | --- |
| for which \`where\` holds | counts, if it has a value | as everybody |
| for which \`where\` does not hold | does not count | the figures of those inside: \`population.NAME\`, goalposts, z-score; \`rank\`, \`percentileRank\`, the normalisers of these kinds and places are not applicable |
| that a rule excludes, as a whole or from the population | does not count | the same; as a whole excluded it has no figures |
| of which it is undecided whether it belongs | the statistic is missing if the body has a value, with \`by\` only that of its group | missing |
| in groups | counts in its own group alone | the figures of its own group; a column \`population.NAME\` has one value for each group |
| without an attribute of \`by\` | in no group | missing: it is in no group |

A column \`population.NAME\` with groups can be read by bodies, and by columns of the population that say \`among\` with the same groups. \`from\`, \`to\` and \`target\` of a normaliser take a number, a parameter, \`worst\`, \`best\`, or any formula of the body. \`score --json\` gives under \`populations\` how many bodies each population holds and who is left out and why; \`explain\` gives the number of bodies of every statistic, its population and its group.`
