/** A billing run and a charge that die behind each of the statements they write, one after the other on one file, and go on. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { isIssuable } from '../../../domain/billing/bill.ts'
import { periodOf } from '../../../domain/billing/billing-period.ts'
import { payerOf } from '../../../domain/memberships/holder.ts'
import { must } from '../../../domain/values/assert.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import { limits } from '../../../domain/values/limits.ts'
import { money } from '../../../domain/values/money.ts'
import { openTestSpace, sampleAt } from '../../settlement/for-tests.ts'
import { copyTemplate } from '../../storage/for-tests.ts'
import { invariants } from '../../storage/invariants.ts'
import { billsOfSite, payersOfSite } from '../../storage/load-bills.ts'
import { loadCatalogue } from '../../storage/load-catalogue.ts'
import { loadDrafts } from '../../storage/load-drafts.ts'
import { refundsOf } from '../../storage/load-paying.ts'
import { openSqlite } from '../../storage/sqlite.ts'
import { openStorage, type Storage } from '../../storage/storage.ts'
import { december, now, send, site, thursday } from '../for-tests.ts'
import { collectBill } from '../paying/collect.ts'
import { openPaying, type PayingSpace } from '../paying/for-tests.ts'
import { giveBack } from '../paying/give-back.ts'
import { takeDispute } from '../paying/take-dispute.ts'
import { continueRun, type Run, runsOfSite } from '../run.ts'
import { type Mortal, openMortal } from './for-tests.ts'

const RUN = 'bki_killed-run'
const child = fileURLToPath(new URL('for-tests.ts', import.meta.url))
const period = periodOf(1, thursday)

/** The sample in a folder, for as many processes after each other as there are. */
async function inFolder(work: (folder: string, storage: Storage) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'portal-killed-'))
  try {
    await copyTemplate(sampleAt(now), folder)
    const storage = await openStorage(openSqlite(folder))
    try {
      await work(folder, storage)
      for (const { title, violations } of invariants) {
        expect(await violations(storage.read), title).toEqual([])
      }
    } finally {
      await storage.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

class Died extends Error {}

/** Dies behind the first statement it writes, begins anew and dies behind the second, and so on until it comes through. Gives how often it died. */
async function dieEverywhere(
  folder: string,
  at: Instant,
  work: (mortal: Mortal) => Promise<void>,
): Promise<number> {
  for (let statements = 1; ; statements += 1) {
    const mortal = await openMortal(folder, at, () => {
      throw new Died()
    })
    mortal.live(statements)
    try {
      await work(mortal)
      return statements - 1
    } catch (error) {
      if (!mortal.isDead()) throw error
    } finally {
      await mortal.storage.close()
    }
  }
}

async function beginRun({ write }: Storage, payers: number): Promise<void> {
  await write
    .insertInto('billing_run')
    .values({
      ...{ id: RUN, site_id: site, period_from: period.from, period_until: period.until, payers },
      ...{ started_at: december, started_by: 'mem_mara', done: 0, issued: 0, last_payer: '' },
      finished_at: null,
    })
    .execute()
}

async function runOf({ read }: Pick<Storage, 'read'>): Promise<Run> {
  return must((await runsOfSite(read, site))[0], 'it was begun')
}

test('[BILLING-20] [D-42] a run of several parts that is killed behind each of its statements issues what was previewed, once, without a gap', async () => {
  await inFolder(async (folder, storage) => {
    const catalogue = must(await loadCatalogue(storage.read, site), 'the sample is there')
    const payers = (await payersOfSite(storage.read, site)).map(payerOf)
    const drafts = await loadDrafts(storage.read, catalogue, payers, period)
    const wanted = drafts.filter(isIssuable)
    await beginRun(storage, payers.length)
    // Really killed: in the middle of the second part, behind the commit of the first.
    const killed = spawnSync(process.execPath, [child, folder, `${december}`, RUN, '60'])
    expect([killed.signal, killed.stderr.toString()]).toEqual(['SIGKILL', ''])
    const parts = Math.ceil(payers.length / limits.billsPerStepMax)
    expect(parts).toBeGreaterThan(3)
    for (let part = 2; part <= parts; part += 1) {
      const done = (part - 1) * limits.billsPerStepMax
      expect(await runOf(storage)).toMatchObject({ done, isOver: false })
      const deaths = await dieEverywhere(folder, december, async (mortal) => {
        // Killed behind its commit, the part is written.
        if ((await runOf(mortal.storage)).done > done) return
        let begun = 0
        await continueRun(mortal.settlement, RUN, () => begun++ > 0)
      })
      expect(deaths).toBeGreaterThan(8)
    }
    const over = { done: payers.length, issued: wanted.length, isOver: true }
    expect(await runOf(storage)).toMatchObject(over)
    // Of a part that is over nothing is left to do.
    const behind = await openMortal(folder, december, () => undefined)
    await continueRun(behind.settlement, RUN)
    await behind.storage.close()
    const bills = (await billsOfSite(storage.read, site, period.until, 500)).map(({ bill }) => bill)
    expect(bills).toHaveLength(wanted.length)
    for (const draft of wanted) {
      const own = bills.find(({ payer }) => JSON.stringify(payer) === JSON.stringify(draft.payer))
      expect(own).toMatchObject({ lines: draft.lines, taxes: draft.taxes, total: draft.total })
    }
    const counts = bills.map(({ number }) => Number(number.split('-').at(-1))).sort((a, b) => a - b)
    const [first = 0] = counts
    expect(counts).toEqual(counts.map((_, index) => first + index))
  })
})

test('[BILLING-20] [D-50] a charge that is killed behind each of its statements moves the money once', async () => {
  await inFolder(async (folder, storage) => {
    const space = await openTestSpace(storage, now)
    const paying = await openPaying(space)
    await paying.addCard('succeeds')
    const { bill } = await paying.billOf()
    // Nothing is heard by the way: all that is known is what is asked for anew.
    paying.processor.messageFaults.push(...Array<'drop'>(100).fill('drop'))
    const deaths = await dieEverywhere(folder, space.now, (mortal) => {
      const ports = { ...paying.ports, storage: mortal.storage, settlement: mortal.settlement }
      return collectBill(ports, bill.id)
    })
    expect(deaths).toBeGreaterThan(5)
    expect(await paying.states(bill.id)).toBe('succeeded')
    expect(await paying.balance('cash:stripe_pending')).toBe(bill.total.amountMinor)
    expect(await paying.open(bill.id)).toBe(0)
    const moved = storage.read
      .selectFrom('emulated_object')
      .select(({ fn }) => fn.countAll().as('all'))
      .where('kind', '=', 'payment_intent')
    expect(Number(must(await moved.executeTakeFirst(), 'a count').all)).toBe(1)
  })
})

test.each([
  ['a refund', 'succeeds', 'sent', 14_900 - 6_000],
  ['a refund that a bank has left with its payer', 'disputed', 'taken', 14_900],
] as const)(
  '[BILLING-20] [PAYING-24] %s that is killed behind each of its statements counts once',
  async (_, card, state, received) => {
    await inFolder(async (folder, storage) => {
      const space = await openTestSpace(storage, now)
      const paying = await openPaying(space)
      const { bill } = await paying.billOf()
      await paying.pressOn(await paying.goToPay(bill.id), card)
      const amount = money(6_000, 'EUR')
      await send(space, 'bill.credit', { siteId: site, billId: bill.id, reason: 'Cold', amount })
      const lost = await lostDispute(paying, storage)
      paying.processor.messageFaults.push(...Array<'drop'>(100).fill('drop'))
      const deaths = await dieEverywhere(folder, space.now, async (mortal) => {
        const ports = { ...paying.ports, storage: mortal.storage, settlement: mortal.settlement }
        if (lost !== null) await takeDispute(ports, lost)
        await giveBack(ports, bill.id)
      })
      expect(deaths).toBeGreaterThan(5)
      const refunds = await refundsOf(storage.read, [bill.id])
      const counted = refunds.filter((one) => one.state !== 'withdrawn')
      expect(counted).toMatchObject([{ state, amount }])
      expect(await paying.balance('cash:stripe_pending')).toBe(received)
      expect(await paying.open(bill.id)).toBe(0)
      const made = storage.read
        .selectFrom('emulated_object')
        .select('id')
        .where('kind', '=', 'refund')
      expect(await made.execute()).toHaveLength(lost === null ? 1 : 0)
    })
  },
)

/** What its bank has decided of the payment, told to nobody yet; null where it has taken nothing back. */
async function lostDispute({ processor }: PayingSpace, { read }: Storage) {
  const row = read.selectFrom('emulated_object').select('id').where('kind', '=', 'dispute')
  const id = (await row.executeTakeFirst())?.id
  if (id === undefined) return null
  processor.messageFaults.push('drop', 'drop')
  const { disputes } = processor.gateway
  const lost = await disputes.submitEvidence(id, 'losing_evidence', 'v1:dsp:1')
  processor.messageFaults.length = 0
  return lost.ok ? lost.value : null
}
