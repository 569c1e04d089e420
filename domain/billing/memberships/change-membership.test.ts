import { expect, test } from 'vitest'
import { ada, at, harbour, hotDesk } from '../../bookings/for-tests.ts'
import type { Intent } from '../../bookings/wishes/intent.ts'
import type { Membership } from '../../memberships/membership.ts'
import type { MembershipFee } from '../../sites/billing-settings.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import { toId } from '../../values/ids.ts'
import { noDeposits } from '../deposits/ask-deposit.ts'
import { day, euros, fee, hotMembership, settings } from '../for-tests.ts'
import { changeMembership, previewChange } from './change-membership.ts'
import { changed, dear, hot, made, pausedFor } from './for-tests.ts'
import type { ChangeContext, ChangeWish } from './propose-change.ts'

const fees = [fee('tie_hot', 200, { noticeDays: 14 }), fee('tie_dear', 350)]

interface Asked {
  readonly membership?: Membership
  readonly fees?: readonly MembershipFee[]
  readonly asker?: ChangeContext['asker']
  readonly on?: string
}

/** On 16 June. What it costs in euros, and when; or what is in the way. */
function asked(wish: ChangeWish, more: Asked = {}) {
  const billing = { ...settings, fees: more.fees ?? fees }
  const tiers = [hotDesk, { ...hotDesk, id: dear }]
  const catalogue: Catalogue = { ...harbour, site: { ...harbour.site, billing }, tiers }
  const membership = more.membership ?? hotMembership()
  const member = { ...ada, memberships: [membership] }
  const facts = {
    ...{ catalogue, member, bookings: [], asker: more.asker ?? 'member', deposits: noDeposits },
  }
  const preview = previewChange(membership.id, wish, facts, at(more.on ?? '2026-06-16', 600))
  if (preview.kind === 'problem') return preview.problem
  return { on: preview.change.on, cost: (preview.cost?.amount.amountMinor ?? 0) / 100 }
}

const up: ChangeWish = { kind: 'tier', tierId: dear, when: 'now' }
const down: ChangeWish = { kind: 'tier', tierId: hot, when: 'next' }
const onDear = { membership: { ...hotMembership(), tierId: dear } }

test('[TERMS-09] [D-44] to the dearer plan on 16 June: 75 now; to the cheaper one: from July on', () => {
  expect(asked(up)).toEqual({ on: '2026-06-16', cost: 75 })
  expect(asked(down, onDear)).toEqual({ on: '2026-07-01', cost: 0 })
  expect(asked({ ...down, when: 'now' }, onDear)).toBe('at-next-period')
})

test('[TERMS-09] the space may change to a cheaper plan at once, and what is left of the dearer one comes back', () => {
  const asker = 'space'
  expect(asked({ ...down, when: 'now' }, { ...onDear, asker })).toEqual({
    on: '2026-06-16',
    cost: -75,
  })
})

test('[TERMS-09] what is not offered, whole periods and another rhythm are not had at once', () => {
  const withDear = (more: Partial<MembershipFee>) => ({
    fees: [fee('tie_hot', 200), fee('tie_dear', 350, more)],
  })
  expect(asked(up, withDear({ isOffered: false }))).toBe('not-offered')
  expect(asked(up, { ...withDear({ isOffered: false }), asker: 'space' })).toMatchObject({
    cost: 75,
  })
  expect(asked(up, withDear({ isByDays: false }))).toBe('at-next-period')
  expect(asked(up, withDear({ per: 'year' }))).toBe('at-next-period')
  expect(asked({ ...up, when: 'next' }, withDear({ per: 'year' }))).toMatchObject({
    on: '2026-07-01',
  })
  expect(asked({ ...up, tierId: hot })).toBe('same')
  expect(asked({ ...up, tierId: toId('tier', 'tie_gone') }, { asker: 'space' })).toBe('not-offered')
})

test('[TERMS-10] [D-70] a pause lies ahead, is not too long, and is none where the plan has none', () => {
  const wish = (from: string, until: string): ChangeWish => ({
    ...{ kind: 'pause', from: day(from), until: day(until) },
  })
  expect(asked(wish('2026-06-21', '2026-07-01'))).toEqual({ on: '2026-06-21', cost: -66.67 })
  expect(asked(wish('2026-06-16', '2026-06-26'))).toBe('past-day')
  expect(asked(wish('2026-06-16', '2026-06-26'), { asker: 'space' })).toMatchObject({
    on: '2026-06-16',
  })
  expect(asked(wish('2026-06-26', '2026-06-20'))).toBe('past-day')
  expect(asked(wish('2026-06-21', '2026-10-21'))).toBe('pause-too-long')
  const membership = changed(pausedFor('p', '2026-06-10', '2026-06-20', '2026-06-25'))
  expect(asked(wish('2026-06-24', '2026-06-26'), { membership })).toBe('pause-overlaps')
  expect(asked(wish('2026-06-25', '2026-06-27'), { membership })).toMatchObject({
    on: '2026-06-25',
  })
  const none = { fees: [fee('tie_hot', 200, { pause: null })] }
  expect(asked(wish('2026-06-21', '2026-07-01'), none)).toBe('no-pause')
})

test('[TERMS-10] who is back before their pause is over pays from that day on', () => {
  const membership = changed(pausedFor('p', '2026-05-10', '2026-06-11', '2026-06-21'))
  expect(asked({ kind: 'resume' }, { membership })).toEqual({ on: '2026-06-16', cost: 33.34 })
  expect(asked({ kind: 'resume' })).toBe('not-paused')
})

test('[TERMS-10] [D-47] it ends with the period in which its notice is over, or later, or as the space says', () => {
  const end = (on: string): ChangeWish => ({ kind: 'end', on: day(on) })
  expect(asked(end('2026-07-01'))).toEqual({ on: '2026-07-01', cost: 0 })
  expect(asked(end('2026-07-01'), { on: '2026-06-20' })).toBe('ends-earliest')
  expect(asked(end('2026-08-01'), { on: '2026-06-20' })).toMatchObject({ on: '2026-08-01' })
  expect(asked(end('2026-07-15'))).toBe('ends-earliest')
  expect(asked(end('2026-06-21'), { asker: 'space' })).toEqual({ on: '2026-06-21', cost: -66.67 })
  const membership = changed(made('end', 'e', '2026-06-10', { on: day('2026-07-01') }))
  expect(asked(up, { membership })).toBe('over')
  expect(asked(end('2026-08-01'), { membership })).toBe('over')
})

test('[TERMS-09] until it takes effect a change is taken back by whoever made it, and by the space', () => {
  const pause = pausedFor('p', '2026-06-10', '2026-06-20', '2026-06-25')
  const undo: ChangeWish = { kind: 'take-back', changeId: pause.id }
  expect(asked(undo, { membership: changed(pause) })).toMatchObject({ cost: 33.33 })
  expect(asked(undo, { membership: changed(pause), on: '2026-06-20' })).toBe('in-effect')
  const bySpace = changed({ ...pause, madeBy: 'space' })
  expect(asked(undo, { membership: bySpace })).toBe('by-space')
  expect(asked(undo, { membership: bySpace, asker: 'space' })).toMatchObject({ cost: 33.33 })
})

test('[TERMS-15] [D-53] a wish that waited on its device is decided as things are then: dearer than shown, nothing is changed', () => {
  const billing = { ...settings, fees: [fee('tie_hot', 200), fee('tie_dear', 350)] }
  const tiers = [hotDesk, { ...hotDesk, id: dear }]
  const membership = hotMembership()
  const decided = (kind: string, more: object, dearMinor = 35_000, pauseMinor = 0) => {
    const pause = { daysMax: 60, priceMinor: pauseMinor, keepsPasses: true }
    const fees = billing.fees.map((one) =>
      one.tierId === dear ? { ...one, priceMinor: dearMinor } : { ...one, pause },
    )
    const site = { ...harbour.site, billing: { ...billing, fees } }
    const facts = {
      ...{ catalogue: { ...harbour, site, tiers }, member: { ...ada, memberships: [membership] } },
      ...{ bookings: [], asker: 'member' as const, deposits: noDeposits },
    }
    const body = {
      ...{ siteId: harbour.site.id, membershipId: membership.id, forMemberId: null, reason: '' },
      ...{ quote: euros(0), resolutions: {}, ...more },
    }
    const intent = { id: 'bki_waited', kind, body } as unknown as Intent<'membership.change'>
    const { outcome, memberships } = changeMembership(intent, facts, at('2026-06-16', 600))
    return [outcome.kind === 'refused' ? outcome.refusal : outcome.kind, memberships !== null]
  }
  const next = { tierId: dear, when: 'next' }
  expect(decided('membership.change', { ...next, shown: euros(350) })).toEqual(['confirmed', true])
  expect(decided('membership.change', { ...next, shown: euros(350) }, 39_000)).toEqual([
    { reason: 'membership-change', problem: 'dearer', price: euros(390) },
    false,
  ])
  // Cheaper by then it is made, and an app that shows nothing is decided as before.
  expect(decided('membership.change', { ...next, shown: euros(350) }, 30_000)[1]).toBe(true)
  expect(decided('membership.change', next, 39_000)[1]).toBe(true)
  const days = { from: '2026-06-20', until: '2026-06-27', shown: euros(0) }
  expect(decided('membership.pause', days)).toEqual(['confirmed', true])
  expect(decided('membership.pause', days, 35_000, 5_000)).toEqual([
    { reason: 'membership-change', problem: 'dearer', price: euros(50) },
    false,
  ])
  const gone = { from: '2026-06-10', until: '2026-06-27' }
  expect(decided('membership.pause', gone)[0]).toMatchObject({ problem: 'past-day' })
})
