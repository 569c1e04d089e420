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
    if (held === undefined || JSON.stringify(held) !== JSON.stringify(value))
      section.set(key, value)
  }
}

export function readSections(doc: Y.Doc): Sections {
  return doc.getMap(SECTIONS_ROOT).toJSON()
}
