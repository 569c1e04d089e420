import { expect, test } from 'vitest'
import { allowance } from '../../domain/bookings/lots/for-tests.ts'
import type { Rollover } from '../../domain/memberships/allowance.ts'
import { payerOf } from '../../domain/memberships/holder.ts'
import type { Tier } from '../../domain/memberships/tier.ts'
import { must } from '../../domain/values/assert.ts'
import { DAY_MS, HOUR_MS, toInstant } from '../../domain/values/instant.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { billing } from '../../domain/words/english/billing.ts'
import { openPaying } from '../billing/paying/for-tests.ts'
import { enqueue } from '../jobs/job.ts'
import { intentOf } from '../settlement/for-tests.ts'
import { makeSqlite, onPostgres } from '../storage/for-tests.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { loadDrafts } from '../storage/load-drafts.ts'
import { parseKept } from '../storage/parse-kept.ts'
import type { Tx } from '../storage/storage.ts'
import { inTellingSpace, type TellingSpace, tellInJobs } from './for-tests.ts'
import { looksDue } from './look-ahead.ts'

/** A Tuesday, 09:00 in Berlin: eight days before the bill of December. */
const now = toInstant(Date.UTC(2026, 10, 24, 8))
const siteId = 'sit_harbour-loft'

/** So many days later, at the end of quiet hours, everything that is due is done. */
async function morning({ space, storage }: TellingSpace, days: number): Promise<void> {
  space.now = toInstant(now + days * DAY_MS - HOUR_MS - 10 * 60_000)
  await storage.transaction(async (tx) => enqueue(tx, await looksDue(tx, space.now)))
  await space.runJobs()
  // What the sample's other people are told is the same, and takes its time.
  await storage.write
    .deleteFrom('job')
    .where('kind', '=', 'news.send')
    .where('key', 'not like', '%mem_hana%')
    .execute()
  space.now = toInstant(now + days * DAY_MS - HOUR_MS)
  await space.runJobs()
}

/** By the function that will issue it. */
async function totalOfHana({ storage }: TellingSpace) {
  const catalogue = must(await loadCatalogue(storage.read, siteId), 'it is there')
  const period = { from: toLocalDate('2026-11-01'), until: toLocalDate('2026-12-01') }
  const drafts = await loadDrafts(storage.read, catalogue, [payerOf('mem_hana')], period)
  return drafts[0]?.total
}

/** As the tier form saves it. */
async function letComeOver(tx: Tx, rollover: Rollover): Promise<void> {
  const at = tx.selectFrom('tier').where('id', '=', 'tie_hot-desk')
  const tier = parseKept<Tier>((await at.select('body').executeTakeFirstOrThrow()).body)
  const allowances = [allowance({ rollover })]
  const body = JSON.stringify({ ...tier, allowances })
  await tx.updateTable('tier').set({ body }).where('id', '=', 'tie_hot-desk').execute()
}

const mailsOf = ({ mail }: TellingSpace, kind: RegExp) =>
  mail.mails.filter(({ subject }) => kind.test(subject ?? ''))

onPostgres('look ahead', (makeDatabase) => {
  test('[NEWS-17] [NEWS-20] [N-05] a week before the bill each payer is told its sum once, on whatever days somebody looks', async () => {
    await inTellingSpace(makeDatabase, now, async (telling) => {
      tellInJobs(telling)
      const renewals = () => mailsOf(telling, / on 1 Dec 2026: /)
      await morning(telling, -1)
      expect(renewals()).toHaveLength(0)
      for (const day of [0, 1, 2]) await morning(telling, day)
      expect(renewals()).toHaveLength(1)
      const total = must(await totalOfHana(telling), 'she is billed')
      expect(renewals()[0]?.subject).toBe(`${billing.money(total)} on 1 Dec 2026: Hot desk`)
    })
  })
})

test('[NEWS-19] [NEWS-20] [P-11] a pass that ends in a week is told once, with what is left', async () => {
  await inTellingSpace(makeSqlite, now, async (telling) => {
    tellInJobs(telling)
    const { space } = telling
    const given = intentOf(space.now, 'lot.grant', {
      ...{ siteId, holder: { kind: 'member', memberId: 'mem_hana' }, reason: 'For the noise' },
      ...{ name: 'Quiet hours', kinds: ['meeting-room'], unit: 'minutes', amount: 120 },
      lastOn: '2026-12-10',
    })
    await space.send('mem_mara', given)
    expect((await space.outcomeOf(given)).outcome.kind).toBe('confirmed')
    for (const day of [8, 9, 10]) await morning(telling, day)
    const told = mailsOf(telling, /Quiet hours/)
    expect(told).toHaveLength(1)
    expect(told[0]?.subject).toMatch(/^2 hours of Quiet hours end on Thursday 10 December$/)
  })
})

test('[NEWS-19] [LOTS-20] [P-11] what came over from October is told a week before its end, with what is left of it', async () => {
  await inTellingSpace(makeSqlite, now, async (telling) => {
    tellInJobs(telling)
    const rollover = { periods: 1, amountMax: 180, from: toLocalDate('2026-10-01') }
    await telling.storage.transaction((tx) => letComeOver(tx, rollover))
    for (const day of [-1, 0, 1]) await morning(telling, day)
    const told = telling.mail.mails.filter(({ text }) =>
      /Hana Sato, 3 hours of your allowance of October/.test(text ?? ''),
    )
    expect(told).toHaveLength(1)
  })
})

test('[NEWS-18] [NEWS-20] [N-06] [D-49] a card is told before it ends, and a debt on the days on which it grows older', async () => {
  await inTellingSpace(makeSqlite, now, async (telling) => {
    tellInJobs(telling)
    const { space } = telling
    const paying = await openPaying(space)
    await paying.addCard('declines-later')
    const { bill } = await paying.billOf()
    await paying.collect(bill.id)
    for (const day of [6, 7, 8, 14]) await morning(telling, day)
    expect(mailsOf(telling, /^Overdue: /)).toHaveLength(1)
    expect(mailsOf(telling, /^Long overdue: /)).toHaveLength(1)
    const saved = await telling.storage.read.selectFrom('pay_method').selectAll().executeTakeFirst()
    const { id, body } = must(saved, 'it was added')
    const ending = JSON.stringify({ ...JSON.parse(body), expires: { year: 2027, month: 1 } })
    await telling.storage.write
      .updateTable('pay_method')
      .set({ body: ending })
      .where('id', '=', id)
      .execute()
    for (const day of [37, 38, 39, 61, 62]) await morning(telling, day)
    const cards = mailsOf(telling, /is good until 31 Jan 2027/)
    expect(cards).toHaveLength(2)
  })
})
