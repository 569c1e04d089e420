/** The facts that a piece of news names, as they are when it is sent. */

import type { BillStory } from '../../domain/billing/payment.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { KnownUse, Lot } from '../../domain/bookings/lots/lot.ts'
import type { SettledIntent } from '../../domain/bookings/wishes/outcome.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { News } from '../../domain/news/news.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { loadActor } from '../settlement/load-actor.ts'
import { findIntent } from '../storage/intents.ts'
import { findBill } from '../storage/load-bills.ts'
import { findBookings } from '../storage/load-bookings.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { findLot, usesOfLots } from '../storage/load-lots.ts'
import { findEntry, findTicket } from '../storage/load-support.ts'
import type { Reader } from '../storage/storage.ts'
import { findAccess } from './access-routes.ts'

export interface Situation {
  readonly member: Member
  readonly catalogue: Catalogue
  /** In the order in which the news names them. */
  readonly bookings: readonly Booking[]
  readonly settled: SettledIntent | null
  readonly bill: BillStory | null
  readonly lot: Lot | null
  readonly uses: readonly KnownUse[]
  readonly answer: Answer | null
  /** The name of the Wi-Fi; its code is told to who has signed in. */
  readonly network: string | null
}

export interface Answer {
  readonly number: number
  readonly byName: string
  readonly text: string
}

/** Null where the member or the location is not there any more. */
export async function loadSituation(
  reader: Reader,
  about: { readonly memberId: string; readonly siteId: string },
  news: News,
): Promise<Situation | null> {
  const member = await loadActor(reader, about.memberId)
  const catalogue = await loadCatalogue(reader, about.siteId)
  if (member === null || catalogue === null) return null
  return {
    ...{ member, catalogue },
    bookings: await bookingsOf(reader, news),
    settled: 'intentId' in news ? await settledOf(reader, news.intentId) : null,
    bill: 'billId' in news ? await findBill(reader, news.billId) : null,
    network: news.kind === 'welcome' ? await networkOf(reader, about.siteId) : null,
    answer: 'ticketId' in news ? await answerOf(reader, news) : null,
    ...('lotId' in news
      ? { lot: await findLot(reader, news.lotId), uses: await usesOfLots(reader, [news.lotId]) }
      : { lot: null, uses: [] }),
  }
}

async function networkOf(reader: Reader, siteId: string): Promise<string | null> {
  const access = await findAccess(reader, siteId)
  return access === null || access.network === '' ? null : access.network
}

async function bookingsOf(reader: Reader, news: News): Promise<readonly Booking[]> {
  const ids = 'bookingIds' in news ? news.bookingIds : 'bookingId' in news ? [news.bookingId] : []
  const found = new Map((await findBookings(reader, ids)).map((one) => [one.id, one]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

async function settledOf(reader: Reader, intentId: string): Promise<SettledIntent | null> {
  const row = await findIntent(reader, intentId)
  const settled = row?.settled ?? null
  return settled === null ? null : (JSON.parse(settled) as SettledIntent) // as we settled it
}

/** What the team said in a ticket, and who; null where it is not there any more. */
async function answerOf(
  reader: Reader,
  { ticketId, entry: n }: Extract<News, { kind: 'answered' }>,
): Promise<Answer | null> {
  const ticket = await findTicket(reader, ticketId)
  const entry = await findEntry(reader, ticketId, n)
  if (ticket === null || entry?.kind !== 'said' || entry.by === null) return null
  const by = await loadActor(reader, entry.by)
  return { number: ticket.number, byName: by?.name ?? '', text: entry.text }
}
