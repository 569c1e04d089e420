import fc from 'fast-check'
import { expect, test } from 'vitest'
import { closureInterval } from '../sites/open-time.ts'
import { toId } from '../values/ids.ts'
import { HOUR_MS, toInstant } from '../values/instant.ts'
import { limits } from '../values/limits.ts'
import { toLocalDate } from '../values/local-date.ts'
import { toWallTime } from '../values/zone.ts'
import { assign, handOn, note, reply, setState } from './change-ticket.ts'
import { ada, changed, desk, jo, mara, opened, question, tuesday } from './for-tests.ts'
import { openTicket } from './open-ticket.ts'
import { inOrderOfNeed, isOverdue, unassigned } from './queue.ts'
import { replyDue } from './reply-due.ts'
import type { Ticket } from './ticket.ts'

const member = { by: ada, isOfTeam: false }
const team = { by: mara, isOfTeam: true }
const later = toInstant(tuesday + HOUR_MS)
const said = (text: string) => ({ text, photos: [], via: 'app' as const })

test('[SUPPORT-01] [T-01] a question opens a ticket with its first entry and no number yet', () => {
  const { ticket, entries } = changed(openTicket(question, desk, tuesday))
  expect(ticket).toMatchObject({ number: 0, state: 'open', assignedTo: null, entries: 1 })
  expect(entries).toMatchObject([{ n: 1, kind: 'said', by: ada, isOfTeam: false }])
})

test('[SUPPORT-01] [T-03] staff log one for a member: it is the member’s, and says who logged it', () => {
  const logged = { ...question, via: 'staff' as const, loggedBy: mara }
  const { ticket, entries } = changed(openTicket(logged, desk, tuesday))
  expect(ticket).toMatchObject({ memberId: ada, via: 'staff' })
  expect(entries[0]).toMatchObject({ by: mara, isOfTeam: true })
})

test('[SUPPORT-02] the team’s first word answers it, makes it In progress and gives it to who said it', () => {
  const first = changed(reply(opened(), team, said('On my way'), later))
  expect(first.ticket).toMatchObject({ state: 'in-progress', repliedAt: later, assignedTo: mara })
  expect(first.entries.map(({ kind }) => kind)).toEqual(['said', 'state', 'assigned'])
  const second = changed(reply(first.ticket, { by: jo, isOfTeam: true }, said('Done?'), later))
  expect(second.ticket).toMatchObject({ assignedTo: mara, repliedAt: later })
  expect(second.entries.map(({ kind }) => kind)).toEqual(['said'])
})

test('[SUPPORT-02] [T-02] a member resolves and opens again; that somebody works on it is the team’s to say', () => {
  const open = opened()
  expect(setState(open, member, 'in-progress', later)).toMatchObject({ kind: 'refused' })
  expect(changed(setState(open, team, 'in-progress', later)).ticket.state).toBe('in-progress')
  const done = changed(setState(open, member, 'resolved', later)).ticket
  expect(changed(setState(done, member, 'open', later)).ticket.state).toBe('open')
  const again = changed(reply(done, member, said('It flickers again'), later))
  expect(again.ticket.state).toBe('open')
  expect(again.entries.map(({ kind }) => kind)).toEqual(['said', 'state'])
  const thanks = changed(reply(done, team, said('Glad to hear'), later)).ticket
  expect(thanks.state).toBe('resolved')
  expect(setState(open, member, 'open', later)).toEqual({
    kind: 'refused',
    refusal: { reason: 'unchanged' },
  })
})

test('[SUPPORT-03] [T-07] of two of the team who take it, the second is told', () => {
  const taken = changed(assign(opened(), team, { from: null, to: mara }, later)).ticket
  expect(assign(taken, { by: jo, isOfTeam: true }, { from: null, to: jo }, later)).toEqual({
    kind: 'refused',
    refusal: { reason: 'ticket-taken' },
  })
  expect(changed(assign(taken, team, { from: mara, to: jo }, later)).ticket.assignedTo).toBe(jo)
  expect(assign(opened(), member, { from: null, to: ada }, later)).toMatchObject({
    refusal: { reason: 'not-allowed' },
  })
  expect(note(opened(), member, 'psst', later)).toMatchObject({ kind: 'refused' })
})

test('[SUPPORT-05] on their own ticket staff are its member; on anybody else’s only staff of the location have a hand', () => {
  const ticket = opened()
  expect(handOn(ticket, { id: ada, isStaffHere: true })).toEqual(member)
  expect(handOn(ticket, { id: mara, isStaffHere: true })).toEqual(team)
  expect(handOn(ticket, { id: jo, isStaffHere: false })).toBeNull()
})

const wall = (at: number) => {
  const { date, minute } = toWallTime(desk.catalogue.zone, toInstant(at))
  return `${date} ${minute / 60}`
}

test('[SUPPORT-06] an answer is due after opening hours alone, over nights, weekends and closures', () => {
  const { catalogue } = desk
  const weekdays = [{ opens: 8 * 60, closes: 18 * 60 }]
  const site = {
    ...catalogue.site,
    hours: [weekdays, weekdays, weekdays, weekdays, weekdays, [], []] as const,
  }
  const office = { ...catalogue, site, closures: [] }
  const ask = (date: string, hour: number) =>
    toInstant(Date.parse(`${date}T${String(hour).padStart(2, '0')}:00:00Z`) - HOUR_MS)
  expect(wall(replyDue(office, ask('2026-11-24', 9), 4))).toBe('2026-11-24 13')
  expect(wall(replyDue(office, ask('2026-11-24', 16), 4))).toBe('2026-11-25 10')
  expect(wall(replyDue(office, ask('2026-11-27', 17), 4))).toBe('2026-11-30 11')
  expect(wall(replyDue(office, ask('2026-11-28', 12), 4))).toBe('2026-11-30 12')
  const closure = {
    id: toId('closure', 'clo_1'),
    eventId: null,
    name: 'Works',
    resourceIds: null,
    from: { date: toLocalDate('2026-11-30'), minute: 0 },
    until: { date: toLocalDate('2026-12-01'), minute: 0 },
  }
  const closed = { ...office, closures: [closure] }
  expect(closureInterval(closed, closure).startsAt).toBeGreaterThan(tuesday)
  expect(wall(replyDue(closed, ask('2026-11-27', 17), 4))).toBe('2026-12-01 11')
  const never = { ...office, site: { ...site, hours: [[], [], [], [], [], [], []] as const } }
  expect(replyDue(never, tuesday, 4)).toBe(tuesday + 4 * HOUR_MS)
})

test('[SUPPORT-06] more hours are never due earlier, and no answer is due before it was asked for', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 14 * 24 }),
      fc.integer({ min: 1, max: limits.replyHoursMax - 1 }),
      (hour, hours) => {
        const askedAt = toInstant(tuesday + hour * HOUR_MS)
        const due = replyDue(desk.catalogue, askedAt, hours)
        expect(due).toBeGreaterThanOrEqual(askedAt + hours * HOUR_MS)
        expect(replyDue(desk.catalogue, askedAt, hours + 1)).toBeGreaterThan(due)
      },
    ),
    { numRuns: 60 },
  )
})

test('[SUPPORT-06] what is over its time comes first, then what is due next, then what is worked on', () => {
  const at = (id: string, more: Partial<Ticket>): Ticket => ({
    ...opened({ id: toId('ticket', `tkt_${id}`) }),
    ...more,
  })
  const over = at('over', { replyBy: toInstant(tuesday - HOUR_MS) })
  const next = at('next', { replyBy: toInstant(tuesday + HOUR_MS) })
  const fresh = at('fresh', { replyBy: toInstant(tuesday + 3 * HOUR_MS) })
  const worked = at('worked', { repliedAt: tuesday, state: 'in-progress', assignedTo: mara })
  const done = at('done', { state: 'resolved' })
  const sorted = inOrderOfNeed([done, worked, fresh, over, next])
  expect(sorted.map(({ id }) => id)).toEqual([over, next, fresh, worked, done].map(({ id }) => id))
  expect(sorted.filter((one) => isOverdue(one, tuesday))).toEqual([over])
  expect(unassigned(sorted)).toEqual([over, next, fresh])
})

test('[SUPPORT-07] [T-08] a known problem answers whoever reports it again', () => {
  const resourceId = toId('resource', 'res_desk-1')
  const outage = {
    ...{ id: toId('outage', 'out_1'), siteId: desk.catalogue.site.id, since: tuesday },
    ...{ resourceIds: [resourceId], text: 'The lamps are being replaced.', endedAt: null },
  }
  const about = { ...question.about, resourceId }
  const known = { ...desk, outages: [outage] }
  const { ticket, entries } = changed(openTicket({ ...question, about }, known, tuesday))
  expect(ticket).toMatchObject({ outageId: outage.id, state: 'in-progress', repliedAt: tuesday })
  expect(entries[1]).toMatchObject({ kind: 'said', by: null, text: outage.text })
  expect(changed(openTicket(question, known, tuesday)).ticket.outageId).toBeNull()
})

test('[SUPPORT-08] too many open tickets and too long a ticket are refused; one that is resolved may be opened again', () => {
  const full = { ...desk, openCount: limits.openTicketsMax }
  expect(openTicket(question, full, tuesday)).toMatchObject({
    refusal: { reason: 'too-many-tickets' },
  })
  const long = { ...opened(), entries: limits.ticketEntriesMax }
  expect(reply(long, team, said('more'), later)).toMatchObject({
    refusal: { reason: 'ticket-full' },
  })
})
