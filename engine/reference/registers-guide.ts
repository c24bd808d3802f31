/** The part of the reference on registers of bodies. */

export const REGISTERS_GUIDE = `A register is a CSV file, \`rules/registers/ID.csv\` (or the file that \`--register\` names), of who existed when: \`id\`, \`name_en\`, \`name_kk\`, \`name_ru\`, \`valid_from\` (empty: since ever), \`valid_to\` (the last day; empty: in force), \`successor\` (the id of the body that came after one that ended), and any attributes. One id may have several rows for periods that do not overlap. \`register: ID\` in a methodology says that its bodies are those in force on 31 December of the reporting year; the long form says more:

\`\`\`yaml
register:
  id: kz-bodies
  in_force: { on: 12-31 }               # or { during: year }
  where: kind == "central"              # over inputs that say \`from: register\`
  reorganised:                          # by the last day of a body
    - { ended: { from: 01-01, to: 06-30 }, then: joined-to-successor, cite: "53" }
    - { ended: { from: 07-01, to: 12-31 }, then: not-scored, cite: "54" }
inputs:
  kind: { type: level, values: [central, local], from: register }
  staff: { type: number, when_joined: add }
\`\`\`

| body | what comes out |
| --- | --- |
| in force, with data | assessed as always; \`from: register\` inputs need not be in the data, and must not differ there |
| in force, without data | not-scored, \`NO_DATA\`; in no statistic, without a place. Where a rule excludes it by its attributes it is not applicable, data or not |
| ended, \`joined-to-successor\` | not-scored, \`JOINED\`; the successor's result lists it under \`joined\`. Scope and attributes are the successor's. A successor that is joined itself hands on to its own |
| ended, \`not-scored\` | not-scored, \`ENDED_IN_YEAR\`; its figures are not used |
| in the data, and unknown, not in force then, or outside of \`where\` | an error of the data |

A body that goes on under the same id in a row that begins on the next day has not ended. The data of a joined body may stand beside those of its successor; each input says what becomes of its figure: \`given\` (default: the successor's own figure counts for both, the other is named in a warning and not used), \`add\`, \`worst\` (a number with \`better\`, or a level of an ordered scale), and for the columns of a table \`append\`. Where one of the two is missing, the joined figure is missing. Without data of its own the joined body brings nothing: the successor's figures are for both. \`previous(x)\` of a body that was in force on no day of that year is missing, \`BODY_DID_NOT_EXIST\`; of a successor it is the successor's own figure then, and rows that were appended are found in the data of the body that brought them.

\`score --json\` names the register and the hash of its canonical form under \`register\`.

Bodies of examples give the attributes of a register themselves, and nobody asks whether they were in force, unless the example brings rows of its own, \`register: [{ id: a, kind: central, valid_to: 2023-03-12, successor: b }]\`. \`expect: { b: { joined: [a] } }\` names the bodies that are joined to one.`
