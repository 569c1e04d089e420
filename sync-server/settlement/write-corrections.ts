/** Credit notes that make themselves: what bookings owe less than bills have asked for, written in the transaction in which they come to. */
import type { DocumentName } from '../../domain/access/document-name.ts'
import type { ChargeAbout } from '../../domain/billing/charge.ts'
import { type Correction, correctionsOf } from '../../domain/billing/correction.ts'
import type { DayPart } from '../../domain/billing/days/day-cost.ts'
import { UNBILLED } from '../../domain/billing/ledger.ts'
import type { BillStory } from '../../domain/billing/payment.ts'
import { payerId } from '../../domain/memberships/holder.ts'
import { must } from '../../domain/values/assert.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { type Money, money } from '../../domain/values/money.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { correctionReason } from '../../domain/words/english/corrections.ts'
import { isCharge } from '../storage/charges.ts'
import { inParts } from '../storage/in-parts.ts'
import { billedOf, findBills, storiesWith } from '../storage/load-bills.ts'
import { type LoadedDays, loadDays } from '../storage/load-days.ts'
import type { Tx } from '../storage/storage.ts'
import type { Facts } from './kept-facts.ts'
import type { Due } from './post-charges.ts'
import { writeCredit } from './write-bills.ts'
import { askForPapers } from './write-papers.ts'

/** Gives the documents that tell of them. */
export async function writeCorrections(
  facts: Facts,
  posted: readonly Due[],
  now: Instant,
): Promise<readonly DocumentName[]> {
  const lower = posted.filter(({ amount }) => amount.amountMinor < 0)
  if (lower.length === 0) return []
  const over = await overOf(facts.tx, lower)
  if (over.size === 0) return []
  const stories = await storiesWith(facts.tx, [...over.keys()])
  const { billIds, ...days } = await daysOf(facts, stories, over)
  const known = new Set<string>(stories.map(({ bill }) => bill.id))
  const others = await findBills(
    facts.tx,
    billIds.filter((id) => !known.has(id)),
  )
  const names: DocumentName[] = []
  for (const correction of correctionsOf([...stories, ...others], over, days)) {
    names.push(...(await writeCorrection(facts, correction, now)))
  }
  return names
}

/** What is left of the days of what goes back, which may be on other bills: those of whoever pays for it. */
async function daysOf(
  { tx, catalogue: catalogueOf }: Facts,
  stories: readonly BillStory[],
  over: ReadonlyMap<string, Money>,
): Promise<LoadedDays> {
  const lines = stories.flatMap(({ bill }) =>
    bill.lines
      .filter(({ source, about }) => over.has(source) && hasDayPrice(about))
      .map((line) => ({ ...line, siteId: bill.siteId, payer: payerId(bill.payer) })),
  )
  const had: DayPart[] = []
  const given = new Map<string, Money>()
  const billIds: string[] = []
  for (const siteId of new Set(lines.map((line) => line.siteId))) {
    const here = lines.filter((line) => line.siteId === siteId)
    const memberIds = here.flatMap(({ memberId }) => memberId ?? [])
    const catalogue = must(await catalogueOf(siteId), 'a location that bills is there')
    const days = await loadDays(tx, { catalogue, memberIds, dates: here.map(({ on }) => on) })
    for (const payer of new Set(here.map((line) => line.payer))) {
      const own = days.get(payer)
      if (own === undefined) continue
      had.push(...own.had)
      billIds.push(...own.billIds)
      for (const [source, amount] of own.given) given.set(source, amount)
    }
  }
  return { had, given, billIds }
}

function hasDayPrice(about: ChargeAbout): boolean {
  return about.kind === 'booking' && about.dayPrice !== undefined
}

async function writeCorrection(
  facts: Facts,
  { story, lines, taxes, total }: Correction,
  now: Instant,
): Promise<readonly DocumentName[]> {
  const { bill, credits } = story
  const catalogue = must(await facts.catalogue(bill.siteId), 'a location that bills is there')
  const id = `${bill.id}/${credits.length + 1}`
  const issuedOn = toWallTime(catalogue.zone, now).date
  const common = { id, billId: bill.id, issuedAt: now, issuedOn, reason: correctionReason }
  const note = { ...common, taxes, total, lines }
  await askForPapers(facts.tx, id, [bill.id], now)
  return writeCredit(
    facts.tx,
    { kind: 'credit', bill, note, settings: catalogue.site.billing },
    now,
  )
}

/** What was billed of each beyond what it owes; only where there is any. */
async function overOf(tx: Tx, lower: readonly Due[]): Promise<ReadonlyMap<string, Money>> {
  const sources = lower.map(({ source }) => source)
  const billed = await billedOf(tx, sources)
  const over = new Map<string, Money>()
  if (billed.size === 0) return over
  const owed = await chargedOf(tx, [...billed.keys()])
  for (const { source, amount } of lower) {
    const beyond = (billed.get(source) ?? 0) - (owed.get(source) ?? 0)
    if (beyond > 0) over.set(source, money(beyond, amount.currency))
  }
  return over
}

async function chargedOf(tx: Tx, sources: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const owed = new Map<string, number>()
  for (const part of inParts(sources)) {
    const rows = await tx
      .selectFrom('ledger_entry')
      .select(['subject', ({ fn }) => fn.sum('amount_minor').as('minor')])
      .where('subject', 'in', part)
      .where(isCharge)
      .where('account', 'like', `${UNBILLED}%`)
      .groupBy('subject')
      .execute()
    for (const { subject, minor } of rows) owed.set(subject, Number(minor))
  }
  return owed
}
