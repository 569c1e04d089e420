/** Writes sections into a Y.Doc, changing only what differs, and reads them back. The only code that knows their Yjs shape. */
import * as Y from 'yjs'
import { type Edit, type Json, SECTIONS_ROOT, type Sections } from '../../domain/values/sections.ts'

/**
 * Makes the document hold exactly `next`; gives the one update that does it, or null when nothing differs. A section without entries is
 * deleted as a whole, which gives its tombstones back.
 */
export function writeSections(doc: Y.Doc, next: Sections): Uint8Array | null {
  return updateBy(doc, (root) => {
    for (const [name, section] of root.entries()) {
      const entries = next[name] ?? {}
      for (const key of section.keys()) if (!Object.hasOwn(entries, key)) section.delete(key)
      if (isEmpty(section)) root.delete(name)
    }
    for (const [name, entries] of Object.entries(next)) {
      for (const [key, value] of Object.entries(entries)) put(root, name, key, value)
    }
  })
}

/** Changes these keys alone, in this order; gives the one update that does it, or null when nothing differs. */
export function writeEdits(doc: Y.Doc, edits: readonly Edit[]): Uint8Array | null {
  return updateBy(doc, (root) => {
    const lessened = new Set<string>()
    for (const edit of lastOfEachKey(edits)) {
      if (edit.kind === 'remove') {
        root.get(edit.section)?.delete(edit.key)
        lessened.add(edit.section)
        continue
      }
      const held = root.get(edit.section)?.get(edit.key)
      const isLower = edit.keeps === 'highest' && Number(held) >= Number(edit.value)
      if (!isLower) put(root, edit.section, edit.key, edit.value)
    }
    for (const name of lessened) if (isEmpty(root.get(name))) root.delete(name)
  })
}

type Root = Y.Map<Y.Map<Json>>

function updateBy(doc: Y.Doc, change: (root: Root) => void): Uint8Array | null {
  const updates: Uint8Array[] = []
  const keep = (update: Uint8Array) => updates.push(update)
  doc.on('update', keep)
  try {
    doc.transact(() => {
      const root: Root = doc.getMap<Y.Map<Json>>(SECTIONS_ROOT)
      change(root)
    })
  } finally {
    doc.off('update', keep)
  }
  return updates[0] ?? null
}

/** Its `size` counts every entry. */
function isEmpty(section: Y.Map<Json> | undefined): boolean {
  return section?.keys().next().done === true
}

function put(root: Root, name: string, key: string, value: Json): void {
  let section = root.get(name)
  if (section === undefined) {
    section = new Y.Map<Json>()
    root.set(name, section)
  }
  const held = section.get(key)
  if (held === undefined || !isSame(held, value)) section.set(key, value)
}

/** What is overwritten within one update needs no struct of its own. Of numbers that only rise the highest stays. */
function lastOfEachKey(edits: readonly Edit[]): Iterable<Edit> {
  if (edits.length === 1) return edits
  const last = new Map<string, Edit>()
  for (const edit of edits) {
    const place = `${edit.section}\n${edit.key}`
    const known = last.get(place)
    const isLower =
      edit.kind === 'put' &&
      edit.keeps === 'highest' &&
      known?.kind === 'put' &&
      Number(known.value) >= Number(edit.value)
    if (!isLower) last.set(place, edit)
  }
  return last.values()
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
