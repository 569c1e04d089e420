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

/** Name of the root map in the Y.Doc. */
export const SECTIONS_ROOT = 'sections'
