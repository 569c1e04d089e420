import type { Accessor } from 'solid-js'
import type { Member } from '../../domain/memberships/member.ts'
import type { ResourceId } from '../../domain/values/ids.ts'
import { createFirstQuery } from './live-query.ts'

/** Who is signed in, as the space knows them. Undefined until the first read or the first contact. */
export function createMember(): Accessor<Member | undefined> {
  const row = createFirstQuery((reader) => reader.get('me', 'me'))
  return () => row()?.member
}

/** The places they have marked; none before the first read. */
export function createFavourites(): Accessor<readonly ResourceId[]> {
  const row = createFirstQuery((reader) => reader.get('me', 'me'))
  return () => row()?.favourites ?? []
}
