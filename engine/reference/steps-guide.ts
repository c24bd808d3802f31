/** What the steps of a composite indicator do, with the sources of their algorithms. */

export const STEPS_GUIDE = `\`steps\` is an ordered list; each step has a name and does one thing to the indicators (all of numbers, or those that its \`of\` lists, where a criterion stands for all below it; the others pass through). The tree takes what the last step gave. \`after(STEP, NAME)\` is the value of an indicator after a step, in formulas, conditions, rankings, \`outputs\` and \`explain --of\`; the bare name stays the value as given.

\`\`\`yaml
steps:
  - { name: per_head, of: [gdp, exports], formula: x / inhabitants, cite: "4", mark: given }
  - { name: kept, screen: { of: per_head, at_least: 0.65 } }
  - { name: filled, impute: { method: median, among: peers } }
  - name: treated
    winsorise: { skewness: 2, kurtosis: 3.5, most: 5, otherwise: ln(x - x_least + 1) }
    cite: "6"
    mark: given
  - { name: scaled, normalise: { kind: min-max, range: [0, 100] } }
\`\`\`

| step | what it does |
| --- | --- |
| formula | the new value, from x (the value before) and columns of the body; a missing x stays missing |
| screen | counts the indicators with a value, of those that are not excluded for the body. A body below \`at_least\` has no value after this step (\`SCREENED_OUT\`), whatever a criterion says of missing children: it is not scored, has no place, is not imputed and is in no later statistic. Imputed values count only with \`count_imputed: true\` |
| impute | fills what is missing: \`mean\` or \`median\` of the bodies that have a value before the step (with \`among\` a grouped population: of the own group), \`previous-year\` (the latest of \`years\` years before; only ahead of steps that change the values), or \`value: FORMULA\`. Never what is not applicable, screened out, or undecided. With nothing to impute from the value stays missing |
| winsorise | treats outliers, below |
| normalise | a normaliser, with the \`better\` of each indicator; it must not be normalised again |
| tree | may stand last, to be read |

**Winsorisation**, for each indicator over the bodies that have a value (or \`among\` a population, each group for itself): while the skewness, whatever its sign, and the excess kurtosis are both above their limits, the largest values (the smallest, where the skewness is negative) take the value of the next ones; tied values move together, and never more than \`most\` values (or \`most_share\` of them) are changed. Where that is not enough, \`otherwise\` is applied to all untreated values, in x, x_least and x_most; without it they stay winsorised. What is still above both limits is named in a warning (\`STILL_SKEWED\`). Both limits hold up to and including themselves, and are compared exactly on fractions. Skewness and kurtosis are those of all there are; \`sample: true\` takes those of a sample, as spreadsheets and COINr do. Bodies outside the population are held to what was found in it.

| publication | setting |
| --- | --- |
| COINr, \`Treat\` | \`skewness: 2, kurtosis: 3.5, most: 5, sample: true, otherwise: ln(x - x_least + 0.01 * (x_most - x_least))\` |
| Global Innovation Index | \`skewness: 2.25, kurtosis: 3.5, most: 5, sample: true\`, with a logarithm as \`otherwise\` |

Sources: OECD/EU/JRC (2008), Handbook on Constructing Composite Indicators, doi:10.1787/9789264043466-en (the order of the steps, imputation, outliers); Becker, W. et al. (2022), COINr: An R package for developing composite indicators, JOSS 7(78), 4567, doi:10.21105/joss.04567 (\`Treat\`, \`winsorise\`, \`log_CT\`; there tied values may go beyond the number of changes); WIPO (2023), Global Innovation Index 2023, appendix I; Groeneveld, R. A. and Meeden, G. (1984), The Statistician 33, 391-399, doi:10.2307/2987742 (the criterion); Joanes, D. N. and Gill, C. A. (1998), The Statistician 47(1), 183-189, doi:10.1111/1467-9884.00122 (skewness and kurtosis).

**Imputed outside.** The data may say by whom a cell was imputed: in the column \`imputed:NAME\` beside \`NAME\` (CSV), or under the key \`"imputed:NAME"\` (JSON), as text; empty where the value was observed. Results list every imputed value under \`imputed\`, those of steps as \`step filled: median of 12 bodies of peers\`.`
