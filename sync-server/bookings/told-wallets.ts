/** Passes as a member's document tells them: with what is used of them by bookings that the document does not hold. */
import {
  emptyWallet,
  type KnownLot,
  type KnownUse,
  type Wallet,
} from '../../domain/bookings/lots/lot.ts'
import { isManagedBy, sharesOfOthers } from '../../domain/bookings/lots/shares.ts'
import { usedOf } from '../../domain/bookings/lots/use-of.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { lotsOfMembers, usesOfLots } from '../storage/load-lots.ts'
import type { Tx } from '../storage/storage.ts'

export async function toldWallets(
  tx: Tx,
  members: readonly Member[],
  storySince: Instant,
  now: Instant,
): Promise<ReadonlyMap<string, Pick<Wallet, 'lots' | 'team'>>> {
  const wallets = await lotsOfMembers(tx, members, now)
  const ids = new Set([...wallets.values()].flatMap(({ lots }) => lots.map(({ id }) => id)))
  const uses = ids.size === 0 ? [] : await usesOfLots(tx, [...ids])
  const told = new Map<string, Pick<Wallet, 'lots' | 'team'>>()
  for (const member of members) {
    const memberId = member.id
    const { lots, team } = wallets.get(memberId) ?? emptyWallet
    const isTold = (use: KnownUse) => use.memberId === memberId && use.interval.endsAt > storySince
    const own = uses.filter(isTold)
    const known = lots.flatMap((lot) => {
      const rest = withElsewhere(lot, uses, own)
      if (!isManagedBy(lot, member)) return isLeft(rest) ? [rest] : []
      const usedBy = sharesOfOthers(lot.id, uses, memberId)
      const isNews = uses.some((use) => use.lot.id === lot.id && use.interval.endsAt > storySince)
      return isLeft(rest) || isNews ? [{ ...rest, usedBy }] : []
    })
    told.set(memberId, { lots: known, team })
  }
  return told
}

function withElsewhere(lot: KnownLot, uses: readonly KnownUse[], told: readonly KnownUse[]) {
  return { ...lot, usedElsewhere: usedOf(lot.id, uses) - usedOf(lot.id, told) }
}

/** What was used up long ago is no news, and would be told for ever. */
function isLeft({ amount, usedElsewhere }: KnownLot): boolean {
  return usedElsewhere < amount
}
