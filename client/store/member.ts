import type { Accessor } from 'solid-js'
import type { Member } from '../../domain/memberships/member.ts'
import { database } from './database.ts'
import { createLiveQuery } from './live-query.ts'

/** Who is signed in, as the space knows them. Undefined until the first read or the first contact. */
export function createMember(): Accessor<Member | undefined> {
  const row = createLiveQuery(() => database().me.get('me'))
  return () => row()?.member
}
