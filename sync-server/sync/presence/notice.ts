/** What servers over one database tell each other about who is present: which documents somebody has open, and what is said there. */
import { limits } from '../../../domain/values/limits.ts'
import { NOTICE_BYTES_MAX } from '../../storage/notices.ts'
import { type PresenceState, parseState, readStates, writeStates } from './states.ts'

/** Of each document the last word of each client; none says that somebody has it open. */
export type PresenceWords = Map<string, Map<number, PresenceState>>

export interface PresenceNotice {
  readonly from: string
  readonly documents: readonly {
    readonly name: string
    readonly states: readonly PresenceState[]
  }[]
}

/** Our own notices are told apart by how they begin, so that nobody parses what is none. */
const BEGINNING = '{"presence":'
/** A server's id, and the words around the documents. */
const NOTICE_MORE = 100
/** The words around the states of a document. */
const DOCUMENT_MORE = 40
/** Two numbers and a length before the JSON of a state. */
const STATE_MORE = 16
/** With the name that the server adds; a letter takes up to four bytes. */
const STATE_BYTES_MAX = limits.presenceBytesMax + 1_000

/** Takes as much out of what waits as one notice holds, the oldest first, and leaves the rest. Null when nothing waits. */
export function takeNotice(from: string, waiting: PresenceWords): string | null {
  const documents: { name: string; states: string }[] = []
  let room = NOTICE_BYTES_MAX - NOTICE_MORE
  for (const [name, words] of waiting) {
    room -= Buffer.byteLength(JSON.stringify(name)) + DOCUMENT_MORE
    if (room < 0) break
    const states: PresenceState[] = []
    for (const [clientId, state] of words) {
      const bytes = Buffer.byteLength(state.text) + STATE_MORE
      const encoded = 4 * Math.ceil(bytes / 3)
      if (bytes <= STATE_BYTES_MAX && encoded > room) break
      words.delete(clientId)
      if (bytes > STATE_BYTES_MAX) continue
      room -= encoded
      states.push(state)
    }
    documents.push({ name, states: Buffer.from(writeStates(states)).toString('base64') })
    if (words.size > 0) break
    waiting.delete(name)
  }
  return documents.length === 0 ? null : `${BEGINNING}${JSON.stringify({ from, documents })}}`
}

/** Null when it is none of ours: the channel is the database's, anybody there can speak on it. */
export function readPresenceNotice(text: string): PresenceNotice | null {
  if (!text.startsWith(BEGINNING)) return null
  try {
    const { presence } = JSON.parse(text) as { presence?: Partial<Record<string, unknown>> } // each is checked
    const { from, documents } = presence ?? {}
    if (typeof from !== 'string' || !Array.isArray(documents)) return null
    const read = documents.map(readDocument)
    return read.every((one) => one !== null) ? { from, documents: read } : null
  } catch {
    return null
  }
}

function readDocument(value: unknown): PresenceNotice['documents'][number] | null {
  const { name, states } = (value ?? {}) as Partial<Record<string, unknown>> // each is checked
  if (typeof name !== 'string' || typeof states !== 'string') return null
  const read = readStates(Buffer.from(states, 'base64'))
  const isFine = read?.every(({ text }) => parseState(text) !== undefined) ?? false
  return read !== null && isFine ? { name, states: read } : null
}
