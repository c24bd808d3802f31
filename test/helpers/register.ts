/** Registers that stand in the test itself. */
import {
  readRegister,
  type ReadRegister,
  type Register,
} from '../../engine/index.js'

/** @param text - a header and rows of cells, separated by commas, without quotes */
export function tryRegister(
  text: string,
  id = 'bodies',
): Promise<ReadRegister> {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.split(',').map((cell) => cell.trim()))
  const [columns = [], ...rows] = lines
  return readRegister(id, {
    file: `${id}.csv`,
    columns,
    rows: rows.map((cells, index) => ({
      cells: new Map(
        columns.flatMap((column, at) =>
          cells[at] ? [[column, cells[at]] as const] : [],
        ),
      ),
      place: { file: `${id}.csv`, line: index + 2, path: null },
    })),
  })
}

/** @throws where the register has mistakes */
export async function register(text: string, id = 'bodies'): Promise<Register> {
  const read = await tryRegister(text, id)
  if (read.register) return read.register
  throw new Error(read.problems.map(({ message }) => message).join('\n'))
}
