/**
 * Who of a team used what of its lots. Whoever manages the team is told of everybody's, also for a device without a network; everybody else reads
 * their own part, and of the others no more than what is left.
 */
import { type Acting, actingFor } from '../../access/acting.ts'
import type { MemberId } from '../../values/ids.ts'
import type { KnownLot, KnownUse, Lot } from './lot.ts'
import { usedOf } from './use-of.ts'

export interface Share {
  readonly memberId: MemberId
  /** In the unit of the lot. */
  readonly amount: number
}

/** True where the reader looks after the team that holds it. */
export function isManagedBy({ holder, siteId }: Lot, reader: Acting): boolean {
  const { teamId } = reader
  if (holder.kind !== 'team' || holder.teamId !== teamId) return false
  return actingFor(reader, { ...reader, role: 'member' }, siteId) === 'team'
}

/** What each of them used, but for the reader; the most first. */
export function sharesOfOthers(
  lotId: string,
  uses: readonly KnownUse[],
  reader: MemberId,
): readonly Share[] {
  const people = new Set(uses.flatMap((use) => (use.lot.id === lotId ? use.memberId : [])))
  people.delete(reader)
  return [...people]
    .map((memberId) => ({ memberId, amount: usedBy(lotId, uses, memberId) }))
    .toSorted((a, b) => b.amount - a.amount || (a.memberId < b.memberId ? -1 : 1))
}

/** What a device can tell: the reader’s own part first, and those of others where the space has told them. */
export function sharesOf(
  lot: KnownLot,
  uses: readonly KnownUse[],
  reader: MemberId,
): readonly Share[] {
  if (lot.holder.kind !== 'team') return []
  const others = lot.usedBy ?? []
  const longAgo = lot.usedBy === undefined ? 0 : lot.usedElsewhere - sumOf(others)
  const own = { memberId: reader, amount: usedBy(lot.id, uses, reader) + longAgo }
  return [own, ...others].filter(({ amount }) => amount > 0)
}

export function sumOf(shares: readonly Share[]): number {
  return shares.reduce((sum, { amount }) => sum + amount, 0)
}

function usedBy(lotId: string, uses: readonly KnownUse[], memberId: MemberId): number {
  return usedOf(
    lotId,
    uses.filter((use) => use.memberId === memberId),
  )
}
