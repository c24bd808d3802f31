/**
 * YAML text -> the document of the library `yaml`, in the two steps that it is
 * made of, so that what bounds the nesting looks at the pieces of a text before
 * anything composes them, and no text is cut into pieces twice.
 */
import {
  Composer,
  Lexer,
  LineCounter,
  Parser,
  YAMLParseError,
  type Document,
} from 'yaml'

export interface YamlReading {
  readonly document: Document.Parsed
  readonly lines: LineCounter
}

/** The pieces of a text, in its order; together they are the text and a few marks. */
export function lexemesOf(text: string): readonly string[] {
  return [...new Lexer().lex(text)]
}

/**
 * Reads as the loader does: duplicate keys are its own business, and a second
 * document is a mistake, not dropped without a word.
 *
 * @param lexemes - of the same text
 */
export function readYaml(
  text: string,
  lexemes: readonly string[] = lexemesOf(text),
): YamlReading {
  const lines = new LineCounter()
  lines.addNewLine(0)
  const parser = new Parser(lines.addNewLine)
  const tokens = function* () {
    for (const lexeme of lexemes) yield* parser.next(lexeme)
    yield* parser.end()
  }
  const composer = new Composer({ uniqueKeys: false, prettyErrors: false })
  const documents = composer.compose(tokens(), true, text.length)
  // With `true` the composer gives a document for an empty text as well.
  const document = documents.next().value as Document.Parsed
  const second = documents.next()
  if (second.done !== true) {
    const [from, to] = second.value.range
    const words = 'A text holds one document'
    document.errors.push(new YAMLParseError([from, to], 'MULTIPLE_DOCS', words))
  }
  return { document, lines }
}
