/** How Harbour Loft bills: with VAT in its prices, less of it on what one eats, and every membership in advance. */
import type { BillingSettings } from '../../sites/billing-settings.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { dedicatedDeskTier, hotDeskTier, officeTeamTier } from './tiers.ts'

const since = toLocalDate('2026-01-01')

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
  fees: [
    { tierId: hotDeskTier, monthlyMinor: 14_900 },
    { tierId: dedicatedDeskTier, monthlyMinor: 32_900 },
    { tierId: officeTeamTier, monthlyMinor: 19_900 },
  ],
}
