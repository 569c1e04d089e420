/** A credit, a deposit that is kept and one that is asked for, a promo code and what somebody has by the month, of the sample, so that who looks around meets them. */
import { offeredByMonth } from '../../domain/billing/addons/take-addon.ts'
import { periodOf } from '../../domain/billing/billing-period.ts'
import type { DepositAsk } from '../../domain/billing/deposits/deposit.ts'
import type { Fund } from '../../domain/billing/fund.ts'
import { deskDeposit } from '../../domain/seeds/harbour-loft/billing.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Site } from '../../domain/sites/site.ts'
import { firstMembershipId, toId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { addDays, type LocalDate } from '../../domain/values/local-date.ts'
import { money } from '../../domain/values/money.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { writeAddon } from '../settlement/write-addons.ts'
import { keepDepositAsk } from '../settlement/write-deposits.ts'
import { writeFund } from '../settlement/write-funds.ts'
import { writePromo } from '../settlement/write-promos.ts'
import type { Tx } from '../storage/storage.ts'

export async function writeSampleDeals(
  tx: Tx,
  { site, zone }: Catalogue,
  now: Instant,
): Promise<void> {
  const today = toWallTime(zone, now).date
  const common = {
    ...{ siteId: site.id, payer: { kind: 'member', memberId: toId('member', 'mem_dev') } as const },
    ...{ payerName: 'Dev Anand', notedAt: now, refundOf: null },
  }
  const funds: readonly Fund[] = [
    {
      ...{ ...common, id: toId('intent', 'bki_sample-deposit'), kind: 'deposit', method: 'bank' },
      ...{ amount: money(deskDeposit, site.currency), reason: 'Dedicated desk' },
      ...{ validUntil: null, membershipId: firstMembershipId(common.payer.memberId) },
      on: addDays(today, -40),
    },
    {
      ...{ ...common, id: toId('intent', 'bki_sample-credit'), kind: 'credit', method: null },
      ...{ amount: money(1_500, site.currency), reason: 'The heating was off', on: today },
      validUntil: addDays(today, 90),
    },
  ]
  for (const fund of funds) await writeFund(tx, { kind: 'fund', fund }, now)
  await keepDepositAsk(tx, sampleAsk(site, today, now))
  await writePromo(tx, {
    kind: 'promo',
    promo: {
      ...{ id: toId('intent', 'bki_sample-promo'), siteId: site.id, code: 'HARBOUR10' },
      ...{ name: 'Harbour welcome', tierIds: [], teamIds: [], domains: [], isFirstTime: false },
      gift: { kind: 'percent', basisPoints: 1000, off: ['membership'], bills: 3 },
      ...{ from: null, until: null, usesMax: 100, isPaused: false },
    },
  })
  for (const extra of offeredByMonth(site)) {
    const { id: extraId, name, priceMinor, stock } = extra
    const tail = extraId.slice('ext_'.length)
    const addon = {
      ...{ id: toId('addon', `add_sample-${tail}`), siteId: site.id, extraId, name },
      ...{ memberId: toId('member', 'mem_kai'), price: money(priceMinor, site.currency) },
      ...{ startsOn: today, endsOn: null },
    }
    await writeAddon(tx, { kind: 'addon', addon, until: null, stock })
  }
}

/** Of somebody who had no card on file on the day of the bill: one that is added is charged for it. */
function sampleAsk(site: Site, today: LocalDate, now: Instant): DepositAsk {
  const memberId = toId('member', 'mem_chidi')
  const { from: dueOn } = periodOf(site.billing.billingDay, today)
  const askedOn = addDays(dueOn, -6)
  return {
    ...{ id: toId('deposit', 'dep_sample-asked'), siteId: site.id, memberId },
    ...{ payer: { kind: 'member', memberId }, payerName: 'Chidi Okafor', changeId: null },
    ...{ membershipId: firstMembershipId(memberId), plan: 'Dedicated desk' },
    ...{ amount: money(deskDeposit, site.currency), askedOn, askedAt: now, dueOn },
    standing: { state: 'open' },
  }
}
