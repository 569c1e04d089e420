/** What members hold to book with, and what was used of it before a batch began: read for everybody in the batch together. */
import { emptyWallet, type Wallet } from '../../domain/bookings/lots/lot.ts'
import { carriedPeriods } from '../../domain/bookings/lots/plan-lots.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { tierOf } from '../../domain/memberships/tier-of.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Facts } from './kept-facts.ts'
import type { Ledger } from './ledger.ts'

type WalletOf = (catalogue: Catalogue, member: Member, now: Instant) => Promise<Wallet>

/** `withOthers` gives everybody who is read together with a member. */
export function makeWalletOf(
  facts: Facts,
  once: Ledger['once'],
  withOthers: (memberId: string) => readonly string[],
): WalletOf {
  const heldBy = (ids: readonly string[], now: Instant) =>
    once(`lots of ${ids.join()}`, async () => {
      const members = await facts.members(ids)
      return facts.wallets([...members.values()], now)
    })

  return (catalogue, member, now) =>
    once(`wallet of ${member.id} at ${catalogue.site.id}`, async () => {
      const ids = withOthers(member.id)
      const wallet = (await heldBy(ids, now)).get(member.id) ?? emptyWallet
      const isOfToday = (tierOf(catalogue.tiers, member)?.allowances ?? []).length > 0
      // A plan that comes later, or stands beside the first, may include more than that of today.
      const isIncluded = isOfToday || member.memberships.length > 0
      const ofLots = await facts.usesOfLots(wallet.lots.map(({ id }) => id))
      const before = carriedPeriods(catalogue)
      const ofPlan = isIncluded
        ? (await facts.usesOfAllowances(ids, now, before)).get(member.id)
        : []
      return { ...wallet, uses: [...ofLots, ...(ofPlan ?? [])] }
    })
}
