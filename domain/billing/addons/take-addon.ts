/** Whether a member may have something by the month, and until when once they end it: one answer for the device and the space. */
import type { Intent } from '../../bookings/wishes/intent.ts'
import type { Member } from '../../memberships/member.ts'
import { dayOf } from '../../memberships/membership.ts'
import { membershipsOf } from '../../memberships/memberships-of.ts'
import type { Extra } from '../../sites/extra.ts'
import type { Site } from '../../sites/site.ts'
import { type AddonId, addonIdOf, type IntentId } from '../../values/ids.ts'
import { limits } from '../../values/limits.ts'
import type { LocalDate } from '../../values/local-date.ts'
import { compare, money } from '../../values/money.ts'
import { periodOf } from '../billing-period.ts'
import { type Decided, no, yes } from '../decide-money.ts'
import { type Addon, type AddonEnd, isHeld, overOn } from './addon.ts'

export interface AddonFacts {
  readonly site: Site
  readonly member: Member
  /** All that they have and had here. */
  readonly addons: readonly Addon[]
  readonly today: LocalDate
}

/** What is offered by the month here. */
export function offeredByMonth({ extras }: Pick<Site, 'extras'>): readonly Extra[] {
  return extras.filter(({ per }) => per === 'month')
}

export function takeAddon(
  intentId: IntentId,
  body: Pick<Intent<'addon.take'>['body'], 'extraId' | 'quote'>,
  facts: AddonFacts,
  /** How many of it somebody has; a device does not know, and asks as if none were. */
  taken: number,
): Decided<Addon> {
  const { site, member, addons, today } = facts
  const extra = offeredByMonth(site).find((one) => one.id === body.extraId)
  if (extra === undefined) return no({ reason: 'extra-gone' })
  const { name, maxCount: max, stock } = extra
  const here = membershipsOf(member).filter(({ siteId }) => siteId === site.id)
  if (!here.some((one) => dayOf(one, today).tierId !== null)) {
    return no({ reason: 'addon-members-only' })
  }
  const own = heldOf(facts).filter(({ extraId }) => extraId === extra.id)
  if (own.length >= max || addons.length >= limits.addonsPerMemberMax) {
    return no({ reason: 'addon-too-many', name, max })
  }
  if (stock !== null && taken >= stock) return no({ reason: 'addon-none-left', name })
  const price = money(extra.priceMinor, site.currency)
  if (body.quote.currency !== price.currency || compare(price, body.quote) > 0) {
    return no({ reason: 'addon-dearer', name, price })
  }
  return yes({
    ...{ id: addonIdOf(intentId), siteId: site.id, extraId: extra.id, memberId: member.id },
    ...{ name, price, startsOn: today, endsOn: null },
  })
}

export function endAddon(
  intentId: IntentId,
  { addonId }: Intent<'addon.end'>['body'],
  facts: AddonFacts,
): Decided<Addon> {
  return endBy({ id: intentId, by: 'member', reason: '', when: 'period' }, addonId, facts)
}

/** By the space, which may end it at once: then what was billed of days to come comes back. */
export function endAddonFor(
  intentId: IntentId,
  { addonId, reason, when }: Intent<'addon.end-for'>['body'],
  facts: AddonFacts,
): Decided<Addon> {
  return endBy({ id: intentId, by: 'space', reason, when }, addonId, facts)
}

function endBy(ended: AddonEnd, addonId: AddonId, facts: AddonFacts): Decided<Addon> {
  const found = heldOf(facts).find(({ id }) => id === addonId)
  if (found === undefined) return no({ reason: 'unknown-addon' })
  // Ended once already, it ends when it was said to; only the space may still say that it is over at once.
  const stays = found.endsOn !== null && ended.when === 'period'
  return yes(stays ? found : endedFrom(found, ended, facts))
}

/** With the period that runs, because that is paid for, or at once: the day on which that is said is not had any more. */
export function endedFrom(
  addon: Addon,
  ended: AddonEnd,
  { site, today }: Pick<AddonFacts, 'site' | 'today'>,
): Addon {
  const endsOn = ended.when === 'now' ? today : periodOf(site.billing.billingDay, today).until
  return { ...addon, endsOn, ended }
}

/** What they have today, and until when where that is known. */
export function heldOf({ site, member, addons, today }: AddonFacts): readonly Addon[] {
  return addons.filter(
    (one) => one.siteId === site.id && isHeld(untilOf(one, { site, member }), today),
  )
}

export function untilOf(
  addon: Addon,
  { site, member }: Pick<AddonFacts, 'site' | 'member'>,
): LocalDate | null {
  return overOn(addon, membershipsOf(member), site.billing.billingDay)
}
