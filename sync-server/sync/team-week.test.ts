import { afterAll, beforeAll, expect, test } from 'vitest'
import { choiceOfDay } from '../../domain/bookings/teams/day-choice.ts'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { addDays, type IsoWeek, isoWeekOf, mondayOf } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { intentOf } from '../settlement/for-tests.ts'
import { onEachEngine, type TestDatabase } from '../storage/for-tests.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { bytesOf, held } from '../support/for-tests.ts'
import { openTestDoor, openTestEditing, poll, type TestDoor, testSample } from './for-tests.ts'
import { readPlannedWeek } from './team-week.ts'

const teamId = toId('team', 'tea_north')
const [ola, daniel, elena, hana] = ['mem_ola', 'mem_daniel', 'mem_elena', 'mem_hana'] as const
const desk = toId('resource', 'res_desk-14')
const liked = { kind: 'desk', resourceId: desk }

onEachEngine('a team’s week', (makeDatabase) => {
  let database: TestDatabase
  let door: TestDoor

  beforeAll(async () => {
    database = await makeDatabase(testSample)
    door = await openTestDoor(await database.open())
  })
  afterAll(async () => {
    await door.close()
    await database.remove()
  })

  /** A week that is quiet in the sample, so many weeks from now. */
  async function ahead(weeks: number) {
    const catalogue = must(
      await loadCatalogue(door.space.storage.read, 'sit_harbour-loft'),
      'the sample is there',
    )
    const { date } = toWallTime(catalogue.zone, door.space.now)
    const monday = addDays(mondayOf(date), 7 * weeks)
    return { catalogue, monday, week: isoWeekOf(monday) }
  }

  async function open(member: string, week: IsoWeek) {
    const peer = await door.open(await door.signIn(member))
    const editing = await openTestEditing(peer, `week/${teamId}/${week}`)
    const days = editing.doc.getMap('days')
    return { peer, days }
  }

  /** Resolves when so many days of the week are on disk. */
  async function standing(week: IsoWeek, days: number): Promise<void> {
    const name = { kind: 'week', teamId, week } as const
    const count = async () => (await readPlannedWeek(door.space.storage.read, name)).length
    await expect.poll(count, poll).toBe(days)
  }

  test('[WEEK-02] each writes their own days, who manages the team all, nobody else any; others learn nothing of it', async () => {
    const { monday, week } = await ahead(4)
    const own = await open(daniel, week)
    own.days.set(`${daniel}/${monday}`, liked)
    await standing(week, 1)
    const manager = await open(ola, week)
    expect(manager.days.toJSON()).toEqual({ [`${daniel}/${monday}`]: liked })
    manager.days.set(`${elena}/${monday}`, { kind: 'home' })
    await standing(week, 2)
    own.days.set(`${elena}/${monday}`, liked)
    expect((await own.peer.hear('left')).code).toBe(4409)
    const again = await open(daniel, week)
    expect(again.days.get(`${elena}/${monday}`)).toEqual({ kind: 'home' })
    const stranger = await door.open(await door.signIn(hana))
    const document = `week/${teamId}/${week}`
    stranger.say({ type: 'edit', channel: 9, document, epoch: null })
    expect((await stranger.hear('left')).code).toBe(4403)
  })

  test('[WEEK-01] [WEEK-03] [WEEK-04] [WEEK-05] [L-12] [D-74] two who wrote apart are merged; sent as one, each day has its own answer, and what was taken back is not booked', async () => {
    const { catalogue, monday, week } = await ahead(5)
    const tuesday = addDays(monday, 1)
    const [ofDaniel, ofElena] = [await open(daniel, week), await open(elena, week)]
    ofDaniel.days.set(`${daniel}/${monday}`, liked)
    ofDaniel.days.set(`${daniel}/${tuesday}`, { kind: 'desk', resourceId: null })
    ofElena.days.set(`${elena}/${monday}`, liked)
    await standing(week, 3)
    const manager = await open(ola, week)
    expect(manager.days.size).toBe(3)
    const choice = (on: typeof monday, resourceId: typeof desk | null) =>
      must(
        choiceOfDay(catalogue, on, resourceId, toId('tier', 'tie_office-team'), door.space.now),
        'it is open',
      )
    const desks = [
      { memberId: daniel, on: monday, liked: desk, ...choice(monday, desk) },
      { memberId: daniel, on: tuesday, liked: null, ...choice(tuesday, null) },
      { memberId: elena, on: monday, liked: desk, ...choice(monday, desk) },
    ]
    // Taken back before it is settled, and after it was sent from a device that did not know.
    ofDaniel.days.delete(`${daniel}/${tuesday}`)
    await standing(week, 2)
    const body = { teamId, siteId: 'sit_harbour-loft', week, desks, payWith: 'team' }
    for (const who of [hana, daniel]) {
      const others = intentOf(door.space.now, 'week.send', body)
      await door.space.send(who, others)
      expect((await door.space.outcomeOf(others)).outcome).toMatchObject({
        refusal: { reason: 'not-allowed' },
      })
    }
    const wish = intentOf(door.space.now, 'week.send', body)
    await door.space.send(ola, wish)
    expect((await door.space.outcomeOf(wish)).outcome.kind).toBe('confirmed')
    const sent = (await held(door.space, `member/${elena}`))['team-weeks']?.[week]
    expect(sent).toMatchObject({
      sentBy: ola,
      days: [
        { memberId: daniel, on: monday, result: { kind: 'booked', resourceId: desk } },
        { memberId: daniel, on: tuesday, result: { kind: 'withdrawn' } },
        { memberId: elena, on: monday, result: { kind: 'refused' } },
      ],
    })
    const bookings = Object.values((await held(door.space, `member/${daniel}`))['bookings'] ?? {})
    expect(bookings).toContainEqual(
      expect.objectContaining({
        intentId: wish.id,
        madeBy: { memberId: ola, as: 'team' },
        resourceId: desk,
      }),
    )
    expect(await bytesOf(door.space, `member/${hana}`)).not.toContain('team-weeks')

    const second = intentOf(door.space.now, 'week.send', body)
    await door.space.send(ola, second)
    expect((await door.space.outcomeOf(second)).outcome).toMatchObject({
      refusal: { reason: 'week-sent' },
    })
    ofElena.days.set(`${elena}/${tuesday}`, liked)
    await ofElena.peer.hear('left')
    const late = await door.open(await door.signIn(elena))
    const document = `week/${teamId}/${week}`
    late.say({ type: 'edit', channel: 3, document, epoch: null })
    expect((await late.hear('left')).code).toBe(4403)
  })
})
