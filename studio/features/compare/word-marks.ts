/** Which words of a text were taken out, and which were put in. */

export interface Piece {
  readonly text: string
  /** It is not in the other text. */
  readonly isMarked: boolean
}

export interface MarkedTexts {
  readonly was: readonly Piece[]
  readonly is: readonly Piece[]
}

/** Words with the marks that belong to them, single signs, and the space between. */
const TOKEN = /\s+|[\p{L}\p{N}_]+(?:[.\-/’'][\p{L}\p{N}_]+)*|[^\s\p{L}\p{N}_]/gu

/** Texts that are longer than this together are compared as a whole. */
const MOST_CELLS = 4_000_000

/** A longest common sequence of words stays unmarked; everything else is marked. */
export function markWords(was: string, is: string): MarkedTexts {
  const [a, b] = [was.match(TOKEN) ?? [], is.match(TOKEN) ?? []]
  if (a.length * b.length > MOST_CELLS) {
    return { was: whole(was), is: whole(is) }
  }
  const lengths = commonLengths(a, b)
  const [left, right]: [Piece[], Piece[]] = [[], []]
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const [one, other] = [a[i], b[j]]
    if (one !== undefined && one === other) {
      left.push({ text: one, isMarked: false })
      right.push({ text: one, isMarked: false })
      i += 1
      j += 1
    } else if (
      one !== undefined &&
      (other === undefined || lengthAt(i + 1, j) >= lengthAt(i, j + 1))
    ) {
      left.push({ text: one, isMarked: true })
      i += 1
    } else {
      right.push({ text: other ?? '', isMarked: true })
      j += 1
    }
  }
  return { was: joined(left), is: joined(right) }

  function lengthAt(row: number, column: number): number {
    return lengths[row * (b.length + 1) + column] ?? 0
  }
}

/** Lengths of the longest common sequences of all endings, row by row. */
function commonLengths(
  a: readonly string[],
  b: readonly string[],
): Uint32Array {
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(
              lengths[(i + 1) * width + j] ?? 0,
              lengths[i * width + j + 1] ?? 0,
            )
    }
  }
  return lengths
}

/** Space between two marked words is marked with them, so that a phrase is one piece. */
function joined(pieces: readonly Piece[]): readonly Piece[] {
  const bridged = pieces.map((piece, index) => {
    const isBetween =
      /^\s+$/.test(piece.text) &&
      pieces[index - 1]?.isMarked === true &&
      pieces[index + 1]?.isMarked === true
    return isBetween ? { ...piece, isMarked: true } : piece
  })
  const result: Piece[] = []
  for (const piece of bridged) {
    const last = result.at(-1)
    if (last?.isMarked === piece.isMarked) {
      result[result.length - 1] = { ...last, text: last.text + piece.text }
    } else result.push(piece)
  }
  return result
}

function whole(text: string): readonly Piece[] {
  return text === '' ? [] : [{ text, isMarked: true }]
}
