import { describe, expect, it } from 'vitest'

import { loadMethodology } from '../../../engine/index.js'
import { withHeader } from '../../helpers/methodology.js'

/** A table of scopes, a list and a table of consequences, as a lawyer writes them. */
const FILE = withHeader(`
inputs:
  kind: { type: level, values: [central, local] }
tables:
  scopes:
    key: body
    columns: { body: text, outside: list, performance: boolean, words: text }
    rows:
      - [prosecutor, [goals, staff], true, "takes no part, by its law"]
      - [bank, [staff], false, not a state body]
      - { body: museum, outside: [], performance: true }
  blocks: [goals, contacts, staff]
  consequences:
    key: ranking
    columns: { ranking: text, point: text, below: number }
    rows:
      - [goals-central, "12", 3]
      - [staff-central, "13", 5]
indicators:
  g: { under: goals }
  c: { under: contacts }
  s: { under: staff }
criteria:
  total:
    aggregate: arithmetic
    excluded_child: share-weights
    children:
      goals: { aggregate: only }
      contacts: { aggregate: only }
      staff: { aggregate: only }
rankings:
  $block-central: { each: blocks, output: $block, where: kind == "central" }
rules:
  scope-$body:
    each: { table: scopes, where: $performance == true or $body != "x" }
    when: id == $body
    exclude: { criterion: $outside }
    cite: { act: Order 5, paragraph: "3", words: $words }
  last-three-$ranking:
    each: consequences
    when: { fact: below, ranking: $ranking, operator: lessThan, value: $below }
    flag: { name: last-three, about: $ranking }
    cite: $point
examples:
  - title: The prosecutor is assessed on contacts alone
    source: hand
    calculation: only contacts, 2
    bodies:
      - { id: prosecutor, kind: central, g: 1, c: 2, s: 3 }
      - { id: bank, kind: central, g: 4, c: 2, s: 3 }
    expect:
      prosecutor: { outputs: { total: 2 }, flags: [] }
      bank: { outputs: { total: 3 }, flags: [last-three], places: { goals-central: 1 } }
`)

/** The file with one slip, as `line CODE: message`, and the line on which the slip stands. */
function slip(
  from: string,
  to: string,
): { readonly line: number; readonly said: readonly string[] } {
  const at = FILE.indexOf(from)
  if (at < 0) throw new Error(`The file does not hold ${from}`)
  const text = FILE.replace(from, () => to)
  const { problems } = loadMethodology('x.yaml', text)
  return {
    line: FILE.slice(0, at).split('\n').length,
    said: problems.map(
      ({ line, code, message }) => `${line} ${code}: ${message}`,
    ),
  }
}

describe('a table with a row for each body', () => {
  it('has no mistakes, and neither have the entries made from it', () => {
    expect(slip('kind', 'kind').said).toEqual([])
  })

  it.each([
    [
      'a body that stands twice',
      ['[bank,', '[prosecutor,'],
      ['TABLE_KEY_DUPLICATE', '"prosecutor"', 'on line 19'],
    ],
    [
      'a comma that is missing before a list',
      ['[bank, [staff]', '[bank [staff]'],
      ['YAML_SYNTAX'],
    ],
    [
      'a comma that is missing after a list',
      ['[staff], false', '[staff] false'],
      ['YAML_SYNTAX'],
    ],
    [
      'a comma that is missing between two words',
      ['false, not', 'false not'],
      [
        'TABLE_ROW',
        '3 cells for 4 columns',
        'performance is false not a state',
      ],
    ],
    [
      'a comma that is missing in a list',
      ['[goals, staff]', '[goals staff]'],
      ['WRONG_TYPE', '"goals staff"', 'commas between them (goals, staff)'],
    ],
    [
      'a column too few',
      ['[bank, [staff], false, not a state body]', '[bank, [staff], false]'],
      ['TABLE_ROW', '3 cells for 4 columns', 'words is nothing'],
    ],
    [
      'a column too many, from a comma in unquoted words',
      ['not a state body', 'not a body, by its law'],
      ['TABLE_ROW', '5 cells for 4 columns', 'no column is by its law'],
    ],
    [
      'yes for true',
      ['true, "takes', 'yes, "takes'],
      ['WRONG_TYPE', '"yes"', 'write true, without quotes'],
    ],
    [
      'да for true',
      ['true, "takes', 'да, "takes'],
      ['WRONG_TYPE', '"да"', 'write true, without quotes'],
    ],
    [
      'false in quotes',
      ['[staff], false', '[staff], "false"'],
      ['WRONG_TYPE', 'write false, without quotes'],
    ],
    [
      'True with a capital letter',
      ['true, "takes', 'TRue, "takes'],
      ['WRONG_TYPE', '"TRue"', 'write true, without quotes'],
    ],
    [
      'a block that is misspelt in one row',
      ['[staff], false', '[stuff], false'],
      ['UNKNOWN_NAME', '"stuff"', 'Did you mean "staff"?'],
    ],
    [
      'a word where a list is needed',
      ['[bank, [staff]', '[bank, staff'],
      ['WRONG_TYPE', '"staff"', 'a list, as [staff]'],
    ],
    [
      'a list where a word is needed',
      ['[bank, [staff]', '[[bank], [staff]'],
      ['WRONG_TYPE', 'a list of 1', 'one value'],
    ],
    [
      'a row without its key',
      ['[bank,', '[null,'],
      ['TABLE_KEY_MISSING', '"body"'],
    ],
    [
      'a misspelt column in a row by name',
      ['outside: [], performance', 'outsite: [], performance'],
      ['UNKNOWN_NAME', '"outsite"', 'Did you mean "outside"?'],
    ],
    [
      'an empty cell that the rule needs',
      ['outside: [], performance', 'performance'],
      ['TABLE_CELL_MISSING', '"outside"', '"scope-$body"', 'empty list []'],
    ],
    [
      'a row that is no row',
      ['- [bank, [staff], false, not a state body]', '- bank'],
      ['WRONG_TYPE', '"bank"', 'a row'],
    ],
    [
      'a body whose name cannot stand in the name of a rule',
      ['[bank,', '[national bank,'],
      ['NAME_NOT_ALLOWED', '"scope-national bank"', 'hyphens'],
    ],
  ])('is told of %s', (_, [from = '', to = ''], words) => {
    const { line, said } = slip(from, to)
    expect(said).toEqual([expect.any(String)])
    expect(said[0]).toMatch(new RegExp(`^${line} `))
    for (const word of words) expect(said[0]).toContain(word)
  })

  it.each([
    [
      'a column that its rule misspells',
      ['criterion: $outside', 'criterion: $outsides'],
      ['UNKNOWN_NAME', '"$outsides"', 'Did you mean "$outside"?'],
    ],
    [
      'a column that its condition misspells',
      ['id == $body', 'id == $boddy'],
      ['UNKNOWN_NAME', '"$boddy"', 'body, outside, performance, words'],
    ],
    [
      'a column that the name of the rule misspells',
      ['scope-$body', 'scope-$boddy'],
      ['UNKNOWN_NAME', '"$boddy"', 'Did you mean "$body"?'],
    ],
    [
      'a column that no other is like',
      ['words: $words', 'words: $quotation'],
      ['UNKNOWN_NAME', '"$quotation"'],
    ],
    [
      'letters that follow a column without braces',
      ['$block-central:', '$block_central:'],
      ['UNKNOWN_NAME', '"$block_central"', '"${block}_central"'],
    ],
    [
      'a misspelt table',
      ['each: blocks', 'each: block'],
      ['UNKNOWN_NAME', '"block"', 'Did you mean "blocks"?'],
    ],
    [
      'a table that no other is like',
      ['each: consequences', 'each: prizes'],
      ['UNKNOWN_NAME', '"prizes"', 'scopes, blocks, consequences'],
    ],
    [
      'a misspelt name of its ranking in one row',
      ['staff-central, "13"', 'stuff-central, "13"'],
      ['UNKNOWN_NAME', '"stuff-central"', 'Did you mean "staff-central"?'],
    ],
    [
      'a misspelt word in a list of names',
      ['blocks: [goals, contacts', 'blocks: [goals, contact'],
      ['UNKNOWN_NAME', '"contact"', 'Did you mean "contacts"?'],
    ],
    [
      'a word that stands twice in a list of names',
      ['blocks: [goals, contacts', 'blocks: [goals, goals'],
      ['TABLE_KEY_DUPLICATE', '"goals"'],
    ],
    [
      'a text for a number',
      ['"13", 5', '"13", five'],
      ['WRONG_TYPE', '"five"', 'a decimal number'],
    ],
    [
      'a name without a column',
      ['scope-$body:', 'scope:'],
      ['EACH_NAME_DUPLICATE', '"scope"', 'NAME-$column'],
    ],
    [
      'a type of a column that is misspelt',
      ['performance: boolean, words', 'performance: bool, words'],
      ['WRONG_TYPE', '"bool"', 'number, level, boolean'],
    ],
    [
      'a key that is no column',
      ['key: body', 'key: boddy'],
      ['UNKNOWN_NAME', '"boddy"', 'Did you mean "body"?'],
    ],
    [
      'a misspelt key of the table',
      ['    rows:\n      - [pros', '    row:\n      - [pros'],
      ['UNKNOWN_KEY', '"row"', 'Did you mean "rows"?'],
    ],
    [
      'a list inside a formula',
      ['$performance == true', '$outside == true'],
      ['TYPE_MISMATCH', '"$outside"', 'a list'],
    ],
    [
      'a formula for all rows that names nothing',
      ['where: kind ==', 'where: kid =='],
      ['UNKNOWN_NAME', '"kid"', 'Did you mean "kind"?'],
    ],
    [
      'a key that a rule does not have',
      ['exclude: { criterion', 'exclude: { criteria'],
      ['UNKNOWN_KEY', '"criteria"', 'Did you mean "criterion"?'],
    ],
    [
      'a name that all rows build wrongly',
      ['about: $ranking', 'about: "${ranking}s"'],
      [
        '"goals-centrals"',
        'Did you mean "goals-central"?',
        'In the row "goals-central" of "consequences", line 27, and in 1 more',
      ],
    ],
  ])('is told of %s', (_, [from = '', to = ''], words) => {
    const { said } = slip(from, to)
    expect(said).toEqual([expect.any(String)])
    for (const word of words) expect(said[0]).toContain(word)
  })
})
