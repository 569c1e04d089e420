import type { Accessor } from 'solid-js'
import type { OwnIntent } from '../../domain/bookings/booking-view.ts'
import type { IntentKind } from '../../domain/bookings/wishes/intent.ts'
import { spaceNow } from './contact.ts'
import { database } from './database.ts'
import { createLiveQuery } from './live-query.ts'
import type { IntentRow } from './rows.ts'

/** This device's own wishes of some kinds, in the order in which they were made, with what became of them. */
export function createOwnWishes(
  kinds: readonly IntentKind[],
): Accessor<readonly OwnIntent[] | undefined> {
  return createLiveQuery(async () => {
    const rows = await database().intents.orderBy('seq').toArray()
    return rows.filter(({ intent }) => kinds.includes(intent.kind)).map(toOwn)
  })
}

/** One that nobody has received by its deadline is over, whether or not the device has noticed. */
function toOwn({ intent, state, settled }: IntentRow): OwnIntent {
  const isLate = state === 'saved' && intent.deadlineAt < spaceNow()
  return { intent, state: isLate ? 'expired' : state, settled }
}
