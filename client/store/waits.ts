import type { Accessor } from 'solid-js'
import { type WaitRow, waitView } from '../../domain/bookings/waitlist/wait-view.ts'
import { spaceNow } from './contact.ts'
import { database } from './database.ts'
import { createLiveQuery } from './live-query.ts'

/** What the member waits for, with what this device wishes about it. Few look at it, so that it is made where it is read. */
export function createWaits(): Accessor<readonly WaitRow[] | undefined> {
  return createLiveQuery(async () => {
    const facts = await database().facts.get('me')
    const intents = await database().intents.toArray()
    const { waits, settled } = facts ?? { waits: [], settled: [] }
    return waitView({ waits, settled, intents, now: spaceNow() })
  })
}
