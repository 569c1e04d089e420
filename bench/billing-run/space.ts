/** A thousand members, each with a membership and some bookings in every month that is billed. */
import { periodOf } from '../../domain/billing/billing-period.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { usualNewsChoice } from '../../domain/memberships/news-choice.ts'
import type { Site } from '../../domain/sites/site.ts'
import { must } from '../../domain/values/assert.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { addDays, type LocalDate, toLocalDate } from '../../domain/values/local-date.ts'
import { continueRun } from '../../sync-server/billing/run.ts'
import { postOpening } from '../../sync-server/settlement/post-charges.ts'
import { seedSample } from '../../sync-server/sites/sample.ts'
import { inParts } from '../../sync-server/storage/in-parts.ts'
import { parseKept } from '../../sync-server/storage/parse-kept.ts'
import type { Storage, Tx } from '../../sync-server/storage/storage.ts'
import { openSettlement } from '../settle/space.ts'

export interface Billed {
  /** Issues the bills of one month more. */
  run(): Promise<{ readonly from: LocalDate; readonly issued: number }>
}

export const MEMBERS = 1_000
const SITE = 'sit_harbour-loft'
const BOOKINGS_A_MONTH = 5
const BILLING_DAY = 1
const begin = toLocalDate('2026-01-01')
/** Long after the last of them. */
const now = toInstant(Date.UTC(2027, 6, 1, 8))

/** `months` is how many runs there are to be. */
export async function openBilled(storage: Storage, months: number): Promise<Billed> {
  await seedSample(storage, now)
  const periods = [periodOf(BILLING_DAY, begin)]
  while (periods.length < months) {
    periods.push(periodOf(BILLING_DAY, must(periods.at(-1), 'there is one').until))
  }
  const ids = Array.from({ length: MEMBERS }, (_, n) => `mem_billed-${String(n).padStart(4, '0')}`)
  await storage.transaction(async (tx) => {
    await writeMembers(tx, ids)
    for (const { from } of periods) await writeBookings(tx, ids, from)
    await beginToBill(tx)
    await postOpening(tx, SITE, now)
  })
  const settlement = openSettlement(storage)
  return {
    run: async () => {
      const { from, until } = must(periods.shift(), 'there are as many months as runs')
      const id = `bki_run-${from}`
      await storage.write
        .insertInto('billing_run')
        .values({
          ...{ id, site_id: SITE, period_from: from, period_until: until, started_at: now },
          ...{ started_by: 'mem_mara', payers: MEMBERS, done: 0, issued: 0 },
          ...{ last_payer: '', finished_at: null },
        })
        .execute()
      await continueRun(settlement, id)
      const run = storage.read.selectFrom('billing_run').select('issued').where('id', '=', id)
      return { from, issued: (await run.executeTakeFirstOrThrow()).issued }
    },
  }
}

async function writeMembers(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const part of inParts(ids)) {
    const people = part.map((id) => ({
      ...{ id, account_id: null, email: `${id}@example.org`, name: `Member ${id.slice(-4)}` },
      ...{ role: 'member', tier_id: 'tie_hot-desk', tier_since: null, team_id: null },
      news: JSON.stringify(usualNewsChoice),
    }))
    const homes = part.map((member_id) => ({ member_id, site_id: SITE, position: 0 }))
    await tx.insertInto('member').values(people).execute()
    await tx.insertInto('member_site').values(homes).execute()
  }
}

/** Made after one of the sample's own, for other people on other days. */
async function writeBookings(tx: Tx, ids: readonly string[], month: LocalDate): Promise<void> {
  const sample = tx.selectFrom('booking').select('body').where('site_id', '=', SITE).limit(1)
  const model = parseKept<Booking>((await sample.executeTakeFirstOrThrow()).body)
  const all = ids.flatMap((memberId) =>
    Array.from({ length: BOOKINGS_A_MONTH }, (_, n) => ({ memberId, date: addDays(month, n * 5) })),
  )
  for (const part of inParts(all)) await tx.insertInto('booking').values(part.map(rowOf)).execute()

  function rowOf({ memberId, date }: { readonly memberId: string; readonly date: LocalDate }) {
    const id = `bkg_${memberId.slice(4)}.${date}`
    const wall = {
      ...model.wall,
      start: { ...model.wall.start, date },
      end: { ...model.wall.end, date },
    }
    const price = { amountMinor: 1_900, currency: 'EUR' }
    const own = { id, memberId, state: 'completed', price, owed: price, extras: [] }
    const { intentId: intent_id, resourceId: resource_id, interval } = model
    return {
      ...{ id, intent_id, site_id: SITE, resource_id, member_id: memberId, state: 'completed' },
      ...{ starts_at: interval.startsAt, ends_at: interval.endsAt },
      body: JSON.stringify({ ...model, ...own, wall }),
    }
  }
}

async function beginToBill(tx: Tx): Promise<void> {
  const sites = tx.selectFrom('site').select('body').where('id', '=', SITE)
  const site = parseKept<Site>((await sites.executeTakeFirstOrThrow()).body)
  const billing = { ...site.billing, startsOn: begin, billingDay: BILLING_DAY }
  const body = JSON.stringify({ ...site, billing })
  await tx.updateTable('site').set({ body }).where('id', '=', SITE).execute()
}
