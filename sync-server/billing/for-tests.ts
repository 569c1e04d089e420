import { readAddons } from '../../domain/billing/addons/addon-sections.ts'
import { readBills } from '../../domain/billing/bill-sections.ts'
import { readBillTos } from '../../domain/billing/bill-to-sections.ts'
import { periodOf } from '../../domain/billing/billing-period.ts'
import { readFunds } from '../../domain/billing/fund-sections.ts'
import { nextBill } from '../../domain/billing/next-bill.ts'
import { readRedemptions } from '../../domain/billing/promos/promo-sections.ts'
import { readMember } from '../../domain/bookings/member-sections.ts'
import { payerId, payerOf } from '../../domain/memberships/holder.ts'
import { must } from '../../domain/values/assert.ts'
import { type Instant, toInstant } from '../../domain/values/instant.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { registerBookings } from '../bookings/register.ts'
import { intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { makeProjections } from '../settlement/projections.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { loadDrafts } from '../storage/load-drafts.ts'
import { makeLoadDistances } from '../storage/load-plans.ts'
import { registerBilling } from './register.ts'

export const now = toInstant(Date.UTC(2026, 10, 24, 8))
export const december = toInstant(Date.UTC(2026, 11, 1, 8))
export const site = 'sit_harbour-loft'
export const thursday = toLocalDate('2026-11-26')
export const november = { siteId: site, from: '2026-11-01' }

export async function send(
  space: TestSpace,
  kind: Parameters<typeof intentOf>[1],
  body: object,
  who = 'mem_mara',
) {
  const intent = intentOf(space.now, kind, body)
  await space.send(who, intent)
  return (await space.outcomeOf(intent)).outcome
}

export async function booked(
  space: TestSpace,
  from: number,
  until: number,
  resource = 'res_room-drift',
) {
  const wish = await space.request('mem_hana', resource, thursday, from, until)
  await space.send('mem_hana', wish)
  const { outcome } = await space.outcomeOf(wish)
  if (outcome.kind !== 'confirmed') throw new Error(`not booked: ${JSON.stringify(outcome)}`)
  return must(outcome.bookingId, 'it was booked')
}

export async function catalogueOf({ storage }: TestSpace) {
  return must(await loadCatalogue(storage.read, site), 'the sample is there')
}

export async function draftOf(space: TestSpace, who = 'mem_hana') {
  const catalogue = await catalogueOf(space)
  const period = periodOf(1, thursday)
  const [draft] = await loadDrafts(space.storage.read, catalogue, [payerOf(who)], period)
  return must(draft, 'one for each payer')
}

/** What the member's own document says, put through the function that the device uses. */
export async function ownNextBill({ storage }: TestSpace, who: string, at: Instant) {
  const bookings = registerBookings(makeLoadDistances())
  const projections = makeProjections([...bookings.projections, ...registerBilling().projections])
  const sections = must(
    await storage.transaction((tx) => projections.project(tx, `member/${who}`, at)),
    'they are a member',
  )
  const { member, bookings: own, wallet } = readMember(sections)
  const catalogue = must(await loadCatalogue(storage.read, site), 'the sample is there')
  const known = {
    catalogue,
    bookings: own,
    lots: wallet.lots,
    bills: readBills(sections),
    credits: readFunds(sections),
    promos: readRedemptions(sections),
    addons: readAddons(sections),
    billTo: readBillTos(sections).find(({ payer }) => payerId(payer) === who) ?? null,
  }
  return nextBill({ ...known, member: must(member, 'they are told who they are') }, thursday)
}
