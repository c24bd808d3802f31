/** How a formula is coloured: names, functions, numbers, levels in quotes, operators. */
import { StreamLanguage } from '@codemirror/language'

export const formulaLanguage = StreamLanguage.define<unknown>({
  name: 'formula',
  startState: () => null,
  token(stream) {
    if (stream.eatSpace()) return null
    if (stream.match(/^(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/)) return 'number'
    if (stream.match(/^"[^"]*"?/)) return 'string'
    if (stream.match(/^(?:and|or|not)(?![A-Za-z0-9_])/)) return 'keyword'
    if (stream.match(/^(?:true|false)(?![A-Za-z0-9_])/)) return 'bool'
    if (stream.match(/^[A-Za-z_][A-Za-z0-9_]*(?=\s*\()/)) {
      return 'variableName.function'
    }
    if (
      stream.match(/^\$?[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*/)
    ) {
      return 'variableName'
    }
    if (stream.match(/^(?:==|!=|<=|>=|[-+*/^<>?:])/)) return 'operator'
    stream.next()
    return null
  },
})
