/**
 * Tables as spreadsheets save them: cells between commas, semicolons or tabs, in quotes where they hold one of those. What is written
 * can be opened in a spreadsheet without a cell of it being run as a formula, and is read back as it was.
 */

export interface CsvRow {
  /** Where it begins in the text, counted from 1, as an editor counts. */
  readonly line: number
  readonly cells: readonly string[]
}

export type Csv =
  | { readonly kind: 'rows'; readonly rows: readonly CsvRow[] }
  /** A quote that was opened there is never closed: nothing after it can be told apart. */
  | { readonly kind: 'open-quote'; readonly line: number }

const delimiters = [',', ';', '\t'] as const

/** Rows in which something is written, up to `rowsMax` of them. */
export function readCsv(text: string, rowsMax: number): Csv {
  const { delimiter, from, line } = beginOf(text.replace(/^\uFEFF/, ''))
  const reader = makeReader(from, delimiter, line)
  const rows: CsvRow[] = []
  while (!reader.isDone() && rows.length < rowsMax) {
    const row = reader.row()
    if (row === null) return { kind: 'open-quote', line: reader.line() }
    if (row.cells.some((cell) => cell !== '')) rows.push(row)
  }
  return { kind: 'rows', rows }
}

/** One spreadsheet says its delimiter in a line of its own; else the first line shows it. */
function beginOf(text: string) {
  const said = /^sep=([,;\t])\r?\n/i.exec(text)
  if (said !== null) return { delimiter: said[1] ?? ',', from: text.slice(said[0].length), line: 2 }
  const first = /^\s*[^\r\n]*/.exec(text)?.[0].replace(/"[^"]*"/g, '') ?? ''
  const most = [...delimiters].sort((a, b) => first.split(b).length - first.split(a).length)
  return { delimiter: most[0] ?? ',', from: text, line: 1 }
}

function makeReader(text: string, delimiter: string, firstLine: number) {
  let at = 0
  let line = firstLine

  /** To the quote that closes it; two in a row are one that was meant. Null where none closes. */
  function quoted(): string | null {
    let cell = ''
    for (at += 1; at < text.length; at += 1) {
      if (text[at] === '\n') line += 1
      if (text[at] !== '"') cell += text[at]
      else if (text[at + 1] === '"') {
        cell += '"'
        at += 1
      } else {
        at += 1
        return cell + plain() // what follows a closing quote is a slip, and kept
      }
    }
    return null
  }

  function plain(): string {
    const from = at
    while (at < text.length && text[at] !== delimiter && !isBreak(text[at])) at += 1
    return text.slice(from, at)
  }

  function cell(): string | null {
    while (text[at] === ' ') at += 1
    const found = text[at] === '"' ? quoted() : plain()
    return found === null ? null : bare(found.trim())
  }

  function row(): CsvRow | null {
    const from = line
    const cells: string[] = []
    for (;;) {
      const next = cell()
      if (next === null) {
        line = from
        return null
      }
      cells.push(next)
      if (text[at] !== delimiter) break
      at += 1
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1
    at += 1
    line += 1
    return { line: from, cells }
  }

  return { row, isDone: () => at >= text.length, line: () => line }
}

function isBreak(letter: string | undefined): boolean {
  return letter === '\n' || letter === '\r'
}

/** A spreadsheet runs a cell that begins like this; behind an apostrophe it is text. */
const risky = /^[=+\-@\t\r]/

export function formatCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(formatCell).join(',')}\r\n`).join('')
}

function formatCell(cell: string): string {
  const safe = risky.test(cell) ? `'${cell}` : cell
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function bare(cell: string): string {
  return cell.startsWith("'") && risky.test(cell.slice(1)) ? cell.slice(1) : cell
}
