/** Rows for somebody else's program (RFC 4180): comma, quotes where they are needed, lines that end in CR LF. */

export function formatCsv(rows: readonly (readonly string[])[]): string {
  return `${rows.map(line).join('\r\n')}\r\n`
}

const number = /^-?\d+(\.\d+)?$/

/** A cell that a spreadsheet would run is made text by an apostrophe before it; amounts below zero are none. */
function line(cells: readonly string[]): string {
  return cells
    .map((cell) => {
      const isFormula = /^[=+\-@\t\r]/.test(cell) && !number.test(cell)
      const safe = isFormula ? `'${cell}` : cell
      return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
    })
    .join(',')
}
