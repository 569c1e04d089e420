/** Rows for somebody else's program (RFC 4180): comma, quotes where they are needed, lines that end in CR LF. */

export function formatCsv(rows: readonly (readonly string[])[]): string {
  return `${rows.map(line).join('\r\n')}\r\n`
}

const number = /^-?\d+(\.\d+)?$/

/** A cell that a spreadsheet would run is made text by an apostrophe before it; amounts below zero are none. */
function line(cells: readonly string[]): string {
  return cells
    .map((cell) => {
      const isFormula = /^[=+\-@\t\r\n＝＋－＠]/.test(cell) && !number.test(cell)
      const safe = isFormula ? `'${cell}` : cell
      return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
    })
    .join(',')
}

/** A whole number of the smallest units, as decimals with a point; `digits` are the smallest unit's: 2 of euros. */
export function formatDecimal(minor: number, digits: number): string {
  const text = String(Math.abs(minor)).padStart(digits + 1, '0')
  const whole = text.slice(0, text.length - digits)
  const part = digits === 0 ? '' : `.${text.slice(-digits)}`
  return `${minor < 0 ? '-' : ''}${whole}${part}`
}
