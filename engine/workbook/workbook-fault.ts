/** Why a workbook is not read at all; the sentence says how it is mended. */
export class WorkbookFault extends Error {
  override readonly name = 'WorkbookFault'
}

export function damaged(what: string): WorkbookFault {
  return new WorkbookFault(
    `it is damaged: ${what}. Open it in a spreadsheet program and save it anew as .xlsx.`,
  )
}
