import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toId } from '../../values/ids.ts'
import { limits } from '../../values/limits.ts'
import { eventOf, tuesday } from './for-tests.ts'
import { type Rsvp, rsvpStates } from './rsvp.ts'
import { tellAttendees, toldText } from './tell-attendees.ts'

const event = eventOf()

function rsvp(handle: string, state: Rsvp['state']): Rsvp {
  const said = { eventId: event.id, memberId: toId('member', `mem_${handle}`), people: 1, state }
  return { ...said, askedAt: tuesday, order: 1, hasCome: false }
}

const facts = {
  ...{ event, toldToday: 0 },
  rsvps: [rsvp('ada', 'going'), rsvp('ben', 'waiting'), rsvp('eve', 'out')],
}
const text = 'Bring a cup.'
const now = tuesday

test('[EVENT-15] [C-02] those who come are told, or those who wait, or both, and who stays away is not', () => {
  const told = (audience: 'going' | 'waiting' | 'both') => {
    const decision = tellAttendees({ audience, text }, facts, now)
    return decision.kind === 'told' ? decision.to : decision.refusal
  }
  expect(told('going')).toEqual(['mem_ada'])
  expect(told('waiting')).toEqual(['mem_ben'])
  expect(told('both')).toEqual(['mem_ada', 'mem_ben'])
})

test('[EVENT-15] nobody is told of what is over, called off or unknown, without words, or too often', () => {
  const why = (more: object, said = text) => {
    const decision = tellAttendees({ audience: 'both', text: said }, { ...facts, ...more }, now)
    return decision.kind === 'refused' ? decision.refusal : null
  }
  expect(why({ event: null })).toEqual({ reason: 'unknown-event' })
  expect(why({ event: { ...event, isCalledOff: true } })).toEqual({ reason: 'event-over' })
  expect(why({ event: { ...event, endsAt: now } })).toEqual({ reason: 'event-over' })
  expect(why({}, ' \u202e\n ')).toEqual({ reason: 'malformed' })
  expect(why({ rsvps: [rsvp('eve', 'out')] })).toEqual({ reason: 'nobody-comes' })
  const max = limits.eventTellingsPerDayMax
  expect(why({ toldToday: max })).toEqual({ reason: 'told-often', max })
  expect(why({ toldToday: max - 1 })).toBeNull()
})

test('[EVENT-15] each of an audience is told once, whoever else is there', () => {
  const states = fc.array(fc.constantFrom(...Object.values(rsvpStates)), { maxLength: 20 })
  fc.assert(
    fc.property(states, fc.constantFrom('going', 'waiting', 'both'), (all, audience) => {
      const rsvps = all.map((state, index) => rsvp(`m${index}`, state))
      const decision = tellAttendees({ audience, text }, { ...facts, rsvps }, now)
      const to = decision.kind === 'told' ? decision.to : []
      const wanted = rsvps.filter(({ state }) =>
        audience === 'both' ? state !== 'out' : state === audience,
      )
      expect(to).toEqual(wanted.map(({ memberId }) => memberId))
    }),
    { numRuns: 50 },
  )
  expect(toldText(' Come in.\u202e ')).toBe('Come in.')
})
