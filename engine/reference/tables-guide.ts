/** The part of the reference on tables, and on entries that are repeated for their rows. */

export const TABLES_GUIDE = `A table is data that stand in the methodology itself: rows with a key, one a line, which a reader checks against the act line by line.

\`\`\`yaml
tables:
  scopes:
    key: body                                   # or [kind, year]: no two rows have the same
    columns: { body: text, outside: list, words: text }
    rows:
      - [prosecutor, [goals, staff], "does not take part, by its law"]
      - { body: bank, outside: [staff] }        # by name; a column left out is missing
  blocks: [goals, contacts, staff]              # one column, named as the table without its last s: block
\`\`\`

A rule or ranking with \`each\` is made once for each row. \`$column\` stands for the cell: in a formula as a word in quotes, a number or true and false, elsewhere as plain text; alone, as \`criterion: $outside\`, as what the cell is, a list too. \`\${column}\` separates it from letters that follow (in \`{ }\` YAML wants quotes around it), and \`$$\` is the sign itself. In a formula a column next to letters, in quotes, or alone in \`score(...)\` and \`present(...)\` is part of the name.

\`\`\`yaml
rules:
  scope-$body:
    each: scopes                                # or { table: scopes, where: $performance == true }
    when: id == $body
    exclude: { criterion: $outside }
    cite: { act: Order 5, paragraph: "3", words: $words }
rankings:
  $block-central: { each: blocks, output: $block, where: kind == "central" }
\`\`\`

Names of rules and rankings may have hyphens; they must come out different for all rows. An empty cell leaves a title, a note or a part of a citation out; anything else needs its cell. A rule that excludes from an empty list \`[]\` is not made. A body that is in no row, and a row whose body is not in the data, are both fine.

\`lookup(caps.points, kind)\` reads a cell in a formula: table and column, then one key for each key column; \`lookup(caps, kind)\` where there is one column beside the keys. A row that is not there, or an empty cell, is missing, with the keys as the reason.

A parameter may vary: \`cap: { by: kind, values: { central: 5, local: 1/3 }, cite: "42" }\`; \`by: [year, kind]\` with a table for each year, years also as \`2012-2014\` and \`2015-\`. A value that is not there is missing. Formulas on the population read only parameters that vary by \`year\` alone. A \`weight\` may be the name of a parameter, varying or not; the weights of siblings must add up for every combination. What a rule excludes needs no weight where it is excluded: the others then add up without it.

\`id\` in a formula is the id of the body, \`year\` the reporting year; a parameter or column of that name goes before. Text is compared with == and != to words in double quotes and to other text. A flag has a \`name\`, by default that of its rule; several rules may raise the same.`
