import type { Accessor } from 'solid-js'
import type { Member } from '../../domain/memberships/member.ts'
import { createFirstQuery } from './live-query.ts'

/** Who is signed in, as the space knows them. Undefined until the first read or the first contact. */
export function createMember(): Accessor<Member | undefined> {
  const row = createFirstQuery((reader) => reader.get('me', 'me'))
  return () => row()?.member
}
