/** What members take by the month and end again: decided one at a time, so that of what there is nobody has more (P-26). */

import { mayCommand } from '../../domain/access/permissions.ts'
import {
  type AddonFacts,
  endAddon,
  endAddonFor,
  takeAddon,
  untilOf,
} from '../../domain/billing/addons/take-addon.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { notAllowed } from '../settlement/verdict.ts'
import { addonsOfMembers, countTaken } from '../storage/load-addons.ts'
import { catalogueOf, decided } from './settle-bills.ts'

async function loadFacts(
  ledger: Ledger,
  siteId: SiteId,
  member: Member,
  now: Instant,
): Promise<AddonFacts | null> {
  const catalogue = await catalogueOf(ledger, siteId, member)
  if (catalogue === null) return null
  const addons = await addonsOfMembers(ledger.tx, [member.id])
  return { site: catalogue.site, member, addons, today: toWallTime(catalogue.zone, now).date }
}

const take = settlementKind<'addon.take', { facts: AddonFacts; taken: number } | null>({
  kind: 'addon.take',
  load: async (ledger, { body }, member, now) => {
    const facts = await loadFacts(ledger, body.siteId, member, now)
    if (facts === null) return null
    return { facts, taken: await countTaken(ledger.tx, body.extraId, facts.today) }
  },
  decide: (intent, known) => {
    if (known === null) return notAllowed
    const { facts, taken } = known
    const extra = facts.site.extras.find(({ id }) => id === intent.body.extraId)
    return decided(takeAddon(intent.id, intent.body, facts, taken), (addon) => [
      { kind: 'addon', addon, until: untilOf(addon, facts), stock: extra?.stock ?? null },
    ])
  },
})

const end = settlementKind<'addon.end', AddonFacts | null>({
  kind: 'addon.end',
  load: (ledger, { body }, member, now) => loadFacts(ledger, body.siteId, member, now),
  decide: (intent, facts) => {
    if (facts === null) return notAllowed
    return decided(endAddon(intent.id, intent.body, facts), (addon) => [
      { kind: 'addon', addon, until: untilOf(addon, facts), stock: null },
    ])
  },
})

/** Of a member of the location by its name, for who may; somebody elsewhere has nothing here. */
const endFor = settlementKind<'addon.end-for', AddonFacts | null>({
  kind: 'addon.end-for',
  load: async (ledger, { body }, actor, now) => {
    const principal = { memberId: actor.id, role: actor.role, siteIds: actor.siteIds }
    const isHere = actor.siteIds.includes(body.siteId)
    const member = isHere ? await ledger.member(body.memberId) : null
    if (member === null || !mayCommand(principal, 'addon.end-for')) return null
    return loadFacts(ledger, body.siteId, member, now)
  },
  decide: (intent, facts) => {
    if (facts === null) return notAllowed
    const { body, kind } = intent
    return decided(endAddonFor(intent.id, body, facts), (addon) => [
      { kind: 'addon', addon, until: untilOf(addon, facts), stock: null },
      { kind: 'audit', command: kind, subject: addon.memberId, detail: JSON.stringify(body) },
    ])
  },
})

export const addonKinds = [take, end, endFor]
