/**
 * Writes sections and single entries into a document, changing only what differs: one update, or null when nothing does. A section without
 * entries is removed as a whole, which gives its tombstones back. What is known as written is changed with it, before anything is on disk.
 */
import type * as Y from 'yjs'
import { type Edit, SECTIONS_ROOT, type Sections } from '../../domain/values/sections.ts'
import { textOf } from '../storage/parse-kept.ts'
import { type Row, writeRow } from './row-bytes.ts'
import { type Place, type Written, type WrittenSection, weightOf } from './written.ts'

/** By section and key: the text that is to stand there, or null for none. */
type Wanted = Map<string, Map<string, string | null>>

/** Makes the document hold exactly `next`. */
export function writeSections(written: Written, next: Sections): Uint8Array | null {
  const wanted: Wanted = new Map()
  for (const [name, { keys }] of written.sections) {
    const entries = next[name] ?? {}
    for (const key of keys.keys()) if (!Object.hasOwn(entries, key)) want(wanted, name, key, null)
  }
  for (const [name, entries] of Object.entries(next)) {
    for (const [key, value] of Object.entries(entries)) want(wanted, name, key, textOf(value))
  }
  return writeWanted(written, wanted)
}

/** Changes these keys alone, in this order. Of numbers that only rise the highest stays. */
export function writeEdits(written: Written, edits: readonly Edit[]): Uint8Array | null {
  const wanted: Wanted = new Map()
  for (const edit of edits) {
    const { section, key } = edit
    if (edit.kind === 'remove') {
      want(wanted, section, key, null)
      continue
    }
    const asked = wanted.get(section)?.get(key)
    const known = asked === undefined ? written.sections.get(section)?.keys.get(key)?.text : asked
    const isLower = edit.keeps === 'highest' && Number(known ?? Number.NaN) >= Number(edit.value)
    if (!isLower) want(wanted, section, key, textOf(edit.value))
  }
  return writeWanted(written, wanted)
}

function want(wanted: Wanted, section: string, key: string, text: string | null): void {
  const keys = wanted.get(section)
  if (keys === undefined) wanted.set(section, new Map([[key, text]]))
  else keys.set(key, text)
}

function writeWanted(written: Written, wanted: Wanted): Uint8Array | null {
  const row: Growing = { client: written.client, clock: written.clock, items: [], removed: [] }
  for (const [name, keys] of wanted) {
    for (const [key, text] of keys) {
      if (text === null) remove(written, row, name, key)
      else put(written, row, name, key, text)
    }
    removeEmpty(written, row, name)
  }
  if (row.items.length === 0 && row.removed.length === 0) return null
  if (row.items.length > 0) written.clients.add(written.client)
  return writeRow(row)
}

interface Growing extends Row {
  readonly items: Row['items'][number][]
  readonly removed: Place[]
}

function put(written: Written, row: Growing, name: string, key: string, text: string): void {
  const held = written.sections.get(name)?.keys.get(key)
  if (held?.text === text) return
  const section = sectionToWriteIn(written, row, name)
  const after = held?.place ?? null
  const place = append(written, row, { after, within: section.place, key, text })
  section.keys.set(key, { place, text })
  if (held === undefined || held.text === null) section.count += 1
  written.weight += weightOf(key, text) - weightOf(key, held?.text ?? null)
}

/** One that was removed is begun anew behind its predecessor, empty. */
function sectionToWriteIn(written: Written, row: Growing, name: string): WrittenSection {
  const known = written.sections.get(name)
  if (known?.isThere === true) return known
  const after = known?.place ?? null
  const place = append(written, row, { after, within: null, key: name, text: null })
  const section: WrittenSection = { place, isThere: true, keys: new Map(), count: 0 }
  written.sections.set(name, section)
  return section
}

function append(written: Written, row: Growing, item: Row['items'][number]): Place {
  row.items.push(item)
  const place = { client: written.client, clock: written.clock }
  written.clock += 1
  return place
}

function remove(written: Written, row: Growing, name: string, key: string): void {
  const section = written.sections.get(name)
  const held = section?.keys.get(key)
  if (section === undefined || held === undefined || held.text === null) return
  row.removed.push(held.place)
  section.keys.set(key, { place: held.place, text: null })
  section.count -= 1
  written.weight -= weightOf(key, held.text)
}

function removeEmpty(written: Written, row: Growing, name: string): void {
  const section = written.sections.get(name)
  if (section === undefined || !section.isThere || section.count > 0) return
  row.removed.push(section.place)
  written.sections.set(name, { ...section, isThere: false, keys: new Map() })
}

export function readSections(doc: Y.Doc): Sections {
  return doc.getMap(SECTIONS_ROOT).toJSON()
}
