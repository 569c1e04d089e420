import type { Accessor } from 'solid-js'
import { emptyWallet } from '../../domain/bookings/lots/lot.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { ResourceId } from '../../domain/values/ids.ts'
import { createFirstQuery } from './live-query.ts'
import type { ToldWallet } from './rows.ts'

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

/** What they may book with besides money, as the space told it. */
export function createToldWallet(): Accessor<ToldWallet> {
  const row = createFirstQuery((reader) => reader.get('me', 'me'))
  return () => row()?.wallet ?? emptyWallet
}
