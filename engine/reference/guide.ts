/** The parts of the reference that explain meaning; lists of keys, functions and codes are generated. */

export const GUIDE = {
  start: `A methodology is one YAML file: one version of one set of rules. Write it anywhere, then:

\`\`\`sh
npm run --silent olshem -- check path/to/file.yaml      # every mistake, with line and column
npm run --silent olshem -- test path/to/file.yaml       # its examples
npm run --silent olshem -- score path/to/file.yaml --year 2024 --data data.csv
npm run --silent olshem -- explain path/to/file.yaml --year 2024 --data data.csv --body ID
\`\`\`

A file under \`rules/<methodology>/<version>.yaml\` can be named by its id instead (\`libraries\`, \`libraries@2024\`). The first line \`# yaml-language-server: $schema=../methodology.schema.json\` gives editors completion.

Put formulas and texts in quotes where they hold \`: \`, \`#\`, or, inside \`{ }\`, a comma: \`{ formula: "min(a, b)" }\`.`,

  levels: `Data are tables inside tables: the population encloses the bodies, a body holds its columns and tables, a row of a table holds columns and further tables. A column lives on one level. In \`inputs\` an entry with a \`type\` is a column; one without is a table.

A formula on a row uses

- columns of its own row, by name;
- columns of enclosing rows, by name; the nearest level that declares a name wins, even where its cell is missing;
- parameters, by name;
- aggregates over tables below its own row: \`mean(indicators.h)\` on a goal, \`sum(goals.indicators.h)\` on the body, \`sum(goals.weight * goals.score)\`, \`countIf(goals.score > 0.5)\`, \`count(goals)\`;
- columns of the population: \`population.best\`, computed once over all bodies under \`computed: population.best: { formula: max(bodies.x) }\`;
- on the body, \`rank(x)\` and \`percentileRank(x)\` among all bodies.

Nothing else: not a table of an enclosing row, not another body. Inputs, computed columns, indicators, criteria and deductions of one level share one namespace with its tables. Statistics over the bodies count the bodies of the year that no rule excludes as a whole and that have a value, or those of a named population (\`among\`, see Populations).

In the tree, the name of an indicator is its raw value as given, \`score(NAME)\` its value after normalisation, and the name of a criterion its final value.`,

  formulas: `One expression: decimals, names, dotted references to tables below, \`+ - * / ^\`, \`== != < <= > >=\`, \`and or not\`, \`a ? b : c\`, calls of the functions below, and level names in double quotes (\`kind == "central"\`). From strongest to weakest: \`^\`, unary \`-\` and \`not\`, \`* /\`, \`+ -\`, comparisons, \`and\`, \`or\`, \`? :\`. Put comparisons after \`not\` in brackets: \`not (a > b)\`.

Not allowed: implicit multiplication (\`2x\`), percent, chained comparisons (write \`a < b and b < c\`), comments, lists, assignment, and whatever else is not named here. Line breaks inside a formula are blanks. At most 10,000 characters, 64 brackets deep.

**Numbers** are exact: \`0.1\` is one tenth, \`1 / 3 * 3 == 1\` holds. Roots, logarithms and broken powers, and fractions that grow beyond 400 digits, are decimals of 64 significant digits of which 44 are trusted: the guard digits never decide a rounding or a comparison. Comparisons are exact. A boolean is not a number. Levels without an order know \`==\` and \`!=\` only; they stand in double quotes. Dates compare with each other and with \`"2024-01-31"\` (\`delivered <= due\`); they are not subtracted, so give a number of days as an input where it is needed.

**Scales** give levels an order: \`scales: { judgement: { order: worst-first, levels: [inadequate, good, outstanding] } }\`, and \`{ type: level, scale: judgement }\` on inputs and indicators. Levels of one scale compare (\`safe >= "good"\`); \`min\` is the worst, \`max\` the best, \`median\` of an even number the worse of the two in the middle. A criterion may be a level: by \`aggregate: min\`, \`max\`, \`median\` or \`only\` over levels of one scale, by a formula, or by \`judged: { scale: judgement }\`, where an assessor gives it and what stands below is evidence. \`band(x, stars)\` is the level into whose interval x falls; each level says \`at_least\` or \`above\`, \`at_most\` or \`below\`, and an edge that it does not say is its neighbour's.

**Absence.** *Missing* (should be there and is not), *not applicable* (an exclusion took it away) and *zero* are three different things.

| where | missing | not applicable |
| --- | --- | --- |
| arithmetic, comparison, functions | the result is missing | the result is not applicable, even beside a missing operand |
| \`and\`, \`or\`, \`not\` | three-valued as in SQL: \`false and missing\` is false, \`true or missing\` is true, else missing | not applicable |
| \`a ? b : c\` | missing \`a\` gives missing; only the branch that is taken is evaluated | as \`a\` |
| aggregates | the row is skipped; of no rows missing, \`count\` and \`countIf\` 0 | the row is skipped |
| \`coalesce\`, \`isMissing\` | the ways out | treated as missing |
| conditions of rules | undecided, if the rest does not decide it | does not fire, and is not undecided |

Division by zero, the logarithm of what is not above zero, the even root or broken power of a negative, and overflow are missing, with the reason.`,

  tree: `A criterion has an \`aggregate\` over its \`children\` and the indicators that name it in \`under\`, or a \`formula\`, or \`variants\`. Order of the stages of any node: compute, normalise, \`maximum\`, deductions that name it in \`from\`, limits before rounding, \`round\`, limits. What comes out is what parents, rules and rankings use; \`show\` changes the display alone. Nothing is rounded that the file does not say.

| aggregate | formula over the children that count, w their weights |
| --- | --- |
| arithmetic | sum(w * x) / sum(w) |
| geometric | product(x ^ w) ^ (1 / sum(w)); 0 where a child is 0, missing where one is negative |
| harmonic | sum(w) / sum(w / x); missing where a child is 0 |
| sum | sum(x), with weights sum(w * x) |
| product, min, max, median | of the children, without weights |
| only | the one child, as it is |

**Weights** are decimals or fractions (\`1/3\`) on the children, all or none; none means equal. They add up exactly to \`weights_total\` (1 where nothing is said), or the node says \`weights: relative\`. Beside \`weights: relative\` a weight may be a figure of the population: \`weight: population.evenness\` with \`population.evenness: { formula: 1 / standardDeviation(bodies.x) }\`.

| an absent child | what the node does |
| --- | --- |
| share-weights | goes on without it: the mean divides by the weights it used, a sum is scaled up to all weights |
| count-as-zero | the child counts 0 with its weight |
| node-missing | the node is missing (default of \`missing_child\`) |
| node-zero | the node is 0: a score, which may rank |
| no-total | the node is not applicable (\`excluded_child\` only; its default) |

\`all_missing\` says the same for the case that no child has a value; \`at_least: { children: n }\` or \`{ share: 0.65 }\` (of the children that are not excluded, by number) says from when a node is formed, else it is missing. It counts the direct children of the node, not the indicators below them. \`score --json\` lists under \`absences\` what a node went on without.

\`CRITERION.children\` in an aggregate of a formula stands for the children that have a value, indicators and criteria: \`standardDeviation(total.children, "sample") / sqrt(count(total.children))\` is the standard error of the sources of a total. Weights and \`missing_child\` do not touch it. Children without a value and excluded ones are skipped; of none it is missing, and \`count\` is 0.`,

  normalisers: `A normaliser is named under \`normalisers\` and used by \`normalise: NAME\`, or written out on the node. x is the raw value; [lower, upper] the \`range\`, 0..1 where nothing is said; t the \`transform\`.

| kind | score |
| --- | --- |
| min-max | lower + (t(x) - t(min)) / (t(max) - t(min)) * (upper - lower), min and max over the bodies |
| goalposts | the same with fixed \`from\` and \`to\`, in the unit of x: numbers, parameters, formulas of the body such as \`population.upper\`, \`worst\` / \`best\` of the bodies, or \`{ percentile: 2.5 }\` of their figures, counted from the worst (where less is better, the 97.5th) |
| z-score | (x - mean) / deviation over the bodies; \`deviation: population\` (divisor n) or \`sample\` (n - 1) |
| rank | 1 + the number of bodies strictly worse: the worst have 1 |
| percentile-rank | (bodies below + half of the other equal ones) / (n - 1), spread over the range |
| distance-to-target | x / target; with \`better: less\` target / x |
| scale | the \`points\` of the level, or of true and false; without them the points of the scale |
| formula | \`formula\` in x, or the first of the \`pieces\` whose \`when\` holds |

\`better: less\` on the node turns the direction (upper end minus the way, minus the z-score, ranks from the other side). \`clamp\` holds the result within the range: above, below, both. \`if_constant\` is everybody's score where all bodies are equal; without it they are missing. Source of the formulas: OECD/EU/JRC (2008), Handbook on Constructing Composite Indicators, doi:10.1787/9789264043466-en.`,

  rules: `A rule has a condition (\`when\`) and one event.

| event | says |
| --- | --- |
| exclude | \`{ criterion: NAME }\`, \`{ body: true }\`, \`{ ranking: NAME }\`, \`{ population: NAME }\`; names may be lists. An excluded criterion takes what is below along, raw values included; figures given for it are not used. |
| deduct | \`{ points: NUMBER or formula, into: DEDUCTION, cap: GROUP }\` |
| choose | \`{ of: CRITERION, variant: NAME }\`; no choice leaves the criterion missing, two different ones are an error |
| limit | \`{ of: CRITERION, at_most: VALUE }\`, \`at_least\` or \`exactly\`; a number, a formula or a level. \`before: rounding\` holds the value before it is rounded. Of several that are met the strictest holds and all are listed; where they contradict one another, or one is undecided, the criterion is missing. |
| flag | \`{ name: NAME, about: RANKING }\` or \`{}\`: a consequence that is reported |

A condition is a formula that is true or false (\`when: kind == "central" and staff > 100\`), or the form of json-rules-engine: \`{ all: [...] }\`, \`{ any: [...] }\`, \`{ not: ... }\` over \`{ fact: NAME, operator: OPERATOR, value: VALUE }\`. Operators: equal, notEqual, lessThan, lessThanInclusive, greaterThan, greaterThanInclusive, in, notIn. A fact is any figure of the body, \`population.NAME\`, a parameter, \`present(NAME)\`, \`score(NAME)\`, \`previous(NAME, n)\`, or, with \`ranking: NAME\`, \`place\` (1 is first) and \`below\` (bodies strictly worse). A value is a constant or another \`{ fact: NAME }\`. \`years_ago: 2\` reads an input or output of two years before, as \`previous(NAME, 2)\` does. \`place\` and \`below\` stand in conditions only: \`{ fact: below, ranking: total, operator: lessThan, value: 3 }\` holds for the last three.

An undecided rule (a fact is missing and decides) makes missing what needs it; an undecided flag is reported as undecided. A deduction is the sum of what its rules deduct, in the order of the file; a cap holds the rules that name it (\`over: all\`: every rule) at \`at_most\`, earlier rules keep their points. It counts where a formula subtracts it or \`from\` names the criterion; one of the two must be so, unless \`outputs\` lists it.`,

  readings: `Everything that decides a figure says where it comes from. \`cite\` (a paragraph, or \`{ act, paragraph, words }\`) is required on parameters, formulas, variants, normalisers with a formula, checks, rules, deductions and caps; \`mark\` on all of these but parameters: \`given\` where the act states it, \`reconstructed\` where it was rebuilt, with \`alternatives: [{ formula or setting, note }]\`, which are checked and shown and never evaluated. \`defaults: { rules: { mark: given } }\` says once what is common to a section; the entry's own key wins.`,

  rankings: `Best first, by one figure of the body (after its \`round\`, and after \`digits\` where they are said). Equal figures share a place: \`competition\` 1, 2, 2, 4; \`dense\` 1, 2, 2, 3; \`{ by: NAME }\` lets a further figure decide. A body for which \`where\` does not hold is not of the ranking; one that is excluded, lacks a criterion of \`in: { all_of: [...] }\`, or has no value has no place and is listed with its reason, rule and citation.`,

  examples: `\`source: published\` needs \`cite\`, \`hand\` the \`calculation\`, \`invented\` a \`note\`. Data: one \`body\`, several \`bodies\` (each with \`id\`), or a \`data\` file beside the methodology. \`expect\`: for \`body\` the expectation itself, else keyed by id: \`{ status, outputs: { NAME: 0.811 }, places: { RANKING: 1 }, deductions: { RULE: 1.5 }, flags: [FLAG] }\`. A figure is a decimal, a fraction (\`5/6\`), a level, true or false, \`null\` for missing, or \`not-applicable\`; \`within: 0.001\` allows a distance. \`expect_columns: { NAME: column, places.RANKING: column }\` compares all bodies of a data file with its further columns.

\`\`\`yaml
examples:
  - title: The published table of 2021
    source: published
    cite: Annex, table 1
    year: 2021
    data: data/table-2021.csv                 # beside the methodology
    expect_columns: { total: published_total, places.total: published_place }
  - title: Growth against the year before
    source: hand
    calculation: 110 / 100 - 1 = 0.1
    year: 2021
    body: { id: a, turnover: 110 }
    previous: [{ id: a, turnover: 100 }]
    expect: { outputs: { growth: 0.1 } }
  - title: A figure of two years before, and one of another methodology
    source: invented
    note: Made up.
    year: 2021
    body: { id: a, turnover: 110 }
    previous: { 2019: [{ id: a, turnover: 90 }] }          # keyed by year
    history: { 2020: { a: { total: 71.25 } } }             # outputs of earlier results
    from: { kz-goals: { a: { A: 80 } } }                   # outputs of other methodologies
    expect: { outputs: { total: 75 } }
\`\`\``,

  data: `| form | shape |
| --- | --- |
| CSV | one row per body; columns \`id\`, \`name\` and the inputs; a \`year\` column is filtered by \`--year\` |
| JSON | \`{"year": 2024, "bodies": [{"id", "name", ...inputs, "table": [{...}]}]}\` |
| folder | one CSV per table: \`bodies.csv\`, \`goals.csv\`, \`goals.indicators.csv\`; key columns \`body\`, one per enclosing table, and \`id\` |
| XLSX | one sheet per table, named \`bodies\`, \`goals\`, \`goals.indicators\`, with the columns of the CSV files; the only sheet of a workbook is that of the bodies; a sheet whose name begins with \`#\` is for notes and not read |

UTF-8; numbers with a decimal point; an empty cell (CSV), null or an absent key (JSON) is missing; true and false; levels as they are written in \`values\`. A number may always be sent as text; a JSON number of more than 15 significant digits must be. Decimal commas are accepted with \`--decimal-comma\`. Columns that are no inputs are named in a warning and not used.

In CSV, text that begins with \`=\`, \`+\`, \`-\`, \`@\`, a tab or a carriage return, which a spreadsheet would take for a formula, is written with an apostrophe before it, and an apostrophe that begins a text is doubled; numbers never have one. Reading takes one apostrophe away before these signs and before another apostrophe, so that a text comes back as it was.

A workbook is read as it is shown: errors such as \`#N/A\`, formulas without a stored value (or with one from another workbook), merged cells, hidden rows, columns and sheets with content, and times of day are reported with their cells and never taken as missing. Numbers are the shortest decimal of the double that the cell holds, so that 1.1 is 1.1 although programs store 1.1000000000000001; a computed 0.30000000000000004 stays that, because nothing is rounded. Text is text; a cell shown as a date is a date (days from 1900 or from 1904, no time zone). A formula that gives "" is an empty cell. Files with macros or a password are refused.

A folder for \`goals\` with \`indicators\` below: \`bodies.csv\` (\`id,name,...\`), \`goals.csv\` (\`body,id,...\`), \`goals.indicators.csv\` (\`body,goals,id,...\`, where \`goals\` holds the id of the goal). Any of the files may have a \`year\` column.

Earlier years: \`--previous FILE ...\` gives data of the year before, of two years before, ... (a file that says its year is taken for that year), of which only the inputs that \`previous(x, n)\` and \`years_ago\` read are needed; bodies and rows are paired by their ids. \`--history RUN.json ...\` gives results (\`score --json\`) of earlier years, from any version of the methodology: an output is read as it was rounded then, missing or not applicable where it was so then. \`--from RUN.json ...\` gives results of other methodologies for the same year, for inputs that say \`from: { methodology: kz-goals, output: A }\`. A result whose hash does not fit is refused. The result names all of them by hash; \`score\` keeps the texts in \`--store\` (default \`.olshem\`), and \`olshem replay RUN.json\` computes the result again from them.

A figure of a result has all its digits, or the first 64 where they do not end; such a figure is read as the one that it was cut from, so that comparing it with the same figure of today finds no difference. Rounded outputs are always whole.

\`explain --of\` takes any figure of the body: a criterion or deduction by name, \`score(NAME)\`, a computed column, an input; or a flag by its name: the rules that may raise it, each fact with its figure, and of which result a figure of an earlier year is. Without it, the total.`,
} as const
