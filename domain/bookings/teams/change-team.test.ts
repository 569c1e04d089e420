import { expect, test } from 'vitest'
import { noTeamLimits } from '../../memberships/team-limits.ts'
import { toId } from '../../values/ids.ts'
import { toInstant } from '../../values/instant.ts'
import { money } from '../../values/money.ts'
import { ada, desk1, harbour, noDistance, room, span, wish } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { settle } from '../settle.ts'
import type { Intent } from '../wishes/intent.ts'
import type { TeamBodies } from '../wishes/team-requests.ts'
import { asTeam } from './as-team.ts'
import {
  answerInvitation,
  invite,
  limitPerson,
  mayManageTeam,
  removePerson,
  saveTeam,
  setManager,
} from './change-team.ts'
import { north, northId, northStory, ola } from './for-tests.ts'

const now = toInstant(Date.UTC(2026, 10, 24, 8))
const olaActor = { ...ada, id: ola.memberId, role: 'team-manager', teamId: northId } as const
const kim = { ...ada, id: toId('member', 'mem_kim'), email: 'kim@nord.example' }
const newcomer = toId('member', 'mem_newcomer')

function intent<Kind extends keyof TeamBodies>(kind: Kind, body: object): Intent<Kind> {
  return { ...wish(desk1, span('2026-11-26', 540, 600)), kind, body } as unknown as Intent<Kind> // as a test says it
}

const ask = (email: string) => intent('team.invite', { teamId: northId, email, name: 'Kim' })

test('[TEAM-01] [A-07] who manages it decides, and managers of its location; nobody else', () => {
  expect(mayManageTeam(olaActor, north)).toBe(true)
  expect(mayManageTeam({ ...olaActor, teamId: toId('team', 'tea_south') }, north)).toBe(false)
  expect(mayManageTeam({ ...ada, teamId: northId }, north)).toBe(false)
  expect(mayManageTeam({ ...ada, role: 'manager' }, north)).toBe(true)
  expect(mayManageTeam({ ...ada, role: 'manager', siteIds: [] }, north)).toBe(false)
  expect(mayManageTeam({ ...ada, role: 'front-desk' }, north)).toBe(false)
})

test('[TEAM-02] a stranger comes to the team at once, a member is asked', () => {
  const stranger = invite(ask('kim@nord.example'), northStory, null, newcomer, olaActor, now)
  expect(stranger).toMatchObject({ facts: [{ kind: 'team-newcomer', memberId: newcomer }] })
  const asked = invite(ask(kim.email), northStory, kim, newcomer, olaActor, now)
  expect(asked).toMatchObject({ facts: [{ kind: 'team-invitation' }] })
  if (asked.kind !== 'done' || asked.facts[0]?.kind !== 'team-invitation') throw new Error()
  const invitations = [asked.facts[0].invitation]
  const story = { ...northStory, invitations }
  const yes = intent('team.answer', { teamId: northId, accepts: true })
  const answered = answerInvitation(yes, story, kim)
  expect(answered).toMatchObject({
    facts: [
      { kind: 'team-invitation-over' },
      { kind: 'team-person', memberId: kim.id, teamId: northId, tierId: kim.tierId },
    ],
  })
  expect(answerInvitation(yes, northStory, kim)).toMatchObject({
    refusal: { reason: 'not-invited' },
  })
  const elsewhere = { ...kim, teamId: toId('team', 'tea_south') }
  expect(answerInvitation(yes, story, elsewhere)).toMatchObject({
    refusal: { reason: 'in-another-team' },
  })
  const no = intent('team.answer', { teamId: northId, accepts: false })
  expect(answerInvitation(no, story, elsewhere)).toMatchObject({
    facts: [{ kind: 'team-invitation-over' }],
  })
})

test('[TEAM-03] a team has as many people as places, the invited included', () => {
  const first = invite(ask(kim.email), northStory, kim, newcomer, olaActor, now)
  if (first.kind !== 'done' || first.facts[0]?.kind !== 'team-invitation') throw new Error()
  const story = { ...northStory, invitations: [first.facts[0].invitation] }
  expect(invite(ask('lou@nord.example'), story, null, newcomer, olaActor, now)).toMatchObject({
    refusal: { reason: 'team-full', seats: 3 },
  })
  expect(invite(ask(kim.email), story, kim, newcomer, olaActor, now)).toMatchObject({
    refusal: { reason: 'in-team' },
  })
  const fewer = { ...north, seats: 1 }
  const smaller = intent('team.save', { siteId: harbour.site.id, team: fewer })
  expect(saveTeam(smaller, northStory, olaActor)).toMatchObject({
    refusal: { reason: 'team-full' },
  })
})

const facts = {
  ...{ catalogue: harbour, member: ada, occupied: [], ownBookings: [] },
  ...{ distance: noDistance, wallet: emptyWallet, madeBy: null },
}

test('[TEAM-04] whoever is removed: each booking ahead is kept or cancelled by name, and the membership of the team goes with it', () => {
  const { booking } = settle(wish(room, span('2026-11-26', 540, 600)), facts, now)
  if (booking === null) throw new Error('It is free')
  const person = { ...ada, teamId: northId }
  const remove = (bookings: object) =>
    removePerson(
      intent('team.remove', { teamId: northId, memberId: ada.id, bookings }),
      ...([northStory, person, [booking], now] as const),
    )
  expect(remove({})).toMatchObject({
    refusal: { reason: 'unresolved-bookings', bookingIds: [booking.id] },
  })
  expect(remove({ [booking.id]: 'keep' })).toMatchObject({ kind: 'done', cancelled: [] })
  expect(remove({ [booking.id]: 'cancel' })).toMatchObject({
    facts: [{ memberId: ada.id, teamId: null, role: 'member', tierId: null, left: northId }],
    cancelled: [{ booking: { state: 'cancelled', cancelledBy: 'member' }, before: booking }],
  })
  const own = { ...person, tierId: toId('tier', 'tie_own') }
  const leaving = intent('team.remove', { teamId: northId, memberId: ada.id, bookings: {} })
  expect(removePerson(leaving, northStory, own, [], now)).toMatchObject({
    facts: [{ tierId: own.tierId }],
  })
})

test('[TEAM-05] several may manage it; who reads its bills stays, and stays one of them', () => {
  const set = (memberId: string, isManager: boolean) =>
    setManager(
      intent('team.set-manager', { teamId: northId, memberId, isManager }),
      northStory,
      memberId === ada.id ? { ...ada, teamId: northId } : olaActor,
    )
  expect(set(ada.id, true)).toMatchObject({ facts: [{ role: 'team-manager' }] })
  expect(set(ada.id, false)).toMatchObject({ refusal: { reason: 'unchanged' } })
  expect(set(ola.memberId, false)).toMatchObject({ refusal: { reason: 'reads-team-bills' } })
  const leaving = intent('team.remove', { teamId: northId, memberId: ola.memberId, bookings: {} })
  expect(removePerson(leaving, northStory, olaActor, [], now)).toMatchObject({
    refusal: { reason: 'reads-team-bills' },
  })
})

test('[TEAM-05] a location sets a team up with who reads its bills, and takes nobody out of another team', () => {
  const text = { ...north, id: toId('team', 'tea_new') }
  const save = intent('team.save', { siteId: harbour.site.id, team: text })
  expect(saveTeam(save, null, { ...ada, tierId: null })).toMatchObject({
    facts: [
      { kind: 'team', team: { id: text.id, siteId: harbour.site.id } },
      { kind: 'team-person', role: 'team-manager', teamId: text.id, tierId: north.tierId },
    ],
  })
  expect(saveTeam(save, null, olaActor)).toMatchObject({ refusal: { reason: 'in-another-team' } })
  expect(saveTeam(save, null, null)).toMatchObject({ refusal: { reason: 'not-in-team' } })
})

test('[TEAM-06] [P-12] [D-28] what a team lets one of its people use counts besides their membership, and not for who manages it', () => {
  const limits = {
    quotas: [{ id: 'desks', kinds: ['hot-desk'], per: 'week', unit: 'bookings', max: 1 }],
    money: { per: 'month', max: money(2_000, 'EUR') },
  } as const
  const limit = intent('team.limit', { teamId: northId, memberId: ada.id, limits })
  expect(limitPerson(limit, northStory, { ...ada, teamId: northId })).toMatchObject({
    facts: [{ kind: 'team-person', limits }],
  })
  const limited = { ...facts, member: { ...ada, teamId: northId, teamLimits: limits } }
  const first = settle(wish(desk1, span('2026-11-26', 540, 600)), limited, now)
  expect(first.outcome.kind).toBe('confirmed')
  const ownBookings = first.booking === null ? [] : [first.booking]
  const second = wish(desk1, span('2026-11-27', 540, 600))
  expect(settle(second, { ...limited, ownBookings }, now).outcome).toMatchObject({
    refusal: { reason: 'quota', limit: 1, quota: { isTeams: true, used: 1 } },
  })
  const madeBy = { memberId: ola.memberId, as: 'team' } as const
  const byOla = asTeam({ ...limited, ownBookings, madeBy })
  expect(settle(second, byOla, now).outcome.kind).toBe('confirmed')
})

test('[TEAM-06] money counts what the bookings of a month owe, cancelled ones by what stays owed', () => {
  const most = { per: 'month', max: money(20_000, 'EUR') } as const
  const member = { ...ada, teamLimits: { ...noTeamLimits, money: most } }
  const limited = { ...facts, member }
  const hour = (date: string) => wish(room, span(date, 540, 600))
  const first = settle(hour('2026-11-26'), limited, now)
  if (first.booking === null) throw new Error('It is free')
  const { amountMinor } = first.booking.owed
  const owed = money(20_000 - amountMinor + 1, 'EUR')
  const dear = { ...first.booking, owed }
  const again = (ownBookings: (typeof dear)[], date: string) =>
    settle(hour(date), { ...limited, ownBookings }, now).outcome
  expect(again([dear], '2026-11-27')).toMatchObject({
    refusal: { reason: 'team-money', per: 'month', used: owed },
  })
  expect(again([dear], '2026-12-03').kind).toBe('confirmed')
  expect(again([{ ...dear, owed: money(20_000 - amountMinor, 'EUR') }], '2026-11-27').kind).toBe(
    'confirmed',
  )
})
