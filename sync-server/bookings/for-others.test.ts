import { afterAll, beforeAll, expect, test } from 'vitest'
import { toInstant } from '../../domain/values/instant.ts'
import { addDays, mondayOf, toLocalDate } from '../../domain/values/local-date.ts'
import { startTestPortal, type TestPortal } from '../for-tests.ts'
import { inTestSpace, type TestSpace } from '../settlement/for-tests.ts'
import { onEachEngine } from '../storage/for-tests.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8, 0))
/** A day beyond the sample's bookings and within every limit. */
const quietDay = addDays(mondayOf(toLocalDate('2026-11-24')), 21)
const [hana, ola, teammate] = ['mem_hana', 'mem_ola', 'mem_daniel']
const [owner, frontDesk] = ['mem_mara', 'mem_jonas']

onEachEngine('wishes for others', (makeDatabase) => {
  const inSpace = (work: (space: TestSpace) => Promise<void>) =>
    inTestSpace(makeDatabase, now, work)

  /** Asks and gives the outcome and the booking that stands. */
  async function ask(space: TestSpace, actor: string, more: object, minutes = [600, 660]) {
    const [from = 0, until = 0] = minutes
    const wish = await space.request(actor, 'res_desk-14', quietDay, from, until, more)
    await space.send(actor, wish)
    const { outcome } = await space.outcomeOf(wish)
    const row = await space.storage.read
      .selectFrom('booking')
      .select(['member_id', 'body'])
      .where('intent_id', '=', wish.id)
      .executeTakeFirst()
    return { outcome, memberId: row?.member_id, booking: JSON.parse(row?.body ?? 'null') }
  }

  const trail = (space: TestSpace) =>
    space.storage.read.selectFrom('audit').select(['actor', 'command', 'detail']).execute()

  test('[BOOKINGS-80] [B-31] the booking is the member’s, says who made it, and the trail names both', async () => {
    await inSpace(async (space) => {
      const { memberId, booking } = await ask(space, frontDesk, { forMemberId: hana })
      expect(memberId).toBe(hana)
      expect(booking).toMatchObject({ madeBy: { memberId: frontDesk, as: 'space' } })
      const [entry] = await trail(space)
      expect(entry).toMatchObject({ actor: frontDesk, command: 'booking.request' })
      expect(JSON.parse(entry?.detail ?? '')).toEqual({ forMemberId: hana, reason: null })
    })
  })

  test('[BOOKINGS-80] [B-31] Ola books for her people and for nobody else', async () => {
    await inSpace(async (space) => {
      const { booking } = await ask(space, ola, { forMemberId: teammate })
      expect(booking).toMatchObject({ memberId: teammate, madeBy: { memberId: ola, as: 'team' } })
      for (const other of [hana, 'mem_nobody']) {
        const { outcome } = await ask(space, ola, { forMemberId: other }, [660, 720])
        expect(outcome).toMatchObject({ refusal: { reason: 'not-allowed' } })
      }
      const { outcome } = await ask(space, hana, { forMemberId: ola }, [660, 720])
      expect(outcome).toMatchObject({ refusal: { reason: 'not-allowed' } })
    })
  })

  test('[BOOKINGS-81] [B-20] [O-09] [D-61] an override books against the rules, with its reason in the trail, never a taken place', async () => {
    await inSpace(async (space) => {
      const override = { reason: 'The board meets' }
      const odd = [603, 755]
      expect((await ask(space, hana, {}, odd)).outcome).toMatchObject({
        refusal: { reason: 'increment' },
      })
      expect((await ask(space, hana, { override }, odd)).outcome).toMatchObject({
        refusal: { reason: 'not-allowed' },
      })
      expect((await ask(space, ola, { override }, odd)).outcome).toMatchObject({
        refusal: { reason: 'not-allowed' },
      })
      expect((await ask(space, owner, { forMemberId: hana, override }, odd)).memberId).toBe(hana)
      const [entry] = await trail(space)
      expect(JSON.parse(entry?.detail ?? '')).toEqual({ forMemberId: hana, ...override })
      const taken = await ask(space, owner, { override }, [600, 660])
      expect(taken.outcome).toMatchObject({ refusal: { reason: 'booked' } })
      expect(await trail(space)).toHaveLength(1)
    })
  })
})

let server: TestPortal
beforeAll(async () => {
  server = await startTestPortal()
})
afterAll(() => server.remove())

async function namesFor(email: string, find: string, site = 'sit_harbour-loft') {
  const browser = await server.signIn(email)
  const { status, body } = await browser.get(`/api/people/${site}?find=${find}`)
  const people = (body['people'] ?? []) as readonly { readonly name: string }[]
  return { status, names: people.map(({ name }) => name) }
}

test('[B-31] staff find members by name, Ola her people, members nobody', async () => {
  expect((await namesFor('jonas@harbourloft.example', 'hana')).names).toEqual(['Hana Sato'])
  expect((await namesFor('jonas@harbourloft.example', '')).names).toHaveLength(12)
  expect((await namesFor('ola@harbourloft.example', '')).names).toHaveLength(4)
  expect((await namesFor('ola@harbourloft.example', 'hana')).names).toEqual([])
  expect((await namesFor('hana@harbourloft.example', '')).names).toEqual([])
  expect((await namesFor('ola@harbourloft.example', '', 'sit_pier-studio')).status).toBe(404)
})
