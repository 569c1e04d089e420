/**
 * A space of many members, no two alike: anchors at the end of a month, weeks, months and years, three rates, pauses, codes, and cards that say
 * no. What is previewed is what is issued, and every invariant of the books holds. `npm run test:thousand` does it with a thousand.
 */
import { expect, test } from 'vitest'
import { isIssuable } from '../../domain/billing/bill.ts'
import { type BillingPeriod, nextPeriod, periodOf } from '../../domain/billing/billing-period.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { payerId, payerOf } from '../../domain/memberships/holder.ts'
import type { Membership } from '../../domain/memberships/membership.ts'
import type { BillingSettings } from '../../domain/sites/billing-settings.ts'
import type { PromoGift, Redemption } from '../../domain/sites/promo.ts'
import type { Site } from '../../domain/sites/site.ts'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { addDays, type LocalDate, toLocalDate } from '../../domain/values/local-date.ts'
import { openTestSpace, sampleAt, type TestSpace } from '../settlement/for-tests.ts'
import { postOpening } from '../settlement/post-charges.ts'
import { writeRedemption } from '../settlement/write-promos.ts'
import { billInvariants } from '../storage/bill-invariants.ts'
import { makeSqlite } from '../storage/for-tests.ts'
import { inParts } from '../storage/in-parts.ts'
import { billsOfSite, payersOfSite } from '../storage/load-bills.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { loadDrafts } from '../storage/load-drafts.ts'
import { parseKept } from '../storage/parse-kept.ts'
import type { Tx } from '../storage/storage.ts'
import { now, site } from './for-tests.ts'
import { openPaying } from './paying/for-tests.ts'
import { continueRun } from './run.ts'

const MEMBERS = Number(process.env['BILLED_MEMBERS'] ?? 150)
const ANCHOR = 31
const begin = toLocalDate('2027-01-31')
const tiers = ['tie_hot-desk', 'tie_dedicated-desk', 'tie_office-team'] as const
const rhythms = ['month', 'week', 'year'] as const
const gifts: readonly PromoGift[] = [
  { kind: 'percent', basisPoints: 1250, off: ['membership', 'booking'], bills: 1 },
  { kind: 'fixed', amountMinor: 777, off: ['membership'], bills: null },
]
const news = JSON.stringify({ off: [], reminders: null })
const ids = Array.from({ length: MEMBERS }, (_, n) => `mem_many-${String(n).padStart(4, '0')}`)

async function bill(tx: Tx): Promise<void> {
  const row = tx.selectFrom('site').select('body').where('id', '=', site)
  const known = parseKept<Site>((await row.executeTakeFirstOrThrow()).body)
  const [model] = known.billing.fees
  const billing: BillingSettings = {
    ...{ ...known.billing, startsOn: begin, billingDay: ANCHOR },
    taxRates: [
      { kind: 'membership', from: toLocalDate('2020-01-01'), basisPoints: 1900 },
      { kind: 'booking', from: toLocalDate('2020-01-01'), basisPoints: 700 },
      { kind: 'extra', from: toLocalDate('2020-01-01'), basisPoints: 1050 },
      { kind: 'booking', from: toLocalDate('2027-03-01'), basisPoints: 750 },
    ],
    fees: tiers.map((tier, n) => ({
      ...must(model, 'the sample has fees'),
      ...{ tierId: toId('tier', tier), priceMinor: 9_999 + 3_333 * n, per: rhythms[n] ?? 'month' },
    })),
  }
  const body = JSON.stringify({ ...known, billing })
  await tx.updateTable('site').set({ body }).where('id', '=', site).execute()
}

/** Some began with the anchor, some long ago, some within a month; each third pauses, by a change that was made before. */
function membershipOf(memberId: string, n: number): Membership {
  const startsOn = [begin, null, toLocalDate('2027-02-11')][n % 3] ?? null
  const from = addDays(toLocalDate('2027-03-02'), n % 9)
  const pause = {
    ...({ id: toId('intent', `bki_pause-${n}`), kind: 'pause', on: from } as const),
    ...({
      until: addDays(from, 1 + (n % 13)),
      madeOn: addDays(begin, -5),
      madeBy: 'member',
    } as const),
    ...{ terms: { daysMax: 90, priceMinor: n % 2 === 0 ? 0 : 2_900, keepsPasses: true } },
    ...{ reason: '', cost: null },
  }
  return {
    ...{ id: toId('membership', `msh_${memberId.slice(4)}`), siteId: toId('site', site) },
    ...{ tierId: toId('tier', tiers[n % 4 === 3 ? 0 : n % 4] ?? tiers[0]), startsOn },
    changes: n % 3 === 1 ? [pause] : [],
  }
}

async function people(tx: Tx): Promise<void> {
  const numbered = ids.map((id, n) => ({ id, membership: membershipOf(id, n) }))
  for (const part of inParts(numbered)) {
    await tx
      .insertInto('member')
      .values(
        part.map(({ id, membership: { tierId } }) => ({
          ...{ id, account_id: null, email: `${id}@example.org`, name: id.slice(4) },
          ...{ role: 'member', tier_id: tierId, tier_since: null, team_id: null, news },
        })),
      )
      .execute()
    await tx
      .insertInto('member_site')
      .values(part.map(({ id: member_id }) => ({ member_id, site_id: site, position: 0 })))
      .execute()
    await tx
      .insertInto('membership')
      .values(
        part.map(({ id: member_id, membership }) => ({
          ...{ id: membership.id, member_id, site_id: site, position: 0 },
          body: JSON.stringify(membership),
        })),
      )
      .execute()
  }
}

/** Each has some bookings with something beside, made after one of the sample's own. */
async function bookings(tx: Tx): Promise<void> {
  const sample = tx.selectFrom('booking').select('body').where('site_id', '=', site).limit(1)
  const model = parseKept<Booking>((await sample.executeTakeFirstOrThrow()).body)
  const all = ids.flatMap((memberId, n) =>
    [5, 33, 47].slice(0, n % 4).map((days) => rowOf(memberId, addDays(begin, days), n)),
  )
  for (const part of inParts(all)) await tx.insertInto('booking').values(part).execute()

  function rowOf(memberId: string, date: LocalDate, n: number) {
    const euro = (amountMinor: number) => ({ amountMinor, currency: 'EUR' })
    const id = `bkg_${memberId.slice(4)}.${date}`
    const wall = { start: { ...model.wall.start, date }, end: { ...model.wall.end, date } }
    const extras = [{ extraId: 'ext_coffee', name: 'Coffee', count: 1, price: euro(333) }]
    const own = { price: euro(1_900 + n), owed: euro(2_233 + n), extras, covered: [] }
    const { intentId: intent_id, resourceId: resource_id, interval } = model
    return {
      ...{ id, intent_id, site_id: site, resource_id, member_id: memberId, state: 'completed' },
      ...{ starts_at: interval.startsAt, ends_at: interval.endsAt },
      body: JSON.stringify({ ...model, ...own, id, memberId, state: 'completed', wall }),
    }
  }
}

async function codes(tx: Tx): Promise<void> {
  for (const [n, gift] of gifts.entries()) {
    const promoId = toId('intent', `bki_promo-${n}`)
    const body = JSON.stringify({ id: promoId })
    const row = { id: promoId, site_id: site, code: `MANY${n}`, uses_max: null, body }
    await tx.insertInto('promo').values(row).execute()
    for (const [index, memberId] of ids.entries()) {
      if (index % 5 !== n) continue
      const redemption: Redemption = {
        ...{ id: toId('intent', `bki_redeemed-${index}`), promoId, siteId: toId('site', site) },
        ...{ memberId: toId('member', memberId), name: `Code ${n}`, gift, on: begin },
        redeemedAt: now,
      }
      await writeRedemption(tx, { kind: 'redemption', redemption })
    }
  }
}

/** Issues a period, and holds what was issued against what was previewed. Gives the bills of the many. */
async function issue(space: TestSpace, period: BillingPeriod) {
  const { read, write } = space.storage
  space.now = toInstant(Date.parse(`${period.until}T08:00:00Z`))
  const catalogue = must(await loadCatalogue(read, site), 'the sample is there')
  const payers = (await payersOfSite(read, site)).map(payerOf)
  const drafts = await loadDrafts(read, catalogue, payers, period)
  const run = { id: `bki_run-${period.from}`, site_id: site, payers: payers.length }
  const progress = { done: 0, issued: 0, last_payer: '', finished_at: null }
  const began = { started_at: space.now, started_by: 'mem_mara', ...progress }
  await write
    .insertInto('billing_run')
    .values({ ...run, period_from: period.from, period_until: period.until, ...began })
    .execute()
  await continueRun(space.settlement, run.id)
  const bills = (await billsOfSite(read, site, period.until, 2 * MEMBERS + 500))
    .map((story) => story.bill)
    .filter(({ issuedOn }) => issuedOn === period.until)
  const byPayer = new Map(bills.map((one) => [payerId(one.payer), one]))
  const wanted = drafts.filter(isIssuable)
  expect(bills).toHaveLength(wanted.length)
  for (const draft of wanted) {
    const { lines, taxes, total } = must(byPayer.get(payerId(draft.payer)), 'it was issued')
    expect({ lines, taxes, total }).toEqual({
      ...{ lines: draft.lines, taxes: draft.taxes, total: draft.total },
    })
  }
  return bills.filter(({ payer }) => payerId(payer).startsWith('mem_many-'))
}

test('[BILLING-21] [D-42] [D-45] many unlike members are billed as was previewed, and the books balance', async () => {
  const database = await makeSqlite(sampleAt(now))
  try {
    const space = await openTestSpace(await database.open(), now, (documents) => documents)
    const { storage } = space
    await storage.transaction(async (tx) => {
      await bill(tx)
      await people(tx)
      await bookings(tx)
      await codes(tx)
      await postOpening(tx, site, now)
    })
    const first = periodOf(ANCHOR, begin)
    const second = nextPeriod(ANCHOR, first)
    expect([first.until, second.until]).toEqual(['2027-02-28', '2027-03-31'])
    const bills = [...(await issue(space, first)), ...(await issue(space, second))]
    const rates = new Set(bills.flatMap(({ taxes }) => taxes.map((one) => one.basisPoints)))
    expect(rates).toEqual(new Set([1900, 1050, 750, 700]))
    expect(bills.some(({ lines }) => lines.some(({ about }) => about.kind === 'promo'))).toBe(true)
    const paying = await openPaying(space)
    for (const [n, one] of bills.slice(0, 8).entries()) {
      await paying.addCard(n % 2 === 0 ? 'succeeds' : 'declines-later', payerId(one.payer))
      await paying.collect(one.id)
      expect(await paying.states(one.id)).toBe(n % 2 === 0 ? 'succeeded' : 'declined')
    }
    for (const { title, violations } of billInvariants) {
      expect(await violations(storage.read), title).toEqual([])
    }
    expect(space.log).toEqual([])
  } finally {
    await database.remove()
  }
})
