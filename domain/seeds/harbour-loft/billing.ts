/** How Harbour Loft bills: with VAT in its prices, less of it on what one eats, and every membership in advance. */
import type { BillingSettings, MembershipFee, PauseTerms } from '../../sites/billing-settings.ts'
import { usualDunning } from '../../sites/dunning-settings.ts'
import type { TierId } from '../../values/ids.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { dedicatedDeskTier, hotDeskTier, officeTeamTier } from './tiers.ts'

const since = toLocalDate('2026-01-01')

/** For a desk of one's own, and the key to its drawers. */
export const deskDeposit = 30_000

/** Since when depends on the day on which the sample is written. */
export const loftBilling: BillingSettings = {
  startsOn: since,
  billingDay: 1,
  dueDays: 30,
  numberPrefix: 'HL-',
  company: {
    name: 'Harbour Loft GmbH',
    address: 'Am Sandtorkai 12\n20457 Hamburg\nGermany',
    taxId: 'DE 123 456 789',
  },
  taxName: 'VAT',
  isTaxIncluded: true,
  taxRates: [
    { kind: null, from: since, basisPoints: 1900 },
    { kind: 'extra', from: since, basisPoints: 700 },
  ],
  reverseCharge: {
    kinds: ['membership'],
    note: 'Reverse charge: the recipient owes the tax, Article 196 of Directive 2006/112/EC.',
  },
  dunning: usualDunning,
  fees: [
    feeOf(hotDeskTier, 14_900, { daysMax: 90, priceMinor: 2900, keepsPasses: true }),
    {
      ...feeOf(dedicatedDeskTier, 32_900, { daysMax: 60, priceMinor: 9900, keepsPasses: true }),
      depositMinor: deskDeposit,
    },
    feeOf(officeTeamTier, 19_900, null),
  ],
}

/** Desks are changed by members themselves, an office is talked about. Each ends with a fortnight's notice. */
function feeOf(tierId: TierId, priceMinor: number, pause: PauseTerms | null): MembershipFee {
  const isOffered = tierId !== officeTeamTier
  return { tierId, priceMinor, per: 'month', isOffered, isByDays: true, noticeDays: 14, pause }
}
