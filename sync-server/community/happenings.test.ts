import { expect, test } from 'vitest'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { breakfast } from '../../domain/community/events/for-tests.ts'
import { inTestSpace, intentOf, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'
import { bytesOf, held, now, send, siteId } from '../support/for-tests.ts'

const [hana, anton, dev] = ['mem_hana', 'mem_anton', 'mem_dev']
const [mara, ola] = ['mem_mara', 'mem_ola']
const eventId = breakfast.id

async function put(space: TestSpace, more: object = {}, revision = 0) {
  const event = { ...breakfast, ...more }
  const body = { siteId, event, revision, repeats: [], resolutions: {} }
  return send(space, mara, 'event.save', body)
}

const come = (space: TestSpace, who: string, people = 1) =>
  send(space, who, 'rsvp.set', { siteId, eventId, people })

async function told(space: TestSpace) {
  return (await held(space, `happenings/${siteId}`))['events']?.[eventId]
}

const own = async (space: TestSpace, who: string) =>
  (await held(space, `member/${who}`))['rsvps']?.[eventId]

onEachEngine('happenings', (makeDatabase) => {
  const within = (title: string, work: (space: TestSpace) => Promise<void>) =>
    test(title, () => inTestSpace(makeDatabase, now, work))

  within(
    '[EVENT-01] [C-02] however many say so in one moment, no more than fit are promised a place, and who is next comes in',
    async (space) => {
      await put(space)
      const wishes: [string, AnyIntent][] = [hana, anton, dev, ola].map((who) => [
        who,
        intentOf(space.now, 'rsvp.set', { siteId, eventId, people: 1 }),
      ])
      for (const [who, wish] of wishes) await space.send(who, wish)
      for (const [, wish] of wishes) {
        expect((await space.outcomeOf(wish)).outcome).toMatchObject({ kind: 'confirmed' })
      }
      expect(await told(space)).toMatchObject({ going: 3, waiting: 1 })
      expect(await own(space, ola)).toEqual({
        ...{ eventId, people: 1, state: 'waiting', door: null },
      })
      await come(space, anton, 0)
      expect(await own(space, ola)).toMatchObject({ state: 'going' })
      expect(await own(space, anton)).toBeUndefined()
      await put(space, { capacity: 2 }, 1)
      expect(await told(space)).toMatchObject({ capacity: 3, going: 3, waiting: 0 })
    },
  )

  within(
    '[EVENT-08] who comes is in no replica of a member, and by name in the team’s',
    async (space) => {
      await put(space)
      const documents = [`happenings/${siteId}`, `member/${anton}`, `catalogue/${siteId}`]
      for (const document of documents) await bytesOf(space, document)
      await come(space, hana, 2)
      const seen = await held(space, `attendees/${siteId}`)
      expect(seen['coming']?.[`${eventId}/${hana}`]).toMatchObject({
        ...{ name: 'Hana Sato', people: 2, state: 'going', hasCome: false },
      })
      for (const document of documents) {
        const bytes = await bytesOf(space, document)
        expect(bytes, document).not.toContain(hana)
        expect(bytes, document).not.toContain('Hana Sato')
      }
    },
  )

  within(
    '[EVENT-04] [C-02] called off, nobody comes any more; who was there is noted',
    async (space) => {
      await put(space)
      await come(space, hana)
      const mark = { siteId, eventId, memberId: hana, hasCome: true }
      expect(await send(space, mara, 'attendance.mark', mark)).toMatchObject({ kind: 'confirmed' })
      expect(await send(space, hana, 'attendance.mark', mark)).toMatchObject({
        refusal: { reason: 'not-allowed' },
      })
      const attendees = await held(space, `attendees/${siteId}`)
      expect(attendees['coming']?.[`${eventId}/${hana}`]).toMatchObject({ hasCome: true })
      await send(space, mara, 'event.call-off', { siteId, eventId })
      expect(await told(space)).toMatchObject({ isCalledOff: true })
      expect(await come(space, anton)).toMatchObject({ refusal: { reason: 'event-over' } })
    },
  )

  within(
    '[EVENT-07] [C-09] an announcement reaches the location, is counted once for each who read it, and is taken down',
    async (space) => {
      const announcement = {
        ...{ id: 'ann_test', title: 'The door', text: 'On Thursday.', tierIds: [] },
        ...{ from: '2026-11-24', until: null, isPinned: true },
      }
      await send(space, mara, 'announcement.save', { siteId, announcement, revision: 0 })
      const read = { siteId, announcementIds: ['ann_test'] }
      for (const who of [hana, hana, anton]) await send(space, who, 'announcements.read', read)
      const attendees = async () => (await held(space, `attendees/${siteId}`))['reads']
      expect((await attendees())?.['ann_test']).toBe(2)
      const announcements = async () =>
        (await held(space, `happenings/${siteId}`))['announcements']?.['ann_test']
      expect(await announcements()).toMatchObject({ title: 'The door', isPinned: true })
      const removal = { siteId, announcementId: 'ann_test' }
      expect(await send(space, hana, 'announcement.remove', removal)).toMatchObject({
        refusal: { reason: 'not-allowed' },
      })
      await send(space, mara, 'announcement.remove', removal)
      expect(await announcements()).toBeUndefined()
      expect((await attendees())?.['ann_test']).toBeUndefined()
    },
  )

  within(
    '[EVENT-16] [C-09] a change of its words is marked and kept for the team alone; told again it is unread and counted anew',
    async (space) => {
      const announcement = {
        ...{ id: 'ann_test', title: 'The door', text: 'MARKER-before', tierIds: [] },
        ...{ from: '2026-11-24', until: null, isPinned: true },
      }
      const save = (text: string, revision: number, more: object = {}) =>
        send(space, mara, 'announcement.save', {
          ...{ siteId, announcement: { ...announcement, text }, revision, ...more },
        })
      const read = (who: string, editions?: object) =>
        send(space, who, 'announcements.read', {
          ...{ siteId, announcementIds: ['ann_test'], ...(editions && { editions }) },
        })
      const told = async () =>
        (await held(space, `happenings/${siteId}`))['announcements']?.['ann_test']
      const seen = async () => held(space, `attendees/${siteId}`)
      await save('MARKER-before', 0)
      await read(hana)
      await read(anton)
      await save('On Friday.', 1)
      expect(await told()).toMatchObject({
        ...{ text: 'On Friday.', edition: 1, changedAt: space.now },
      })
      expect((await seen())['reads']?.['ann_test']).toBe(2)
      expect((await seen())['earlier']?.['ann_test/1']).toMatchObject({
        ...{ text: 'MARKER-before', changedAt: space.now, isToldAgain: false },
      })
      expect(JSON.stringify(await held(space, `happenings/${siteId}`))).not.toContain('MARKER')
      await save('On Monday.', 2, { tellAgain: true })
      expect(await told()).toMatchObject({ text: 'On Monday.', edition: 2 })
      expect((await seen())['reads']?.['ann_test']).toBeUndefined()
      // A device that was away says late what it read, and a stranger's says what nobody could read.
      await read(anton)
      await read(dev, { ann_test: 7 })
      await read(hana, { ann_test: 2 })
      await read(hana)
      expect((await seen())['reads']?.['ann_test']).toBe(2)
      await send(space, mara, 'announcement.remove', { siteId, announcementId: 'ann_test' })
      expect((await seen())['earlier']?.['ann_test/1']).toBeUndefined()
    },
  )
})
