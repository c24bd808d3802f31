import { expect, it } from 'vitest'

import { JsonShape } from '../../../engine/history/json-shape.js'

it('names what is wrong, and not what stands inside it as well', () => {
  const shape = new JsonShape()
  const data = shape.fields(null, 'data')
  shape.hash(data.get('sha256'), 'data.sha256')
  const results = shape.list({}, 'results')
  shape.fields(results[0], 'results[0]')
  shape.year('2020', 'database')
  expect(shape.faults.map((words) => words.split('"')[1])).toEqual([
    'data',
    'results',
    'database',
  ])
})
