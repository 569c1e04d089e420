import { expect, test } from 'vitest'
import { breakfast } from '../../domain/community/events/for-tests.ts'
import { DAY_MS, toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { now, send, siteId } from '../support/for-tests.ts'
import { inTellingSpace, type TellingSpace } from './for-tests.ts'

const eventId = breakfast.id

async function put({ space }: TellingSpace, more: object = {}, revision = 0) {
  const event = { ...breakfast, capacity: 1, guestsMax: 0, ...more }
  const body = { siteId, event, revision, repeats: [], resolutions: {} }
  expect(await send(space, 'mem_mara', 'event.save', body)).toMatchObject({ kind: 'confirmed' })
}

const come = ({ space }: TellingSpace, who: string, people = 1) =>
  send(space, who, 'rsvp.set', { siteId, eventId, people })

/** What each of them was sent since the last time, by their first name. */
function reading({ mail }: TellingSpace) {
  let read = 0
  return () => {
    const fresh = mail.mails.slice(read)
    read = mail.mails.length
    return fresh
      .map(({ subject, text }) => `${/Hello (\w+)/.exec(text ?? '')?.[1]}: ${subject}`)
      .sort()
  }
}

onEachEngine('news of events', (makeDatabase) => {
  test('[NEWS-21] [NEWS-22] [C-04] [D-59] who comes has it in mail and calendar, follows it when it moves, is reminded, and is told when it is called off', async () => {
    await inTellingSpace(makeDatabase, now, async (telling) => {
      const fresh = reading(telling)
      const at = (day: number, hour: number, minute = 0) => {
        telling.space.now = toInstant(Date.UTC(2026, 10, day, hour, minute))
        return telling.runAll()
      }
      await put(telling)
      await come(telling, 'mem_hana')
      await come(telling, 'mem_dev')
      await telling.runAll()
      expect(fresh()).toEqual([
        'Dev: You’re waiting: Breakfast, Thu 26 Nov, 09:00–10:30',
        'Hana: You’re coming: Breakfast, Thu 26 Nov, 09:00–10:30',
      ])
      const [first] = telling.mail.mails.filter(({ subject }) => subject?.includes('coming'))
      expect(first?.attachments[0]?.content.toString()).toContain(`UID:${eventId}@portal`)
      // Moved before its first reminder: none at the time that was.
      await put(telling, { date: '2026-11-27' }, 1)
      await at(25, 8, 1)
      expect(fresh()).toEqual([
        'Dev: Moved: Breakfast, Fri 27 Nov, 09:00–10:30',
        'Hana: Moved: Breakfast, Fri 27 Nov, 09:00–10:30',
      ])
      await at(26, 8, 1)
      expect(fresh()).toEqual(['Hana: Tomorrow: Breakfast, Fri 27 Nov, 09:00–10:30'])
      // Hana cannot come: Dev does, and is reminded for her.
      await come(telling, 'mem_hana', 0)
      await at(27, 7, 1)
      expect(fresh()).toEqual([
        'Dev: Today: Breakfast, Fri 27 Nov, 09:00–10:30',
        'Dev: You have a place: Breakfast, Fri 27 Nov, 09:00–10:30',
      ])
      await send(telling.space, 'mem_mara', 'event.call-off', { siteId, eventId })
      expect(await come(telling, 'mem_hana')).toMatchObject({ kind: 'refused' })
      await telling.runAll()
      await telling.runAll()
      expect(fresh()).toEqual([
        'Dev: Called off: Breakfast, Fri 27 Nov, 09:00–10:30',
        'Hana: No place: Breakfast, Fri 27 Nov, 09:00–10:30',
      ])
    })
  })

  test('[EVENT-15] [NEWS-26] [C-02] what the team writes reaches each who comes or waits once, so often a day, and nobody who stays away', async () => {
    await inTellingSpace(makeDatabase, now, async (telling) => {
      const fresh = reading(telling)
      await put(telling)
      for (const who of ['mem_hana', 'mem_dev', 'mem_ola']) await come(telling, who)
      await come(telling, 'mem_ola', 0)
      await telling.runAll()
      fresh()
      const tell = (who: string, audience: string, text = 'Bring a cup.') =>
        send(telling.space, who, 'event.tell', { siteId, eventId, audience, text })
      expect(await tell('mem_hana', 'both')).toMatchObject({ refusal: { reason: 'not-allowed' } })
      expect(await tell('mem_jonas', 'going')).toMatchObject({ kind: 'confirmed' })
      await telling.runAll()
      expect(fresh()).toEqual(['Hana: Breakfast, Thu 26 Nov, 09:00–10:30'])
      expect(telling.mail.mails.at(-1)?.text).toContain('Bring a cup.')
      expect(await tell('mem_jonas', 'both', 'And one for Dev.')).toMatchObject({
        kind: 'confirmed',
      })
      await come(telling, 'mem_dev', 0) // before it was sent
      await telling.runAll()
      await telling.runAll()
      expect(fresh()).toEqual(['Hana: Breakfast, Thu 26 Nov, 09:00–10:30'])
      for (let told = 2; told < limits.eventTellingsPerDayMax; told += 1) {
        telling.space.now = toInstant(telling.space.now + 1)
        expect(await tell('mem_jonas', 'going')).toMatchObject({ kind: 'confirmed' })
      }
      const refusal = { reason: 'told-often', max: limits.eventTellingsPerDayMax }
      expect(await tell('mem_jonas', 'going')).toMatchObject({ refusal })
      telling.space.now = toInstant(telling.space.now + DAY_MS)
      expect(await tell('mem_jonas', 'going')).toMatchObject({ kind: 'confirmed' })
      await telling.runAll()
    })
  })
})
