import { expect, test } from 'vitest'
import type { Booking } from '../../domain/bookings/booking.ts'
import { toId } from '../../domain/values/ids.ts'
import { addMinutes, DAY_MS, toInstant } from '../../domain/values/instant.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { enqueue } from '../jobs/job.ts'
import { inTestSpace, intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { findBooking } from '../storage/load-bookings.ts'
import { forgetGuestsOn } from './forget-guests.ts'

const now = toInstant(Date.UTC(2026, 9, 5, 8, 0))
const day = toLocalDate('2026-10-14')
const kim = { id: toId('guest', 'gue_kim'), name: 'Kim Berg' }
const lou = { id: toId('guest', 'gue_lou'), name: 'Lou' }

onEachEngine('guests', (makeDatabase) => {
  const inSpace = (work: (space: TestSpace) => Promise<void>) =>
    inTestSpace(makeDatabase, now, work)

  async function ask(
    space: TestSpace,
    member: string,
    kind: 'booking.guests' | 'guest.check-in',
    body: object,
  ) {
    const intent = intentOf(space.now, kind, body)
    await space.send(member, intent)
    return (await space.outcomeOf(intent)).outcome
  }

  test('[GUESTS-02] [GUESTS-05] [B-32] a host names guests, staff see them come, and nobody else may either', () =>
    inSpace(async (space) => {
      const wish = await space.request('', 'res_room-anchor', day, 1080, 1140, { guests: [kim] })
      await space.send('mem_hana', wish)
      expect((await space.outcomeOf(wish)).outcome.kind).toBe('confirmed')
      const bookingId = toId('booking', `bkg_${wish.id.slice(4)}`)
      const stands = async () =>
        (await findBooking(space.storage.read, bookingId)) as Booking | null
      const change = { bookingId, add: [lou], remove: [] }
      expect(await ask(space, 'mem_dev', 'booking.guests', change)).toMatchObject({
        refusal: { reason: 'unknown-booking' },
      })
      expect((await ask(space, 'mem_hana', 'booking.guests', change)).kind).toBe('confirmed')
      expect(await stands()).toMatchObject({ people: 3, guests: [kim, lou] })
      space.now = addMinutes(toInstant(Date.UTC(2026, 9, 14, 16, 0)), -20)
      const came = { bookingId, guestId: kim.id, agreedTo: null }
      expect(await ask(space, 'mem_hana', 'guest.check-in', came)).toMatchObject({
        refusal: { reason: 'not-allowed' },
      })
      expect((await ask(space, 'mem_jonas', 'guest.check-in', came)).kind).toBe('confirmed')
      expect((await stands())?.guests.map(({ arrivedAt }) => arrivedAt)).toEqual([space.now, null])
    }))

  test('[GUESTS-08] [D-60] thirty days after a booking nobody is named in tables, documents or logs', () =>
    inSpace(async (space) => {
      const wish = await space.request('', 'res_room-anchor', day, 1080, 1140, { guests: [kim] })
      await space.send('mem_hana', wish)
      const bookingId = toId('booking', `bkg_${wish.id.slice(4)}`)
      const change = { bookingId, add: [lou], remove: [] }
      expect((await ask(space, 'mem_hana', 'booking.guests', change)).kind).toBe('confirmed')
      await space.settlement.ensureDocument(`desk/sit_harbour-loft/${day}`)
      expect(await textsNaming(space, kim.name)).toEqual(['booking', 'document', 'intent'])
      const endsAt = toInstant(Date.UTC(2026, 9, 14, 17, 0))
      for (const daysLater of [29, 30]) {
        space.now = toInstant(endsAt + daysLater * DAY_MS)
        await space.storage.transaction((tx) => enqueue(tx, [forgetGuestsOn(space.now)]))
        await space.runJobs()
        const found = await textsNaming(space, kim.name)
        expect(found).toEqual(daysLater === 29 ? ['booking', 'document'] : [])
      }
      expect(await textsNaming(space, lou.id)).toEqual([])
      expect(await findBooking(space.storage.read, bookingId)).toMatchObject({
        ...{ people: 3, guests: [] },
      })
      expect(space.log).toEqual([])
    }))
})

/** In what of all that is kept a word stands. */
async function textsNaming({ storage }: TestSpace, word: string): Promise<readonly string[]> {
  const bookings = await storage.read.selectFrom('booking').select('body as text').execute()
  const wishes = await storage.read.selectFrom('intent').select('record as text').execute()
  const rows = await storage.read.selectFrom('document_row').select('bytes').execute()
  const texts = {
    booking: bookings.map(({ text }) => text),
    document: rows.map(({ bytes }) => Buffer.from(bytes).toString('latin1')),
    intent: wishes.map(({ text }) => text),
  }
  return Object.entries(texts).flatMap(([where, all]) =>
    all.some((text) => text.includes(word)) ? [where] : [],
  )
}
