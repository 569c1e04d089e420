/**
 * A mail that comes in, read as what it is: text of a stranger. It finds the ticket that it answers by a mark that the space put into its own
 * mails, and only the words that are new; nothing else of it is kept.
 */
import { isId, type TicketId } from '../values/ids.ts'
import { limits } from '../values/limits.ts'
import { ok, problem, type Result } from '../values/result.ts'

export interface IncomingMail {
  /** Bare and lower case. */
  readonly from: string
  readonly subject: string
  /** What is new in it, without what it quotes. */
  readonly text: string
  /** The tickets it may answer, as it claims; each with the mark that proves it, most likely first. */
  readonly marks: readonly TicketMark[]
  readonly messageId: string
}

export interface TicketMark {
  readonly ticketId: TicketId
  readonly proof: string
}

export type MailProblem = 'malformed' | 'no-sender' | 'automatic' | 'empty'

/** `<tail of the ticket>.<proof>`, as it stands behind the plus of an address and in the ids of our mails. */
const marked = /(?:\+|ticket-)([0-9A-Za-z-]{1,60})\.([0-9a-f]{24})@/g
const MARKS_MAX = 5

export function markOf(ticketId: TicketId, proof: string): string {
  return `${ticketId.slice('tkt_'.length)}.${proof}`
}

export function readIncomingMail(input: unknown): Result<IncomingMail, MailProblem> {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return problem('malformed')
  }
  const fields = input as Readonly<Record<string, unknown>> // an object, as just checked
  const text = (name: string, most: number) => {
    const value = fields[name]
    return typeof value === 'string' ? value.slice(0, most) : ''
  }
  const from = addressIn(text('from', 500))
  if (from === null) return problem('no-sender')
  // A machine that answers a machine never stops.
  const automatic = text('autoSubmitted', 100).toLowerCase()
  if (automatic !== '' && automatic !== 'no') return problem('automatic')
  const subject = oneLine(text('subject', limits.mailSubjectLengthMax))
  const said = newWords(text('text', limits.mailTextLengthMax)).slice(0, limits.ticketTextLengthMax)
  if (said === '' && subject === '') return problem('empty')
  return ok({
    ...{ from, subject, text: said, messageId: oneLine(text('messageId', 500)) },
    marks: marksIn([text('to', 2_000), text('inReplyTo', 1_000), text('references', 8_000)]),
  })
}

function marksIn(texts: readonly string[]): readonly TicketMark[] {
  const found = texts.flatMap((one) =>
    [...one.matchAll(marked)].flatMap(([, tail = '', proof = '']) => {
      const ticketId = `tkt_${tail}`
      return isId('ticket', ticketId) ? [{ ticketId, proof }] : []
    }),
  )
  return found.slice(0, MARKS_MAX)
}

/** The address alone; null where there is none, or more than one. */
function addressIn(text: string): string | null {
  const found = text.match(/[^\s<>(),;:"\\[\]]+@[^\s<>(),;:"\\[\]@]+/g) ?? []
  const inBrackets = /<([^<>\s]+@[^<>\s]+)>\s*$/.exec(text)?.[1]
  const [first, ...more] = inBrackets === undefined ? found : [inBrackets]
  return first === undefined || more.length > 0 ? null : first.toLowerCase()
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}

/** Where mail programs begin to quote, in the languages we send mail in. */
const quotes: readonly RegExp[] = [
  /^>/,
  /^-{2,6}\s*(original message|ursprüngliche nachricht|message d'origine|mensaje original|mensagem original)\s*-{2,6}$/i,
  /^(on|am|le|el|em)\s.{4,200}\s(wrote|schrieb|a écrit|escribió|escreveu)\b.{0,200}:$/i,
  /^_{10,}$/,
]

/** Everything above the first quote that nothing new follows, without control characters. */
function newWords(text: string): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .split('\n')
  // The line above a signature ends in a blank, which nothing else in a mail does.
  const isQuote = (line: string) => line === '-- ' || quotes.some((one) => one.test(line.trim()))
  const first = lines.findIndex(isQuote)
  if (first === -1) return lines.join('\n').trim()
  const above = lines.slice(0, first).join('\n').trim()
  if (above !== '') return above
  // Who answers below, or in between, is read without the quoted lines.
  return lines
    .filter((line) => !isQuote(line))
    .join('\n')
    .trim()
}
