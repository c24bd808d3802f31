import { describe, expect, it } from 'vitest'

import {
  parseTemplate,
  patternOf,
  valuesOf,
} from '../../../studio/engine-words/template.js'

const read = (template: string, sentence: string) => ({
  ...patternOf(parseTemplate(template)).exec(sentence)?.groups,
})

describe('a template', () => {
  it('reads a sentence back to its values', () => {
    expect(
      read(
        '{received*} stands where {needed*} is needed',
        'a date stands where a number is needed',
      ),
    ).toEqual({ received: 'a date', needed: 'a number' })
  })

  it('reads what may be left out where it is there', () => {
    const template = '"{name}" is not a level.[[ Did you mean "{near}"?]]'
    expect(read(template, '"gud" is not a level.')).toMatchObject({
      name: 'gud',
    })
    expect(
      read(template, '"gud" is not a level. Did you mean "good"?'),
    ).toEqual({ name: 'gud', near: 'good' })
  })

  it('reads a decimal where one is asked for, and one word', () => {
    const template = '{count#} values of {name!}'
    expect(read(template, '12 values of gdp')).toEqual({
      count: '12',
      name: 'gdp',
    })
    expect(read(template, 'many values of gdp')).toEqual({})
    expect(read(template, '12 values of other bodies')).toEqual({})
  })

  it('takes braces of YAML and signs of patterns as they are', () => {
    const text = 'normalise: { kind: scale, points: { ... } } (a+b)?'
    expect(valuesOf(parseTemplate(text))).toEqual([])
    expect(patternOf(parseTemplate(text)).test(text)).toBe(true)
  })

  it('reads the same value at both places that it has', () => {
    const template = 'from {year} to {year}'
    expect(read(template, 'from 2012 to 2012')).toEqual({ year: '2012' })
    expect(read(template, 'from 2012 to 2013')).toEqual({})
  })
})
