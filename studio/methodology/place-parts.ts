/** A paragraph of an act, as files cite it, in parts that have words in every language, and the rest. */
export type PlacePart =
  | {
      readonly kind: 'paragraph' | 'paragraphs' | 'appendix' | 'table'
      readonly number: string
    }
  /** In the words of the file. */
  | { readonly kind: 'words'; readonly words: string }

/** @param place - `53`, `18, 48-1`, `53; appendix 11`, `technical note 1, step 1` */
export function placeParts(place: string): readonly PlacePart[] {
  return place.split('; ').map(partOf)
}

function partOf(place: string): PlacePart {
  const [, name, number] = /^(appendix|table) (\d+)$/.exec(place) ?? []
  if (number !== undefined) {
    return { kind: name === 'table' ? 'table' : 'appendix', number }
  }
  if (/^\d[\d\s,–-]*$/.test(place)) {
    const kind = isSeveral(place) ? 'paragraphs' : 'paragraph'
    return { kind, number: place }
  }
  return { kind: 'words', words: place }
}

/** A list, or a range such as 18-21; 48-1 is the number of one paragraph. */
function isSeveral(place: string): boolean {
  const [from = '', to = ''] = place.split('-')
  return /[,–]/.test(place) || Number(to) > Number(from)
}
