/** What the server refuses is found in the files again, and corrected there. */
import { describe, expect, it } from 'vitest'

import {
  badPlaces,
  correctFiles,
  type DataError,
} from '../../../studio/features/data/load/bad-places.js'
import {
  chosenFile,
  type ChosenFile,
} from '../../../studio/features/data/load/chosen-files.js'
import {
  rows,
  text as textCell,
  value,
  workbook,
} from '../../helpers/workbook.js'

const file = (name: string, text: string) =>
  chosenFile(name, new TextEncoder().encode(text))

const text = (given: ChosenFile | undefined) =>
  given?.kind === 'csv'
    ? new TextDecoder().decode(given.csv.bytes)
    : given?.kind === 'json'
      ? given.text
      : ''

const error = (place: Partial<DataError>): DataError => ({
  ...{ code: 'CELL_NOT_A_NUMBER', message: 'received "abc".', at: null },
  ...{ line: null, character: null, body: null, row: null, column: null },
  ...place,
})

describe('what the server refuses', () => {
  it('of a CSV file is corrected in its cell, whatever else the line has', async () => {
    const files = [await file('a.csv', 'id,goals,orgdev\na,abc,x\nb,2,3\n')]
    const places = badPlaces(
      [
        error({ line: 2, body: 'a', column: 'goals' }),
        error({ line: 2, body: 'a', column: 'orgdev' }),
      ],
      files,
    )
    expect(places.map(({ value }) => value)).toEqual(['abc', 'x'])
    const typed = new Map(places.map(({ key }, at) => [key, `${at + 7}`]))
    expect(text(correctFiles(files, places, typed)[0])).toBe(
      'id,goals,orgdev\na,7,8\nb,2,3\n',
    )
  })

  it('names a place once, with all that is wrong there', async () => {
    const files = [await file('a.csv', 'id,goals\na,abc\n')]
    const place = { line: 2, body: 'a', column: 'goals' }
    const places = badPlaces(
      [error(place), error({ ...place, message: 'too large.' })],
      files,
    )
    expect(places.map(({ messages }) => messages)).toEqual([
      ['received "abc".', 'too large.'],
    ])
  })

  it('of a line with too few cells is corrected as a line', async () => {
    const files = [await file('a.csv', 'id,goals\na\n')]
    const places = badPlaces([error({ line: 2 })], files)
    const typed = new Map(places.map(({ key }) => [key, 'a,5']))
    expect(text(correctFiles(files, places, typed)[0])).toBe('id,goals\na,5\n')
  })

  it('of several files is sought in the one that is named', async () => {
    const files = [
      await file('bodies.csv', 'id\na\n'),
      await file('goals.csv', 'body,plan\na,abc\n'),
    ]
    const at = 'the request (2/3)/goals.csv'
    const places = badPlaces([error({ at, line: 2, column: 'plan' })], files)
    expect(places).toMatchObject([{ file: 'goals.csv', value: 'abc' }])
  })

  it('of JSON is corrected below a body, and no other number loses a digit', async () => {
    const files = [
      await file(
        'a.json',
        '{"bodies":[{"id":"a","p":0.12345678901234567890,"goals":[{"id":"g.1","x":"abc"},{"x":1}]}]}',
      ),
    ]
    const places = badPlaces(
      [
        error({ body: 'a', row: 'goals[g.1]', column: 'x' }),
        error({ body: 'a', row: 'goals[2]', column: 'x' }),
      ],
      files,
    )
    expect(places.map(({ value }) => value)).toEqual(['abc', '1'])
    const typed = new Map([
      [places[0]?.key ?? '', '1.50'],
      [places[1]?.key ?? '', ''],
    ])
    expect(text(correctFiles(files, places, typed)[0])).toBe(
      `${JSON.stringify(
        {
          bodies: [
            {
              id: 'a',
              p: 'P',
              goals: [{ id: 'g.1', x: '1.50' }, { x: null }],
            },
          ],
        },
        null,
        2,
      ).replace('"P"', '0.12345678901234567890')}\n`,
    )
  })

  it('of a workbook is corrected in its cell, and only there', async () => {
    const bytes = workbook({
      sheets: {
        bodies: rows(
          textCell('A1', 'id') +
            textCell('B1', 'goals') +
            textCell('C1', 'orgdev'),
          textCell('A2', 'a') + value('B2', '#N/A', 't="e"') + value('C2', '3'),
        ),
        goals: rows(textCell('A1', 'body'), textCell('A2', 'a')),
      },
    })
    const files = [await chosenFile('a.xlsx', new Uint8Array(bytes))]
    const at = 'the request (x) [bodies]'
    const places = badPlaces(
      [
        error({ at, line: 2, body: 'a', column: 'goals' }),
        error({ at, line: 2, body: 'a', column: 'id' }),
        error({ at, line: 2 }),
        error({ at: 'the request (x) [goals]', line: 2, column: 'plan' }),
      ],
      files,
    )
    expect(places).toMatchObject([
      { file: 'a.xlsx [bodies]', value: '#N/A' },
      { value: 'a' },
      { correctable: null },
      { file: 'a.xlsx [goals]', correctable: null },
    ])
    const typed = new Map([[places[0]?.key ?? '', '80,5']])
    const [corrected] = correctFiles(files, places, typed)
    expect(corrected?.kind === 'workbook' && corrected.workbook).toMatchObject({
      sheets: [
        {
          changes: new Map([
            ['2 2', { place: { row: 2, column: 2 }, text: '80,5' }],
          ]),
        },
        { changes: new Map() },
      ],
    })
    expect(
      badPlaces(
        [error({ at, line: 2, column: 'goals' })],
        corrected ? [corrected] : [],
      ),
    ).toMatchObject([{ value: '80,5' }])
  })
})
