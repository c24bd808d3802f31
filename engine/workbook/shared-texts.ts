/** The texts that the cells of a workbook share, as plain text. */
import { unescaped } from './escaped-text.js'
import { readXml, type XmlReading } from './read-xml.js'
import type { Runtime } from './runtime.js'

export async function readSharedTexts(
  bytes: Uint8Array,
  runtime: Runtime,
): Promise<readonly string[]> {
  const texts: string[] = []
  const rich = richText()
  const reading: XmlReading = {
    open: (name) => {
      if (name === 'si') rich.begin()
      else rich.open(name)
    },
    text: rich.text,
    close: (name) => {
      if (name === 'si') texts.push(rich.whole())
      else rich.close(name)
    },
  }
  await readXml(bytes, 'shared texts', reading, runtime)
  return texts
}

/** Gathers a text from its pieces, each in a format of its own; how it is pronounced is left out. */
export function richText() {
  let gathered = ''
  let isText = false
  let isPhonetic = false
  return {
    begin: () => {
      gathered = ''
      isText = false
      isPhonetic = false
    },
    open: (name: string) => {
      if (name === 't') isText = true
      if (name === 'rPh') isPhonetic = true
    },
    text: (piece: string) => {
      if (isText && !isPhonetic) gathered += piece
    },
    close: (name: string) => {
      if (name === 't') isText = false
      if (name === 'rPh') isPhonetic = false
    },
    whole: () => unescaped(gathered),
  }
}
