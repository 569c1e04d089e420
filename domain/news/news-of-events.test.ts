import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harbour } from '../bookings/for-tests.ts'
import { type CommunityEvent, callOff, saveEvent } from '../community/events/event.ts'
import { breakfast, eventOf, tuesday } from '../community/events/for-tests.ts'
import { answer, type Rsvp } from '../community/events/rsvp.ts'
import { toId } from '../values/ids.ts'
import { addMinutes, HOUR_MS, type Instant } from '../values/instant.ts'
import { addDays } from '../values/local-date.ts'
import { toWallTime } from '../values/zone.ts'
import { newsKey } from './news-key.ts'
import { newsOfEvents } from './news-of-events.ts'
import { dueEventReminder, remindersOfEvent } from './reminders.ts'

const [ada, ben, chi] = ['ada', 'ben', 'chi'].map((name) => toId('member', `mem_${name}`))
const people = [ada, ben, chi].flatMap((id) => id ?? [])
const small = eventOf({ capacity: 1, guestsMax: 0 })

/** What is written when each of them says so, one after the other, and who is told what. */
function said(event: CommunityEvent, ...words: readonly (readonly [number, number])[]) {
  let rsvps: readonly Rsvp[] = []
  const told: string[] = []
  for (const [who, count] of words) {
    const memberId = people[who]
    if (memberId === undefined) continue
    const decision = answer(event, rsvps, { memberId, people: count }, tuesday)
    if (decision.kind === 'refused') continue
    const { siteId } = event
    const changes = decision.rsvps.map((rsvp) => ({ rsvp, siteId, actor: memberId }))
    for (const { memberId: reader, news } of newsOfEvents([], changes)) {
      told.push(`${reader} ${news.kind} ${newsKey(news)}`)
    }
    const changed = new Set(decision.rsvps.map((one) => one.memberId))
    rsvps = [...rsvps.filter((one) => !changed.has(one.memberId)), ...decision.rsvps]
  }
  return { rsvps, told: told.map((line) => line.split(' ').slice(0, 2).join(' ')), keys: told }
}

test('[NEWS-21] [N-12] who comes, who waits and who comes in is told, and who stays away is not', () => {
  expect(said(small, [0, 1], [1, 1], [0, 0]).told).toEqual([
    'mem_ada event-going',
    'mem_ben event-waiting',
    'mem_ben event-came-in',
  ])
})

test('[NEWS-21] whoever asks anew is told anew, and whoever only brings one more or was there is not', () => {
  const large = eventOf({ capacity: null })
  const keys = (...words: readonly (readonly [number, number])[]) =>
    new Set(said(large, ...words).keys).size
  expect(keys([0, 1], [0, 2])).toBe(1)
  expect(keys([0, 1], [0, 0], [0, 1])).toBe(2)
})

const saved = (before: CommunityEvent, more: object) => {
  const facts = { catalogue: harbour, before, rsvps: [], ahead: 1 }
  const decision = saveEvent({ ...breakfast, ...more }, before.revision, facts, tuesday)
  return decision.kind === 'saved' ? decision.event : before
}

test('[NEWS-21] [N-12] moved and called off is told to who comes or waits; other words are not', () => {
  const { rsvps } = said(small, [0, 1], [1, 1], [2, 1], [2, 0])
  const off = callOff(small, tuesday)
  const told = (event: CommunityEvent) =>
    newsOfEvents([{ event, before: small, rsvps }], []).map(
      ({ memberId, news }) => `${memberId} ${news.kind}`,
    )
  const kept = { capacity: 1, guestsMax: 0 }
  expect(told(saved(small, { ...kept, startMinute: 600, endMinute: 660 })).sort()).toEqual([
    'mem_ada event-moved',
    'mem_ben event-moved',
  ])
  expect(told(saved(small, { ...kept, where: 'Roof' }))).toHaveLength(2)
  expect(told(saved(small, { ...kept, title: 'Brunch' }))).toEqual([])
  expect(told(off.kind === 'saved' ? off.event : small).sort()).toEqual([
    'mem_ada event-off',
    'mem_ben event-off',
  ])
  expect(newsOfEvents([{ event: small, before: null, rsvps }], [])).toEqual([])
})

const step = fc.record({
  afterMinutes: fc.integer({ min: 0, max: 3_000 }),
  what: fc.oneof(
    fc.record({ days: fc.integer({ min: 0, max: 3 }), minute: fc.integer({ min: 0, max: 1_380 }) }),
    fc.constant('off' as const),
  ),
})

/** As the server does it: each saving writes its jobs, and each job looks at the event that stands when it is due. */
function reminded(start: CommunityEvent, begun: Instant, steps: readonly StepOf[]) {
  const { zone } = harbour
  const states = [{ at: begun, event: start }]
  let now = begun
  for (const { afterMinutes, what } of steps) {
    now = addMinutes(now, afterMinutes)
    const before = states.at(-1)?.event ?? start
    const facts = { catalogue: harbour, before, rsvps: [], ahead: 1 }
    const decision =
      what === 'off'
        ? callOff(before, now)
        : saveEvent(
            {
              ...before,
              ...{ date: addDays(start.date, what.days), startMinute: what.minute },
              endMinute: what.minute + 60,
            },
            before.revision,
            facts,
            now,
          )
    if (decision.kind === 'saved') states.push({ at: now, event: decision.event })
  }
  const jobs = new Map<string, { at: Instant; lead: 'hour' | 'day'; startsAt: Instant }>()
  for (const { at, event } of states) {
    for (const one of remindersOfEvent(event, zone, at)) {
      const key = `${event.startsAt} ${one.lead}`
      if (!jobs.has(key)) jobs.set(key, { ...one, startsAt: event.startsAt })
    }
  }
  const standing = (at: Instant) => states.findLast((one) => one.at <= at)?.event ?? start
  return [...jobs.values()].flatMap((job) => {
    const event = standing(job.at)
    const news = dueEventReminder(event, job, { reminders: null }, job.at)
    return news === null ? [] : [{ ...job, event, key: newsKey(news) }]
  })
}

type StepOf = typeof step extends fc.Arbitrary<infer One> ? One : never

test('[NEWS-22] [C-04] through moves, calling off and clock changes each reminder is of the event that stands, at its time, once', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('2026-11-26', '2026-10-25', '2027-03-28'),
      fc.integer({ min: 0, max: 1_380 }),
      fc.array(step, { maxLength: 5 }),
      (date, minute, steps) => {
        const begun = addMinutes(tuesday, -60 * 24 * 60)
        const text = { date: date as CommunityEvent['date'], startMinute: minute } // written as one
        const event = eventOf({ ...text, endMinute: minute + 60 }, begun)
        const told = reminded(event, begun, steps)
        for (const { at, lead, event: stands } of told) {
          expect(stands.isCalledOff).toBe(false)
          if (lead === 'hour') expect(stands.startsAt - at).toBe(HOUR_MS)
          else expect(toWallTime(harbour.zone, at).date).toBe(addDays(stands.date, -1))
        }
        expect(new Set(told.map(({ key }) => key)).size).toBe(told.length)
      },
    ),
    { numRuns: 60 },
  )
})

test('[NEWS-22] [C-04] both are usual, and what a member chose counts', () => {
  const leads = (reminders: 'hour' | 'day' | 'both' | 'none' | null) =>
    (['day', 'hour'] as const).filter(
      (lead) =>
        dueEventReminder(small, { lead, startsAt: small.startsAt }, { reminders }, tuesday) !==
        null,
    )
  expect(leads(null)).toEqual(['day', 'hour'])
  expect(leads('hour')).toEqual(['hour'])
  expect(leads('none')).toEqual([])
})
