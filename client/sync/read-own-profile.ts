/** The copy of the member's profile on this device; null where there is none. */
import * as Y from 'yjs'
import type { Profile } from '../../domain/community/profile.ts'
import { database } from '../store/database.ts'
import { readProfile } from './open-profile.ts'

export async function readOwnProfile(memberId: string): Promise<Profile | null> {
  const row = await database().drafts.get(`profile/${memberId}`)
  if (row === undefined) return null
  const doc = new Y.Doc()
  Y.applyUpdate(doc, row.bytes)
  return readProfile(doc)
}
