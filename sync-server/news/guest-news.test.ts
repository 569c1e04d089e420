import { expect, test } from 'vitest'
import { guestCode } from '../../domain/bookings/guests/guest-code.ts'
import type { IntentKind } from '../../domain/bookings/wishes/intent.ts'
import { must } from '../../domain/values/assert.ts'
import { bookingIdOf, toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import { intentOf } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { inTellingSpace, type TellingSpace } from './for-tests.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8))
const day = toLocalDate('2026-12-15')
const kim = { id: toId('guest', 'gue_kim'), name: 'Kim <i>Ito</i>', email: 'kim@example.org' }

async function book({ space }: TellingSpace) {
  const more = { guests: [kim], people: 2, note: 'A secret of the host' }
  const wish = await space.request('mem_hana', 'res_room-ebb', day, 600, 720, more)
  await space.send('mem_hana', wish)
  expect((await space.outcomeOf(wish)).outcome.kind).toBe('confirmed')
  return bookingIdOf(wish.id)
}

async function settle({ space }: TellingSpace, kind: IntentKind, body: object) {
  const wish = intentOf(space.now, kind, body)
  await space.send('mem_hana', wish)
  return (await space.outcomeOf(wish)).outcome.kind
}

/** What is kept of the guest's address in the rows of what was told. */
async function keptOf({ storage }: TellingSpace) {
  const rows = await storage.read.selectFrom('news').select('body').execute()
  return rows.filter(({ body }) => body.includes(kim.email)).length
}

onEachEngine('guest news', (makeDatabase) => {
  test('[GUESTS-09] [B-32] [N-12] a guest is invited with code and calendar, and told when they are not expected any more', async () => {
    await inTellingSpace(makeDatabase, now, async (telling) => {
      const bookingId = await book(telling)
      await telling.runAll()
      const toKim = () =>
        telling.mail.mails.filter((mail) => JSON.stringify(mail.to).includes(kim.email))
      const [invited] = toKim()
      const mail = must(invited, 'it arrived')
      const code = guestCode(kim.id)
      expect(mail.subject).toBe('Hana Sato expects you at Harbour Loft: Tue 15 Dec, 10:00–12:00')
      expect(mail.text).toContain(`Your code is ${code.slice(0, 3)} ${code.slice(3)}`)
      expect(mail.text).toContain('Good from Tue 15 Dec, 09:30 until Tue 15 Dec, 12:00')
      expect(String(mail.html)).toContain('Kim &lt;i&gt;Ito&lt;/i&gt;')
      expect(mail.headers.has('list-unsubscribe')).toBe(false)
      const calendar = mail.attachments[0]?.content.toString('utf8') ?? ''
      expect(calendar).toContain('STATUS:CONFIRMED')
      expect(`${mail.text}${mail.html}${calendar}`).not.toContain('secret')
      expect(await settle(telling, 'booking.cancel', { bookingId })).toBe('confirmed')
      await telling.runAll()
      await telling.runAll()
      const all = toKim()
      expect(all).toHaveLength(2)
      expect(all[1]?.subject).toContain('You are not expected any more')
      expect(all[1]?.attachments[0]?.content.toString()).toContain('STATUS:CANCELLED')
      // What they were told is noted, and where it went is forgotten.
      expect(await keptOf(telling)).toBe(0)
    })
  })

  test('[GUESTS-09] [NEWS-10] who is removed before the invitation has left hears of neither', async () => {
    await inTellingSpace(makeDatabase, now, async (telling) => {
      const bookingId = await book(telling)
      const change = { bookingId, add: [], remove: [kim.id] }
      expect(await settle(telling, 'booking.guests', change)).toBe('confirmed')
      await telling.runAll()
      expect(telling.mail.mails.map((mail) => mail.subject)).toEqual([
        'Booked: Ebb, Tue 15 Dec, 10:00–12:00',
      ])
      expect(await keptOf(telling)).toBe(0)
    })
  })

  test('[GUESTS-10] one host causes so many mails to guests a day, and the booking takes them all the same', async () => {
    await inTellingSpace(makeDatabase, now, async (telling) => {
      const { storage } = telling
      const sent = Array.from({ length: limits.guestMailsPerDayMax }, (_, number) => ({
        ...{ key: `sent:${number}`, site_id: 'sit_harbour-loft', member_id: 'mem_hana' },
        ...{ channel: 'mail', kind: 'guest-invited', body: '{}', made_at: now, send_at: now },
        ...{ state: 'sent', attempts: 1, settled_at: now, problem: null, subject: null },
      }))
      await storage.transaction((tx) => tx.insertInto('news').values(sent).execute())
      await book(telling)
      await telling.runAll()
      expect(telling.mail.mails).toHaveLength(1)
    })
  })
})
