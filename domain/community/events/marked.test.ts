import { expect, test } from 'vitest'
import type { OwnIntent } from '../../bookings/booking-view.ts'
import { wishOf } from '../../bookings/wishes/for-tests.ts'
import { type MemberId, toId } from '../../values/ids.ts'
import { toInstant } from '../../values/instant.ts'
import type { Attendee } from './happening-sections.ts'
import { asMarked } from './marked.ts'

const [siteId, eventId] = [toId('site', 'sit_1'), toId('event', 'evt_1')]
const [ada, ben] = [toId('member', 'mem_ada'), toId('member', 'mem_ben')]

const attendee = (memberId: MemberId, name: string, hasCome = false) =>
  ({
    memberId,
    eventId,
    name,
    hasCome,
    state: 'going',
    askedAt: toInstant(Date.UTC(2026, 10, 24)),
  }) as Attendee // as much as is looked at
const all = [attendee(ada, 'Ada'), attendee(ben, 'Ben', true)]

const mark = (memberId: MemberId, hasCome: boolean, seq: number, state: OwnIntent['state']) =>
  wishOf('attendance.mark', { siteId, eventId, memberId, hasCome }, seq, state)

test('[EVENT-17] what was marked here stands on the list at once, the last mark of each', () => {
  const intents = [
    mark(ada, true, 1, 'saved'),
    mark(ben, false, 2, 'received'),
    mark(ben, true, 3, 'saved'),
    mark(ada, false, 4, 'settled'),
  ]
  const marked = asMarked(all, intents, eventId)
  expect(marked.attendees.map(({ hasCome }) => hasCome)).toEqual([true, true])
  expect(marked).toMatchObject({ waiting: 3, notDone: [] })
  expect(asMarked(all, intents, toId('event', 'evt_2'))).toMatchObject({
    attendees: all,
    waiting: 0,
  })
})

test('[EVENT-17] what the space said no to is told with who it was about; what was so already is not', () => {
  const body = { siteId, eventId, memberId: ada, hasCome: true }
  const no = wishOf('attendance.mark', body, 1, 'settled', { reason: 'unknown-event' })
  const same = wishOf('attendance.mark', body, 2, 'settled', { reason: 'unchanged' })
  const late = mark(ben, false, 3, 'expired')
  const { notDone, attendees, waiting } = asMarked(all, [no, same, late], eventId)
  expect(notDone).toEqual([
    { id: no.intent.id, name: 'Ada', refusal: { reason: 'unknown-event' } },
    { id: late.intent.id, name: 'Ben', refusal: null },
  ])
  expect({ attendees, waiting }).toEqual({ attendees: all, waiting: 0 })
})
