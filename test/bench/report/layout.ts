/** Lays a report out, for the terminal and for the README. */
import type { Goal, Part, Table } from './report.js'

export function plainText({ tables, goals }: Part): string {
  const blocks = tables.map((table) => {
    const lines = [table.head, ...table.rows]
    const widths = table.head.map((_, column) =>
      Math.max(...lines.map((line) => line[column]?.length ?? 0)),
    )
    const laid = lines.map((line) =>
      line
        .map((cell, column) =>
          isOfFigures(table, column)
            ? cell.padStart(widths[column] ?? 0)
            : cell.padEnd(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    return `${table.title}\n${table.says}\n\n${laid.join('\n')}\n`
  })
  return [...blocks, ...goals.map((goal) => `${goalText(goal)}\n`)].join('\n')
}

export function markdown(tables: readonly Table[]): string {
  return tables
    .map((table) => {
      const { title, says, head, rows } = table
      const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
      const rule = head.map((_, column) =>
        isOfFigures(table, column) ? '---:' : '---',
      )
      return `**${title}.** ${says}\n\n${[head, rule, ...rows].map(line).join('\n')}\n`
    })
    .join('\n')
}

/** Figures stand to the right, words to the left. */
function isOfFigures({ rows }: Table, column: number): boolean {
  return column > 0 && rows.every((row) => /^[-\d]/.test(row[column] ?? ''))
}

export function goalText({ words, figure, holds }: Goal): string {
  return `${holds ? 'holds' : 'does not hold'}: ${words} (${figure})`
}
