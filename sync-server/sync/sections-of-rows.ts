import * as Y from 'yjs'
import type { Sections } from '../../domain/values/sections.ts'
import { readSections } from './section-writer.ts'

/** What a follower of these rows, from the first on, would hold. */
export function sectionsOfRows(rows: Iterable<Uint8Array>): Sections {
  const doc = new Y.Doc({ gc: true, guid: '' })
  try {
    for (const row of rows) Y.applyUpdate(doc, row)
    return readSections(doc)
  } finally {
    doc.destroy()
  }
}
