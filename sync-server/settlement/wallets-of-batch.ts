/** What members hold to book with, and what was used of it before a batch began: read for everybody in the batch together. */
import { emptyWallet, type KnownUse, type Wallet } from '../../domain/bookings/lots/lot.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { tierOf } from '../../domain/memberships/tier-of.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { usesOfAllowances, usesOfLots } from '../storage/load-lots.ts'
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

  const usesOfPlan = async (memberId: string, now: Instant): Promise<readonly KnownUse[]> => {
    const ids = withOthers(memberId)
    const key = `uses of allowances of ${ids.join()}`
    const uses = await once(key, () => usesOfAllowances(facts.tx, ids, now))
    return uses.filter((use) => use.memberId === memberId)
  }

  const usesOf = (lots: Wallet['lots']): Promise<readonly KnownUse[]> => {
    const ids = lots.map(({ id }) => id)
    return once(`uses of ${ids.join()}`, () => usesOfLots(facts.tx, ids))
  }

  return (catalogue, member, now) =>
    once(`wallet of ${member.id} at ${catalogue.site.id}`, async () => {
      const held = await heldBy(withOthers(member.id), now)
      const wallet = held.get(member.id) ?? emptyWallet
      const isIncluded = (tierOf(catalogue.tiers, member)?.allowances ?? []).length > 0
      const ofLots = await usesOf(wallet.lots)
      const ofPlan = isIncluded ? await usesOfPlan(member.id, now) : []
      return { ...wallet, uses: [...ofLots, ...ofPlan] }
    })
}
