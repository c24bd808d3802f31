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

\`id\` in a formula is the id of the body, \`year\` the reporting year; a parameter or column of that name goes before. Text is compared with == and != to words in double quotes and to other text. A flag has a \`name\`, by default that of its rule; several rules may raise the same.`
