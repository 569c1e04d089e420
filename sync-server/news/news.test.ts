import { expect, test } from 'vitest'
import { must } from '../../domain/values/assert.ts'
import { bookingIdOf, ticketIdOf } from '../../domain/values/ids.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, toInstant } from '../../domain/values/instant.ts'
import { toLocalDate } from '../../domain/values/local-date.ts'
import type { Mailer } from '../mail/mailer.ts'
import { intentOf } from '../settlement/for-tests.ts'
import { onEachEngine, onPostgres } from '../storage/for-tests.ts'
import { inTellingSpace, runnerOf, smtp, type TellingSpace } from './for-tests.ts'

/** A Tuesday, 09:00 in Berlin. */
const now = toInstant(Date.UTC(2026, 10, 24, 8))
const day = toLocalDate('2026-12-15')

async function book({ space }: TellingSpace, from = 600, more: object = {}) {
  const wish = await space.request('mem_hana', 'res_desk-14', day, from, from + 120, more)
  await space.send('mem_hana', wish)
  const { outcome } = await space.outcomeOf(wish)
  return { outcome, bookingId: bookingIdOf(wish.id) }
}

async function settle(
  { space }: TellingSpace,
  kind: 'booking.cancel' | 'news.choose' | 'reminders.choose' | 'language.choose',
  body: object,
) {
  const wish = intentOf(space.now, kind, body)
  await space.send('mem_hana', wish)
  return (await space.outcomeOf(wish)).outcome.kind
}

const moveTo = ({ space }: TellingSpace, at: number) => {
  space.now = toInstant(at)
}

onEachEngine('news', (makeDatabase) => {
  test('[N-02] [B-14] [NEWS-11] a booking is confirmed by one mail, with deadline, place in the calendar and a link to it', async () => {
    await inTellingSpace(makeDatabase, now, async (telling) => {
      const { bookingId } = await book(telling, 600, { note: 'Grüße, Đặng 猫' })
      expect(await telling.runAll()).toBe(1)
      expect(await telling.runAll()).toBe(1)
      const [mail] = telling.mail.mails
      const found = must(mail, 'it arrived')
      expect(found.subject).toBe('Booked: Desk 14, Tue 15 Dec, 10:00–12:00')
      expect(found.from?.text).toContain('Harbour Loft')
      expect(found.text).toContain(`${telling.url}/bookings#${bookingId}`)
      expect(found.text).toMatch(/If you cancel: Free to cancel until \w{3} \d+ \w{3}, \d\d:\d\d/)
      expect(String(found.html)).toContain('10:00–12:00')
      const [calendar] = found.attachments
      const text = calendar?.content.toString('utf8') ?? ''
      expect(calendar?.contentType).toBe('text/calendar')
      expect(text).toContain(`UID:${bookingId}@portal`)
      expect(text.replace(/\r\n /g, '')).toContain('Grüße\\, Đặng 猫')
    })
  })

  test('[B-07] [NEWS-10] [D-59] what was cancelled before its mail went out is told as cancelled alone', async () => {
    await inTellingSpace(makeDatabase, now, async (telling) => {
      const { bookingId } = await book(telling)
      expect(await settle(telling, 'booking.cancel', { bookingId })).toBe('confirmed')
      expect(await telling.runAll()).toBe(1)
      expect(await telling.states()).toEqual(['booked dropped', 'cancelled sent'])
      const [mail] = telling.mail.mails
      expect(mail?.subject).toContain('Cancelled: Desk 14')
      expect(mail?.attachments[0]?.content.toString()).toContain('STATUS:CANCELLED')
    })
  })

  test('[SUPPORT-15] [N-02] an answer of the team is told with its words, and answering the mail finds the request again', async () => {
    await inTellingSpace(makeDatabase, now, async (telling) => {
      const { space } = telling
      const nothing = { resourceId: null, bookingId: null, billId: null }
      const question = intentOf(space.now, 'ticket.open', {
        ...{ siteId: 'sit_harbour-loft', category: 'general', text: 'Where are the keys?' },
        ...{ about: nothing, forMemberId: null },
      })
      await space.send('mem_hana', question)
      await space.outcomeOf(question)
      const ticketId = ticketIdOf(question.id)
      for (const [kind, text] of [
        ['ticket.note', 'She lost them again'],
        ['ticket.reply', 'At the front desk <b>now</b>'],
      ] as const) {
        const said = { ticketId, text, ...(kind === 'ticket.reply' ? { photos: [] } : {}) }
        const wish = intentOf(space.now, kind, said)
        await space.send('mem_mara', wish)
        await space.outcomeOf(wish)
      }
      expect(await telling.runAll()).toBe(1)
      const mail = must(telling.mail.mails[0], 'it arrived')
      expect(mail.text).toContain('At the front desk <b>now</b>')
      expect(String(mail.html)).toContain('&lt;b&gt;now&lt;/b&gt;')
      expect(`${mail.text}${mail.html}`).not.toContain('lost them')
      expect(mail.replyTo?.text).toMatch(/^help\+\S+\.[0-9a-f]{24}@portal\.example$/)
    })
  })

  test('[N-12] a wish that became nothing is told with its reason', async () => {
    await inTellingSpace(makeDatabase, now, async (telling) => {
      await book(telling)
      const { space } = telling
      const late = await space.request('mem_dev', 'res_desk-14', day, 600, 660)
      await space.send('mem_dev', late)
      expect((await space.outcomeOf(late)).outcome.kind).toBe('refused')
      await telling.runAll()
      const refused = telling.mail.mails.find(({ subject }) => subject?.startsWith('Not booked'))
      expect(refused?.text).toContain('It is booked by someone else 10:00–12:00.')
    })
  })

  test('[N-03] [D-58] [NEWS-06] a reminder is sent the day before, and not for what was cancelled meanwhile', async () => {
    await inTellingSpace(makeDatabase, now, async (telling) => {
      await book(telling, 600)
      const { bookingId } = await book(telling, 840)
      await telling.runAll()
      await settle(telling, 'booking.cancel', { bookingId })
      const before = await telling.runAll()
      moveTo(telling, Date.UTC(2026, 11, 14, 9))
      expect(await telling.runAll()).toBe(before + 1)
      moveTo(telling, Date.UTC(2026, 11, 14, 13))
      expect(await telling.runAll()).toBe(before + 1)
      expect(telling.mail.mails.at(-1)?.subject).toBe('Tomorrow: Desk 14, Tue 15 Dec, 10:00–12:00')
    })
  })

  test('[A-04] [N-03] [NEWS-08] who wants no reminder, and no mail about bookings, gets none', async () => {
    await inTellingSpace(makeDatabase, now, async (telling) => {
      const off = { category: 'bookings', channel: 'mail', isOn: false }
      expect(await settle(telling, 'news.choose', off)).toBe('confirmed')
      expect(await settle(telling, 'reminders.choose', { reminders: 'none' })).toBe('confirmed')
      await book(telling)
      moveTo(telling, Date.UTC(2026, 11, 14, 9))
      expect(await telling.runAll()).toBe(0)
      expect(await telling.states()).toEqual([])
    })
  })

  test('[N-09] [NEWS-25] who has chosen a language reads it where the location says it in that, and else the usual words', async () => {
    await inTellingSpace(makeDatabase, now, async (telling) => {
      const { mails } = telling.mail
      expect(await settle(telling, 'language.choose', { language: 'pt-BR' })).toBe('confirmed')
      await book(telling, 600)
      await telling.runAll()
      expect(mails.at(-1)?.subject).toMatch(/^Booked:/)
      expect(await settle(telling, 'language.choose', { language: 'de' })).toBe('confirmed')
      await book(telling, 960)
      await telling.runAll()
      const german = must(mails.at(-1), 'it arrived')
      expect(german.subject).toBe('Gebucht: Desk 14, Tue 15 Dec, 16:00–18:00')
      expect(String(german.html)).toMatch(/<div lang="de"><p[^>]*>Moin Hana Sato,/)
      expect(german.text).toContain('If you cancel: ')
    })
  })

  test('[NEWS-12] what is handed over twice, because a crash came between, says that it is the same', async () => {
    await inTellingSpace(makeDatabase, now, async (telling) => {
      const { space, mail } = telling
      await book(telling)
      const real = smtp(mail)
      const dies: Mailer = {
        send: async (one) => {
          await real.send(one)
          throw new Error('The process ended here')
        },
      }
      await telling.runAll(dies)
      moveTo(telling, now + 5 * MINUTE_MS)
      await telling.runAll()
      expect(mail.mails).toHaveLength(2)
      expect(new Set(mail.mails.map(({ messageId }) => messageId)).size).toBe(1)
      expect(await telling.states()).toEqual(['booked sent'])
      space.log.length = 0
    })
  })

  test('[NEWS-13] a full mail system is asked again later, one that knows no such address is not', async () => {
    await inTellingSpace(makeDatabase, now, async (telling) => {
      await book(telling)
      telling.mail.answerTo = () => 451
      await telling.runAll()
      expect(await telling.states()).toEqual(['booked waiting'])
      moveTo(telling, now + HOUR_MS)
      telling.mail.answerTo = () => 550
      await telling.runAll()
      expect(await telling.states()).toEqual(['booked came-back'])
      moveTo(telling, now + 3 * HOUR_MS)
      telling.mail.answerTo = () => 250
      expect(await telling.runAll()).toBe(0)
      const row = await telling.storage.read
        .selectFrom('news')
        .select(['problem', 'attempts'])
        .executeTakeFirst()
      expect(row).toMatchObject({ attempts: 2, problem: expect.stringContaining('550') })
      expect(telling.space.log.join()).not.toContain('@')
      telling.space.log.length = 0
    })
  })

  test('[NEWS-13] after a day it is given up, and said', async () => {
    await inTellingSpace(makeDatabase, now, async (telling) => {
      await book(telling)
      telling.mail.answerTo = () => 421
      await telling.runAll()
      moveTo(telling, now + DAY_MS)
      await telling.runAll()
      expect(await telling.states()).toEqual(['booked given-up'])
      telling.space.log.length = 0
    })
  })

  test('[B-08] [NEWS-01] a fall-back is told as what it is', async () => {
    await inTellingSpace(makeDatabase, now, async (telling) => {
      await book(telling)
      const { space } = telling
      const other = await space.request('mem_dev', 'res_desk-15', day, 600, 660)
      const fallbacks = [(other.body as { choice: object }).choice]
      const wish = await space.request('mem_dev', 'res_desk-14', day, 600, 660, { fallbacks })
      await space.send('mem_dev', wish)
      expect((await space.outcomeOf(wish)).outcome).toMatchObject({ kind: 'confirmed', choice: 1 })
      await telling.runAll()
      const subjects = telling.mail.mails.map(({ subject }) => subject)
      expect(subjects).toContain('Booked instead: Desk 15, Tue 15 Dec, 10:00–11:00')
    })
  })
})

onPostgres('news', (makeDatabase) => {
  test('[NEWS-12] two servers send each piece of news once', async () => {
    await inTellingSpace(makeDatabase, now, async (telling) => {
      for (const from of [480, 600, 720, 840, 960]) await book(telling, from)
      const other = await telling.another()
      const runners = [telling.storage, other].map((storage) =>
        runnerOf(storage, telling.space, 'sending', smtp(telling.mail)),
      )
      await Promise.all(runners.map((runner) => runner.runDue()))
      expect(telling.mail.mails).toHaveLength(5)
    })
  })
})
