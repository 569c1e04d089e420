/** When a draft should begin anew with what is seen: who draws in it goes on, so that this costs nobody more than a moment. */
import type * as Y from 'yjs'
import { limits } from '../../../domain/values/limits.ts'
import { structsOf } from './check-draft.ts'

/**
 * A draft is worn when so much of it for each value that stands is not seen any more. A value that stands takes some 24 bytes, one that does not
 * 9 to 12: with three of those for one of these a document is at most 2.5 times as large as its floor, with a person's pauses 2.2 times.
 */
const DELETED_STRUCTS_FOR_LIVE_MAX = 3
/** Ten kilobytes, which are little of any floor: below, nothing would be gained. Where hardly anything more would fit, this is reason enough. */
const DELETED_STRUCTS_KEPT_MIN = 1_000
const STRUCTS_NEARLY_FULL = 0.9 * limits.planDraftStructsMax
const CLIENT_IDS_KEPT_MAX = 500

export function isWorn(doc: Y.Doc): boolean {
  if (doc.store.clients.size > CLIENT_IDS_KEPT_MAX) return true
  const deleted = structsOf(doc, 'deleted')
  if (deleted <= DELETED_STRUCTS_KEPT_MIN) return false
  const all = structsOf(doc, 'all')
  return all > STRUCTS_NEARLY_FULL || deleted > DELETED_STRUCTS_FOR_LIVE_MAX * (all - deleted)
}
