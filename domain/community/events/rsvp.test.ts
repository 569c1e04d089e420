import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harbour } from '../../bookings/for-tests.ts'
import { type MemberId, toId } from '../../values/ids.ts'
import { type Instant, toInstant } from '../../values/instant.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { type CommunityEvent, callOff, saveEvent } from './event.ts'
import { breakfast, eventOf, tuesday } from './for-tests.ts'
import { answer, goingOf, type Rsvp, roomOf, waitingOf } from './rsvp.ts'

const member = (name: string) => toId('member', `mem_${name}`)

/** What everybody's word is after that. */
function say(
  event: CommunityEvent,
  rsvps: readonly Rsvp[],
  [name, people]: readonly [string, number],
  now: Instant = tuesday,
): readonly Rsvp[] {
  const decision = answer(event, rsvps, { memberId: member(name), people }, now)
  if (decision.kind === 'refused') throw new Error(`refused: ${decision.refusal.reason}`)
  return merged(rsvps, decision.rsvps)
}

function merged(rsvps: readonly Rsvp[], changed: readonly Rsvp[]): readonly Rsvp[] {
  const all = new Map<MemberId, Rsvp>([...rsvps, ...changed].map((one) => [one.memberId, one]))
  return [...all.values()]
}

const stateOf = (rsvps: readonly Rsvp[], name: string) =>
  rsvps.find(({ memberId }) => memberId === member(name))?.state

test('[EVENT-01] [C-02] [C-03] whoever finds room comes, beyond it one waits, and the first of those comes in when somebody stays away', () => {
  const event = eventOf()
  let all: readonly Rsvp[] = []
  for (const name of ['ada', 'ben', 'cem', 'dev', 'eva']) all = say(event, all, [name, 1])
  expect(all.map(({ state }) => state)).toEqual(['going', 'going', 'going', 'waiting', 'waiting'])
  all = say(event, all, ['ben', 0])
  expect(['ben', 'dev', 'eva'].map((name) => stateOf(all, name))).toEqual([
    ...['out', 'going', 'waiting'],
  ])
})

test('[EVENT-02] a party too large for what is free keeps its place and lets the next one pass', () => {
  const event = eventOf()
  let all = say(event, say(event, [], ['ada', 2]), ['ben', 3])
  all = say(event, all, ['cem', 1])
  expect(['ada', 'ben', 'cem'].map((name) => stateOf(all, name))).toEqual([
    ...['going', 'waiting', 'going'],
  ])
  all = say(event, say(event, all, ['cem', 0]), ['ada', 0])
  expect(stateOf(all, 'ben')).toBe('going')
})

test('[EVENT-03] whoever has a place never loses it by asking for more, and keeps it with fewer', () => {
  const event = eventOf()
  const all = say(event, say(event, [], ['ada', 1]), ['ben', 2])
  const more = answer(event, all, { memberId: member('ada'), people: 3 }, tuesday)
  expect(more).toEqual({ kind: 'refused', refusal: { reason: 'event-full', left: 1 } })
  const fewer = say(event, all, ['ben', 1])
  expect(fewer.find(({ memberId }) => memberId === member('ben'))).toMatchObject({
    ...{ state: 'going', people: 1 },
  })
})

test('[EVENT-04] nobody comes to what is over, called off or unknown, brings more than they may, or says the same twice', () => {
  const event = eventOf()
  const one = { memberId: member('ada'), people: 1 }
  const reasonOf = (decision: ReturnType<typeof answer>) =>
    decision.kind === 'refused' ? decision.refusal.reason : 'answered'
  const off = callOff(event, tuesday)
  const calledOff = off.kind === 'saved' ? off.event : event
  expect(reasonOf(answer(null, [], one, tuesday))).toBe('unknown-event')
  expect(reasonOf(answer(event, [], one, event.endsAt))).toBe('event-over')
  expect(reasonOf(answer(event, [], one, toInstant(event.endsAt - 1)))).toBe('answered')
  expect(reasonOf(answer(calledOff, [], one, tuesday))).toBe('event-over')
  expect(reasonOf(answer(event, [], { ...one, people: 4 }, tuesday))).toBe('too-many-guests')
  expect(reasonOf(answer(event, say(event, [], ['ada', 1]), one, tuesday))).toBe('unchanged')
  expect(reasonOf(answer(event, [], { ...one, people: 0 }, tuesday))).toBe('unchanged')
})

test('[EVENT-05] more room lets in who waits; less room than was promised is refused', () => {
  const event = eventOf()
  let rsvps: readonly Rsvp[] = []
  for (const name of ['ada', 'ben', 'cem', 'dev']) rsvps = say(event, rsvps, [name, 1])
  const facts = { catalogue: harbour, before: event, rsvps, ahead: 1 }
  expect(saveEvent({ ...breakfast, capacity: 2 }, 1, facts, tuesday)).toEqual({
    kind: 'refused',
    refusal: { reason: 'event-promised', going: 3 },
  })
  expect(saveEvent({ ...breakfast, capacity: null }, 1, facts, tuesday)).toMatchObject({
    event: { revision: 2 },
    rsvps: [{ memberId: member('dev'), state: 'going' }],
  })
  expect(saveEvent(breakfast, 0, facts, tuesday)).toMatchObject({
    refusal: { reason: 'setting-changed' },
  })
})

test('[EVENT-06] an event that ends at midnight or later ends on the next day, at the location’s own time', () => {
  const late = eventOf({ startMinute: 1_200, endMinute: 60 })
  expect(late.endsAt - late.startsAt).toBe(5 * 3_600_000)
  const whenClocksGoBack = { date: toLocalDate('2026-10-25'), startMinute: 60, endMinute: 240 }
  const longer = eventOf(whenClocksGoBack, toInstant(Date.UTC(2026, 9, 1)))
  expect(longer.endsAt - longer.startsAt).toBe(4 * 3_600_000)
})

test('[EVENT-01] [EVENT-02] [EVENT-03] whatever people say in whatever order, no more are promised a place than there are, and nobody waits who fits', () => {
  const said = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), fc.nat(3)), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(said, fc.integer({ min: 1, max: 6 }), (words, capacity) => {
      const event = eventOf({ capacity })
      let all: readonly Rsvp[] = []
      for (const [at, [name, people]] of words.entries()) {
        const before = stateOf(all, name)
        const now = toInstant(tuesday + at)
        const decision = answer(event, all, { memberId: member(name), people }, now)
        if (decision.kind === 'refused') continue
        all = merged(all, decision.rsvps)
        if (before === 'going' && people > 0) expect(stateOf(all, name)).toBe('going')
        expect(goingOf(all)).toBeLessThanOrEqual(capacity)
        const room = roomOf(event, all)
        for (const waiting of waitingOf(all)) expect(waiting.people).toBeGreaterThan(room)
        for (const one of all) expect(one.people === 0).toBe(one.state === 'out')
      }
    }),
  )
})
