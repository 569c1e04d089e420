import type { Accessor } from 'solid-js'
import type { SiteId } from '../../domain/values/ids.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { database } from './database.ts'
import { createLiveQuery } from './live-query.ts'
import type { StoredPresence } from './rows.ts'

/** Who is where at a site, of those who let others see it. Undefined while it was not asked for or has not arrived. */
export function createPeopleHere(
  siteId: () => SiteId,
  date: () => LocalDate,
): Accessor<StoredPresence | undefined> {
  return createLiveQuery(
    async ({ site, day }) => database().presence.get([site, day]),
    () => ({ site: siteId(), day: date() }),
  )
}

/** What this device wishes about being found and has no answer about; null where it wishes nothing. */
export function createOpenSharing(): Accessor<boolean | null> {
  const rows = createLiveQuery(() =>
    database().intents.where('state').anyOf('saved', 'received').sortBy('seq'),
  )
  return () => {
    const wishes = (rows() ?? []).flatMap(({ intent }) =>
      intent.kind === 'presence.share' ? [intent.body.isFindable] : [],
    )
    return wishes.at(-1) ?? null
  }
}
