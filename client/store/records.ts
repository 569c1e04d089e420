/**
 * What documents say that has no table of its own: tickets, people, what a membership is. A question names document and section, and
 * brings the parser, which belongs to the room that shows it.
 */
import type { Accessor } from 'solid-js'
import { formatDocumentName } from '../../domain/access/document-name.ts'
import { toId } from '../../domain/values/ids.ts'
import type { Json } from '../../domain/values/sections.ts'
import { database } from './database.ts'
import { readIdentity } from './identity.ts'
import { createLiveQuery } from './live-query.ts'

export interface Records<T> {
  /** By key. What this version cannot read is left out alone. */
  readonly all: ReadonlyMap<string, T>
  /** The space's time at which this was the whole truth; null where the document has not arrived. */
  readonly asOf: number | null
}

/** Undefined until the first read. `read` gives null for what it does not understand. */
export function createRecords<T>(
  document: () => string,
  section: string,
  read: (value: Json) => T | null,
): Accessor<Records<T> | undefined> {
  return createLiveQuery(async (name) => {
    const db = database()
    const [rows, head] = await Promise.all([
      db.records.where('[document+section]').equals([name, section]).toArray(),
      db.heads.get(name),
    ])
    const found = rows.flatMap(({ key, value }): [string, T][] => {
      const one = read(value)
      return one === null ? [] : [[key, one]]
    })
    return { all: new Map(found), asOf: head?.asOf ?? null }
  }, document)
}

/** In which of these documents something stands under a key; null where in none, undefined until the first read. */
export function createHomeOf(
  documents: () => readonly string[],
  section: string,
  key: () => string | null,
): Accessor<string | null | undefined> {
  return createLiveQuery(
    async ([names, wanted]) => {
      if (wanted === null) return null
      const keys = names.map((name): [string, string, string] => [name, section, wanted])
      const rows = await database().records.bulkGet(keys)
      return rows.find((row) => row !== undefined)?.document ?? null
    },
    () => [documents(), key()] as const,
  )
}

/** A section of the member's own document. */
export function createOwnRecords<T>(
  section: string,
  read: (value: Json) => T | null,
): Accessor<Records<T> | undefined> {
  return createRecords(ownDocument, section, read)
}

/** Nobody is signed in only while the app is leaving: then there is no such document. */
function ownDocument(): string {
  const memberId = readIdentity()?.memberId ?? 'mem_nobody'
  return formatDocumentName({ kind: 'member', memberId: toId('member', memberId) })
}
