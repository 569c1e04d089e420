import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { toId } from '../../values/ids.ts'
import { toInstant } from '../../values/instant.ts'
import { type IsoWeek, toLocalDate } from '../../values/local-date.ts'
import { ada, desk1, desk2, harbour, noDistance, wish } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import type { SettleFacts } from '../settle.ts'
import type { Intent } from '../wishes/intent.ts'
import type { SentDesk } from '../wishes/team-requests.ts'
import { choiceOfDay } from './day-choice.ts'
import { northId, ola } from './for-tests.ts'
import { settleWeek } from './settle-week.ts'
import { dayKey, type PlannedDay, readWeek } from './week.ts'

const week = '2026-W49' as IsoWeek
const monday = toLocalDate('2026-11-30')
const tuesday = toLocalDate('2026-12-01')
const now = toInstant(Date.UTC(2026, 10, 24, 8))
const kim = { ...ada, id: toId('member', 'mem_kim'), name: 'Kim', teamId: northId }
const lou = { ...kim, id: toId('member', 'mem_lou'), name: 'Lou' }
const madeBy = { memberId: ola.memberId, as: 'team' } as const

const facts: SettleFacts = {
  ...{ catalogue: harbour, member: kim, occupied: [], ownBookings: [] },
  ...{ distance: noDistance, wallet: emptyWallet, madeBy },
}
const people = new Map([
  [kim.id, facts],
  [lou.id, { ...facts, member: lou }],
])

function desk(
  memberId: typeof kim.id,
  on = monday,
  liked: typeof desk1.id | null = null,
): SentDesk {
  const found = choiceOfDay(harbour, on, liked, kim.tierId, now)
  if (found === null) throw new Error('It is open')
  return { memberId, on, liked, ...found }
}

const planned = ({ memberId, on, liked }: SentDesk): PlannedDay => {
  return { memberId, on, wish: { kind: 'desk', resourceId: liked } }
}

function send(desks: readonly SentDesk[], standing: readonly PlannedDay[] = desks.map(planned)) {
  const body = { teamId: northId, siteId: harbour.site.id, week, desks, payWith: 'team' }
  const intent = {
    ...wish(desk1, { startsAt: now, endsAt: toInstant(now + 1) }),
    kind: 'week.send',
    body,
  }
  const decision = settleWeek(
    intent as unknown as Intent<'week.send'>, // as a test says it
    { planned: standing, people },
    ola.memberId,
    now,
  )
  return { ...decision, results: decision.sent.days.map(({ result }) => result) }
}

test('[WEEK-03] [D-74] each day is decided in the order written: of two who like the same desk the first has it', () => {
  const { results, bookings } = send([
    desk(kim.id, monday, desk1.id),
    desk(lou.id, monday, desk1.id),
  ])
  expect(results).toMatchObject([
    { kind: 'booked', resourceId: desk1.id },
    { kind: 'refused', refusal: { reason: 'booked' } },
  ])
  expect(bookings).toMatchObject([{ memberId: kim.id, madeBy }])
  const [, no] = results
  if (no?.kind !== 'refused') throw new Error()
  expect(no.alternatives.map(({ choice }) => choice.resourceId)).toContain(desk2.id)
})

test('[WEEK-03] who likes no desk in particular has any that is free', () => {
  const { results } = send([desk(kim.id, monday, desk1.id), desk(lou.id)])
  expect(results.map(({ kind }) => kind)).toEqual(['booked', 'booked'])
})

test('[WEEK-04] [D-74] nothing is booked for who took it back before it was sent, nor of what nobody who sent it had seen', () => {
  const [kims, lous] = [desk(kim.id), desk(lou.id)]
  expect(send([kims, lous], [planned(lous)])).toMatchObject({
    results: [{ kind: 'withdrawn' }, { kind: 'booked' }],
    bookings: [{ memberId: lou.id }],
  })
  const home: PlannedDay = { memberId: kim.id, on: monday, wish: { kind: 'home' } }
  expect(send([kims], [home]).results).toMatchObject([{ kind: 'withdrawn' }])
  const other = { ...planned(kims), wish: { kind: 'desk', resourceId: desk2.id } } as const
  expect(send([kims], [other])).toMatchObject({ results: [{ kind: 'withdrawn' }], bookings: [] })
  expect(send([], [planned(lous), home]).results).toMatchObject([
    { kind: 'late' },
    { kind: 'home' },
  ])
  const gone = desk(toId('member', 'mem_gone'))
  expect(send([gone]).results).toMatchObject([{ kind: 'withdrawn' }])
})

const days = fc.constantFrom(monday, tuesday, toLocalDate('2026-12-04'))
const wishes = fc.constantFrom(
  { kind: 'home' },
  { kind: 'office' },
  { kind: 'desk', resourceId: null },
  { kind: 'desk', resourceId: desk1.id },
)
const edits = fc.array(fc.tuple(days, fc.option(wishes)), { maxLength: 12 })

test('[WEEK-01] two who were apart merge to the same week, whoever is heard first, and what is said of a day stands as it was said', () => {
  fc.assert(
    fc.property(edits, edits, (ofKim, ofLou) => {
      const docs = [new Y.Doc(), new Y.Doc()] as const
      const said = [ofKim, ofLou] as const
      for (const [index, { id }] of [kim, lou].entries()) {
        const map = docs[index === 0 ? 0 : 1].getMap('days')
        for (const [on, wished] of said[index === 0 ? 0 : 1]) {
          if (wished === null) map.delete(dayKey(id, on))
          else map.set(dayKey(id, on), wished)
        }
      }
      const alone = docs.map((doc) => readWeek(week, doc.getMap('days').toJSON()) ?? [])
      const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc))
      for (const update of updates) for (const doc of docs) Y.applyUpdate(doc, update)
      const [one, other] = docs.map((doc) => readWeek(week, doc.getMap('days').toJSON()))
      expect(one).toEqual(other)
      expect(one).toEqual(alone.flat())
    }),
    { numRuns: 60 },
  )
})

test('[WEEK-02] nothing but days of that week may stand in it', () => {
  const key = dayKey(kim.id, monday)
  expect(readWeek(week, { [key]: { kind: 'office' } })).toHaveLength(1)
  for (const wrong of [
    { [key]: { kind: 'office', resourceId: desk1.id } },
    { [key]: { kind: 'desk' } },
    { [key]: { kind: 'desk', resourceId: 'res' } },
    { [key]: { kind: 'home', more: true } },
    { [key]: 'home' },
    { [dayKey(kim.id, toLocalDate('2026-12-07'))]: { kind: 'home' } },
    { [`${key}/1`]: { kind: 'home' } },
    { mem_kim: { kind: 'home' } },
  ]) {
    expect(readWeek(week, wrong)).toBeNull()
  }
})
