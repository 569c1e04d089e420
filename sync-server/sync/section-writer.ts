/** Writes sections into a Y.Doc, changing only what differs, and reads them back. The only code that knows their Yjs shape. */
import * as Y from 'yjs'
import { type Json, SECTIONS_ROOT, type Sections } from '../../domain/values/sections.ts'

/**
 * Makes the document hold exactly `next`; gives the one update that does it, or null when nothing differs. A section that is gone
 * is deleted as a whole, which gives its tombstones back.
 */
export function writeSections(doc: Y.Doc, next: Sections): Uint8Array | null {
  const updates: Uint8Array[] = []
  const keep = (update: Uint8Array) => updates.push(update)
  doc.on('update', keep)
  try {
    doc.transact(() => {
      const root = doc.getMap<Y.Map<Json>>(SECTIONS_ROOT)
      for (const name of root.keys()) if (next[name] === undefined) root.delete(name)
      for (const [name, entries] of Object.entries(next)) writeSection(root, name, entries)
    })
  } finally {
    doc.off('update', keep)
  }
  return updates[0] ?? null
}

function writeSection(
  root: Y.Map<Y.Map<Json>>,
  name: string,
  entries: Readonly<Record<string, Json>>,
): void {
  let section = root.get(name)
  if (section === undefined) {
    if (Object.keys(entries).length === 0) return
    section = new Y.Map<Json>()
    root.set(name, section)
  }
  for (const key of section.keys()) if (!Object.hasOwn(entries, key)) section.delete(key)
  for (const [key, value] of Object.entries(entries)) {
    const held = section.get(key)
    if (held === undefined || !isSame(held, value)) section.set(key, value)
  }
}

/** Most of a document is what it was; where that is the very same value, nothing is looked at. */
function isSame(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [own, other] = [new Map(Object.entries(a)), Object.entries(b)]
  return own.size === other.length && other.every(([key, value]) => isSame(own.get(key), value))
}

export function readSections(doc: Y.Doc): Sections {
  return doc.getMap(SECTIONS_ROOT).toJSON()
}
