import type { Accessor } from 'solid-js'
import { withConsents } from '../../domain/bookings/house-rules/accept-rules.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { database } from './database.ts'
import { createLiveQuery } from './live-query.ts'
import { createMember } from './member.ts'

/** Who is signed in, with the house rules that this device has accepted and nobody has answered yet. */
export function createAcceptingMember(): Accessor<Member | undefined> {
  const member = createMember()
  const rows = createLiveQuery(() =>
    database().intents.where('state').anyOf('saved', 'received').toArray(),
  )
  return () => {
    const known = member()
    if (known === undefined) return undefined
    const accepted = (rows() ?? []).flatMap(({ intent }) =>
      intent.kind === 'rules.accept' ? [intent] : [],
    )
    return accepted.length === 0 ? known : withConsents(known, accepted)
  }
}
