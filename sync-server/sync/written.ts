/**
 * A document as its one writer has to know it: which item of Yjs stands under each key, and the text of its value. A Y.Doc knows that and
 * much more, at three times the memory for a busy week; a writer that nobody writes beside needs no more than where its next item goes.
 *
 *   openWritten ─▶ section-writer: what differs ─▶ row-bytes: an update as Yjs itself would have made it
 */
import * as Y from 'yjs'
import { SECTIONS_ROOT } from '../../domain/values/sections.ts'

/** Of an item of Yjs: whose it is, and the how many-th of theirs. */
export interface Place {
  readonly client: number
  readonly clock: number
}

export interface WrittenKey {
  /** The last item under this key: what comes next stands behind it. */
  readonly place: Place
  /** Its value as JSON; null once it was removed. */
  readonly text: string | null
}

export interface WrittenSection {
  readonly place: Place
  /** False once it was removed as a whole, with all that lay in it. */
  readonly isThere: boolean
  readonly keys: Map<string, WrittenKey>
  /** Keys that have a value. */
  count: number
}

export interface Written {
  readonly sections: Map<string, WrittenSection>
  /** Whoever wrote in it, which every replica remembers. */
  readonly clients: Set<number>
  /** Who goes on writing. */
  readonly client: number
  /** Of their next item. */
  clock: number
  /** Characters of all keys and values: about what a fresh encoding weighs. */
  weight: number
}

/** Yjs reads what was written, whoever wrote it and in which shape. */
export function openWritten(rows: Iterable<Uint8Array>, client: number): Written {
  // Without a name it would draw one: thirty calls of the random source.
  const doc = new Y.Doc({ gc: true, guid: '' })
  try {
    for (const row of rows) Y.applyUpdate(doc, row)
    const items = [...doc.getMap(SECTIONS_ROOT)._map]
    const sections = new Map(items.map(([name, item]) => [name, sectionOf(item)]))
    const all = [...sections.values()].flatMap(({ keys }) => [...keys])
    return {
      sections,
      clients: new Set(doc.store.clients.keys()),
      client,
      clock: Y.getState(doc.store, client),
      weight: all.reduce((sum, [key, { text }]) => sum + weightOf(key, text), 0),
    }
  } finally {
    doc.destroy()
  }
}

/** What a key with a value weighs; one without weighs nothing that would go away. */
export function weightOf(key: string, text: string | null): number {
  return text === null ? 0 : key.length + text.length
}

function sectionOf({ lastId: place, deleted, content }: Y.Item): WrittenSection {
  const items = !deleted && content instanceof Y.ContentType ? [...content.type._map] : []
  const keys = new Map(items.map(([key, item]) => [key, keyOf(item)]))
  const count = [...keys.values()].filter(({ text }) => text !== null).length
  return { place, isThere: !deleted, keys, count }
}

function keyOf({ lastId: place, deleted, content }: Y.Item): WrittenKey {
  return { place, text: deleted ? null : JSON.stringify(content.getContent().at(-1)) }
}
