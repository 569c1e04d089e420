/**
 * The one shape of every document that only the server writes: sections of keyed JSON values. In Yjs a section is a nested map
 * of the root map `sections`, so that dropping a whole section (a past day) gives its tombstones back.
 */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

export type Sections = Readonly<Record<string, Readonly<Record<string, Json>>>>

/** What one fact puts into a document: one key of one section. Of several numbers under one key `highest` keeps the largest. */
export interface Entry {
  readonly section: string
  readonly key: string
  readonly value: Json
  readonly keeps: 'last' | 'highest'
}

/** A change of one key. Edits apply in order. */
export type Edit =
  | ({ readonly kind: 'put' } & Entry)
  | ({ readonly kind: 'remove' } & Pick<Entry, 'section' | 'key'>)

/** Name of the root map in the Y.Doc. */
export const SECTIONS_ROOT = 'sections'
