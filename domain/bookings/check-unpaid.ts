/** Whether unpaid bills keep somebody from a new booking here, as the location's settings say. What is booked stands (D-49). */
import type { Member } from '../memberships/member.ts'
import type { Catalogue } from '../sites/catalogue.ts'
import { blockOf } from '../sites/dunning-settings.ts'
import type { Instant } from '../values/instant.ts'
import { toWallTime } from '../values/zone.ts'
import type { Refusal } from './wishes/refusal.ts'

export function checkUnpaid(
  { site, zone }: Catalogue,
  { unpaid }: Member,
  isPaid: boolean,
  now: Instant,
): Refusal | null {
  const here = unpaid.filter(({ siteId }) => siteId === site.id).map(({ since }) => since)
  if (here.length === 0) return null
  switch (blockOf(here, site.billing.dunning, toWallTime(zone, now).date)) {
    case 'nothing':
      return null
    case 'paid-bookings':
      return isPaid ? { reason: 'unpaid-bill', isFreeAllowed: true } : null
    case 'bookings':
      return { reason: 'unpaid-bill', isFreeAllowed: false }
  }
}
