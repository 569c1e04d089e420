import { expect, test } from 'vitest'
import { day, hotMembership } from '../billing/for-tests.ts'
import { changed, dear, made, pausedFor } from '../billing/memberships/for-tests.ts'
import type { MembershipChange } from '../memberships/membership.ts'
import { membershipIdOf, toId } from '../values/ids.ts'
import { newsOfPlans } from './news-of-plans.ts'

const memberId = toId('member', 'mem_ada')
const cause = (id: string) => toId('intent', `bki_${id}`)

function told(change: MembershipChange, ...granted: readonly string[]): readonly string[] {
  const before = pausedFor('old', '2026-05-01', '2026-05-10', '2026-05-12')
  const memberships = [changed(before, change)]
  return newsOfPlans([{ memberId, memberships }], granted.map(cause)).map(({ news }) => news.kind)
}

const on = day('2026-07-01')
const table: readonly (readonly [MembershipChange, string])[] = [
  [made('tier', 'one', '2026-06-10', { tierId: dear, on }), 'plan-changed'],
  [pausedFor('one', '2026-06-10', '2026-06-12', '2026-06-20'), 'plan-paused'],
  [made('resume', 'one', '2026-06-10', { on }), 'plan-resumed'],
  [made('end', 'one', '2026-06-10', { on }), 'plan-ends'],
  [made('take-back', 'one', '2026-06-10', { on, changeId: cause('old') }), 'plan-kept'],
]

test('[NEWS-16] [N-12] each change of a membership is told in the transaction of its wish, and none of the older ones', () => {
  for (const [change, kind] of table) {
    expect(told(change, 'one')).toEqual([kind])
    // The day on which it takes effect writes the membership anew, and no wish with it.
    expect(told(change)).toEqual([])
    expect(told(change, 'other')).toEqual([])
  }
})

test('[NEWS-16] [N-12] a membership that begins is told by the wish that began it', () => {
  const fresh = hotMembership({ id: membershipIdOf(cause('start')) })
  const found = newsOfPlans([{ memberId, memberships: [fresh] }], [cause('start')])
  expect(found.map(({ news }) => news.kind)).toEqual(['plan-begins'])
})
