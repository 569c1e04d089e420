/** The line format of iCalendar (RFC 5545, 3.1 and 3.3.11): escaping, folding, instants. */
import { DAY_MS, type Instant } from '../../values/instant.ts'
import { fromDayNumber } from '../../values/local-date.ts'

/** Octets of a line before it is folded. */
const LINE_OCTETS_MAX = 75

/** Content lines as one text. */
export function toCalendarText(lines: readonly string[]): string {
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

export function escapeText(text: string): string {
  return text
    .replace(/[\\;,]/g, (special) => `\\${special}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')
}

/** `20261124T080000Z`. */
export function formatInstant(at: Instant): string {
  const date = fromDayNumber(Math.floor(at / DAY_MS)).replace(/-/g, '')
  const seconds = Math.floor((at - Math.floor(at / DAY_MS) * DAY_MS) / 1000)
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0')
  return `${date}T${two(seconds / 3600)}${two((seconds % 3600) / 60)}${two(seconds % 60)}Z`
}

/** A continuation begins with a space, which counts. Characters are never torn apart. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = octetsOf(character)
    if (octets + size > LINE_OCTETS_MAX) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n')
}

/** Of one character in UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4
}
