import { expect, test } from 'vitest'
import { accountsCsv } from '../../domain/billing/accounts-csv.ts'
import { isIssuable } from '../../domain/billing/bill.ts'
import { periodOf } from '../../domain/billing/billing-period.ts'
import { type BillStory, openOf } from '../../domain/billing/payment.ts'
import { payerOf } from '../../domain/memberships/holder.ts'
import { must } from '../../domain/values/assert.ts'
import { fingerprint } from '../../domain/values/fingerprint.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { money } from '../../domain/values/money.ts'
import { inTestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { billsOfSite, payersOfSite } from '../storage/load-bills.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { loadDrafts } from '../storage/load-drafts.ts'
import {
  booked,
  catalogueOf,
  december,
  draftOf,
  november,
  now,
  ownNextBill,
  send,
  site,
  thursday,
} from './for-tests.ts'
import { listedBills } from './listed-bills.ts'
import { continueRun, runsOfSite } from './run.ts'

onEachEngine('bills', (makeDatabase) => {
  test('[BILLING-03] [P-05] a booking is charged in the transaction that makes it, and its cancellation takes it back', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const bookingId = await booked(space, 600, 720)
      const charged = () =>
        space.storage.read
          .selectFrom('ledger_entry')
          .select(['account', 'amount_minor', 'cause_id'])
          .where('subject', '=', bookingId)
          .orderBy('n')
          .execute()
      expect((await charged()).map((one) => [one.account, Number(one.amount_minor)])).toEqual([
        ['unbilled:mem_hana', 4400],
        ['revenue:booking', -4400],
      ])
      const line = (await draftOf(space)).lines.find(({ source }) => source === bookingId)
      expect(line).toMatchObject({ amount: { amountMinor: 4400 }, memberName: 'Hana Sato' })
      await send(space, 'booking.cancel', { bookingId }, 'mem_hana')
      expect(await charged()).toHaveLength(4)
      const after = (await draftOf(space)).lines.find(({ source }) => source === bookingId)
      expect(after).toBeUndefined()
    })
  })

  test('[BILLING-10] [P-04] the bill that a device works out is the one that the space would issue', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      await booked(space, 600, 720)
      const own = must(await ownNextBill(space, 'mem_hana', space.now), 'it bills')
      const issued = await draftOf(space)
      expect(own).toEqual(issued)
      expect(isIssuable(own)).toBe(true)
    })
  })

  test('[BILLING-08] [D-42] a run issues every bill once with numbers without a gap, wherever it is killed', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      await booked(space, 600, 720)
      space.now = december
      const catalogue = await catalogueOf(space)
      const payers = (await payersOfSite(space.storage.read, site)).map(payerOf)
      const period = periodOf(1, thursday)
      const drafts = await loadDrafts(space.storage.read, catalogue, payers, period)
      expect((await send(space, 'bills.issue', november)).kind).toBe('confirmed')
      const [run] = await runsOfSite(space.storage.read, site)
      const parts = [1]
      const killed = () => parts.pop() === undefined
      await continueRun(space.settlement, must(run, 'it was begun').id, killed)
      const [part] = await runsOfSite(space.storage.read, site)
      expect(part?.done).toBeLessThan(part?.payers ?? 0)
      await space.runJobs()
      await continueRun(space.settlement, must(run, 'it was begun').id)
      const [over] = await runsOfSite(space.storage.read, site)
      const wanted = drafts.filter(isIssuable)
      expect(over).toMatchObject({ isOver: true, issued: wanted.length, done: payers.length })
      const bills = await billsOfSite(space.storage.read, site, '2026-12-01', 500)
      const totals = new Map(bills.map(({ bill }) => [JSON.stringify(bill.payer), bill.total]))
      for (const { payer, total } of wanted) {
        expect(totals.get(JSON.stringify(payer))).toEqual(total)
      }
      expect(await send(space, 'bills.issue', november)).toMatchObject({
        refusal: { reason: 'bills-issued' },
      })
    })
  })

  test('[BILLING-13] [BILLING-12] [P-18] money is noted in parts, a credit note takes back a part, and nothing beyond', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const bills = await billsOfSite(space.storage.read, site, '2026-11-01', 500)
      const { bill } = must(
        bills.find(({ bill: { payerName } }) => payerName === 'Hana Sato'),
        'hers is open',
      )
      const euros = (amount: number) => ({ amountMinor: amount * 100, currency: 'EUR' })
      const paid = {
        siteId: site,
        billId: bill.id,
        method: 'bank',
        on: '2026-11-20',
        reference: '',
      }
      expect(bill.total).toEqual(euros(149))
      const pay = (amount: number) => send(space, 'bill.pay', { ...paid, amount: euros(amount) })
      expect((await pay(100)).kind).toBe('confirmed')
      expect(await pay(50)).toMatchObject({ refusal: { reason: 'not-open', open: euros(49) } })
      const credit = { siteId: site, billId: bill.id, reason: 'The heating was off' }
      const given = await send(space, 'bill.credit', { ...credit, amount: euros(60) })
      expect(given.kind).toBe('confirmed')
      expect(await pay(1)).toMatchObject({ refusal: { reason: 'not-open', open: euros(-11) } })
      space.now = toInstant(space.now + 60_000)
      expect((await pay(-11)).kind).toBe('confirmed')
      const told = must(
        (await billsOfSite(space.storage.read, site, '2026-11-01', 500)).find(
          (one) => one.bill.id === bill.id,
        ),
        'it is still there',
      )
      expect(told.payments.map(({ amount }) => amount.amountMinor)).toEqual([10_000, -1100])
      expect(told.credits).toMatchObject([
        { number: 'HL-C-2026-0001', reason: 'The heating was off' },
      ])
    })
  })

  test('[BILLING-15] [P-23] the rows for the accountant sum to what the ledger says', async () => {
    await inTestSpace(makeDatabase, now, async ({ storage }) => {
      const stories = await billsOfSite(storage.read, site, '', 500)
      const [from, until] = [toLocalDate('2026-01-01'), toLocalDate('2027-01-01')]
      const rows = accountsCsv(stories, from, until, 2)
        .split('\r\n')
        .slice(1, -1)
        .map((row) => row.split(','))
      const sumOf = (kind: string, column: number) =>
        rows
          .filter(([document]) => document === kind)
          .reduce((sum, row) => sum + Math.round(Number(row[column]) * 100), 0)
      const ledger = async (account: string, cause: string) => {
        const found = await storage.read
          .selectFrom('ledger_entry')
          .select(({ fn }) => fn.sum('amount_minor').as('minor'))
          .where('account', 'like', `${account}%`)
          .where('cause_kind', '=', cause)
          .executeTakeFirst()
        return Number(found?.minor)
      }
      expect(stories.length).toBeGreaterThan(100)
      expect(sumOf('bill', 8)).toBe(await ledger('receivable:', 'bill'))
      expect(sumOf('bill', 7)).toBe(-(await ledger('tax:', 'bill')))
      expect(sumOf('payment', 8)).toBe(await ledger('cash:', 'payment'))
    })
  })

  test('[BILLING-24] what is open, or is to be paid back, is listed however many were settled since', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const { read } = space.storage
      const all = await billsOfSite(read, site, '', 500)
      const isOpen = (story: BillStory) => openOf(story).amountMinor !== 0
      const [partly, back, ...settled] = all.filter((story) => !isOpen(story))
      const credit = { siteId: site, reason: 'The heating was off', amount: money(500, 'EUR') }
      await send(space, 'bill.credit', { ...credit, billId: must(partly, 'one').bill.id })
      await send(space, 'bill.credit', { ...credit, billId: must(back, 'two').bill.id })
      const open = (await billsOfSite(read, site, '', 500)).filter(isOpen)
      expect(open.length).toBeGreaterThan(2)
      const listed = await listedBills(read, site, '', { newest: 3, unsettled: 500 })
      expect(listed.filter(isOpen).map(({ bill }) => bill.id)).toEqual(
        open.map((one) => one.bill.id),
      )
      expect(listed.filter((one) => !isOpen(one)).length).toBeLessThanOrEqual(3)
      expect(settled.length).toBeGreaterThan(3)
      const first = await listedBills(read, site, '', { newest: 0, unsettled: 2 })
      expect(first.map(({ bill }) => bill.id)).toEqual(open.slice(0, 2).map((one) => one.bill.id))
    })
  })

  test('[P-12] a team is one payer with a line for each of its people', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const draft = await draftOf(space, 'tea_north')
      expect(draft.payerName).toBe('Nordlicht')
      const fees = draft.lines.filter(({ kind }) => kind === 'membership')
      expect(new Set(fees.map(({ memberName }) => memberName)).size).toBe(5)
      expect((await draftOf(space, 'mem_ola')).lines).toEqual([])
    })
  })

  test('[P-14] members and the front desk neither issue nor note; a period that runs is not billed', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      for (const who of ['mem_hana', 'mem_jonas']) {
        expect(await send(space, 'bills.issue', november, who)).toMatchObject({
          refusal: { reason: 'not-allowed' },
        })
      }
      expect(await send(space, 'bills.issue', november)).toMatchObject({
        refusal: { reason: 'period-runs', until: '2026-12-01' },
      })
      expect(await send(space, 'bills.issue', { siteId: site, from: '2026-11-02' })).toMatchObject({
        refusal: { reason: 'no-billing' },
      })
    })
  })

  test('[P-14] the engine itself refuses to change or remove what is posted, where it is not a sample', async () => {
    await inTestSpace(makeDatabase, now, async ({ storage }) => {
      const tables = ['ledger_entry', 'bill', 'bill_line', 'payment'] as const
      const kind = await storage.read
        .selectFrom('setting')
        .selectAll()
        .where('key', '=', 'sample')
        .execute()
      await storage.transaction((tx) =>
        tx.deleteFrom('setting').where('key', '=', 'sample').execute(),
      )
      for (const table of tables) {
        await expect(storage.transaction((tx) => tx.deleteFrom(table).execute())).rejects.toThrow(
          'never changed',
        )
      }
      const forged = storage.transaction((tx) => tx.updateTable('bill').set({ count: 0 }).execute())
      await expect(forged).rejects.toThrow('never changed')
      await storage.transaction((tx) => tx.insertInto('setting').values(kind).execute())
    })
  })

  test('[BILLING-04] a location that begins to bill posts what is owed from that day on', async () => {
    await inTestSpace(makeDatabase, now, async (space) => {
      const pier = must(await loadCatalogue(space.storage.read, 'sit_pier-studio'), 'it is there')
      const { billing } = (await catalogueOf(space)).site
      const wished = { ...billing, startsOn: '2026-11-20', fees: [] }
      const basedOn = fingerprint(pier.site.billing)
      const body = { siteId: 'sit_pier-studio', basedOn, billing: wished }
      expect((await send(space, 'billing.save', body)).kind).toBe('confirmed')
      const rows = await space.storage.read
        .selectFrom('ledger_entry')
        .select(({ fn }) => [fn.min('on_date').as('first'), fn.countAll().as('all')])
        .where('site_id', '=', 'sit_pier-studio')
        .executeTakeFirst()
      expect(Number(rows?.all)).toBeGreaterThan(10)
      expect(String(rows?.first) >= '2026-11-20').toBe(true)
    })
  })
})
