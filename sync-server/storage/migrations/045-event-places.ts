/** Events may keep a place to themselves, by a closure of theirs. Those from before only said where they are. */
import type { Kysely } from 'kysely'
import { rewriteBodies } from '../rewrite-bodies.ts'

export async function migrate(db: Kysely<unknown>): Promise<void> {
  await rewriteBodies(db, 'closure', (body) => ({ ...body, eventId: null }))
  await rewriteBodies(db, 'event', (body) => ({ ...body, hold: null }))
}
