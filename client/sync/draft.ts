/** One document on its way to the disk: what the database must hold, and what it will hold. Memory only. */
import * as Y from 'yjs'
import { SECTIONS_ROOT } from '../../domain/values/sections.ts'
import type { Held } from '../../domain/wire/follower.ts'
import { readView, type View } from './view-rows.ts'

export interface Draft {
  readonly name: string
  /** What the database must hold for this to follow on. */
  readonly before: Held | null
  held: Held | null
  /** Null as long as its content did not change. */
  doc: Y.Doc | null
  /** Sections that changed; null for all of them. */
  changed: Set<string> | null
  /** The space's time at which it was the whole truth, when that moved. */
  asOf: number | null
  view: View | null
  fate: 'stays' | 'dropped' | 'unreadable'
}

export function makeDraft(name: string, before: Held | null): Draft {
  return {
    name,
    before,
    held: before,
    doc: null,
    changed: new Set(),
    asOf: null,
    view: null,
    fate: 'stays',
  }
}

/** Applies an update and notes which sections it touched. Throws when it cannot be read. */
export function applyTo(draft: Draft, doc: Y.Doc, update: Uint8Array): void {
  const root = doc.getMap<Y.Map<unknown>>(SECTIONS_ROOT)
  const note = (events: readonly Y.YEvent<Y.Map<unknown>>[]) => {
    for (const event of events) {
      const touched = event.path.length === 0 ? event.keys.keys() : [String(event.path[0])]
      for (const section of touched) draft.changed?.add(section)
    }
  }
  root.observeDeep(note as Parameters<typeof root.observeDeep>[0]) // the root and its sections are maps
  Y.applyUpdate(doc, update)
  root.unobserveDeep(note as Parameters<typeof root.unobserveDeep>[0])
  // Yjs keeps aside what does not fit; rows that follow on one by one leave nothing aside.
  if (doc.store.pendingStructs !== null) throw new Error('The update does not fit the document')
  draft.doc = doc
}

/** Reads the rows that screens will see. Throws when the document is not what its name says. */
export function look(draft: Draft): void {
  if (draft.doc === null) return
  const sections = draft.doc.getMap(SECTIONS_ROOT).toJSON()
  draft.view = readView(draft.name, sections, draft.changed)
}
