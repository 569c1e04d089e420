import { expect, test } from 'vitest'
import { rulesToAccept } from '../../memberships/consent.ts'
import { type HouseRules, rulesInForce } from '../../sites/house-rules.ts'
import { houseRulesProblems } from '../../sites/house-rules-problems.ts'
import { must } from '../../values/assert.ts'
import { toId } from '../../values/ids.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { basketWish, item } from '../baskets/for-tests.ts'
import { settleBasket } from '../baskets/settle-basket.ts'
import { ada, at, desk1, harbour, noDistance, room, span, wish } from '../for-tests.ts'
import { emptyWallet } from '../lots/lot.ts'
import { seriesWish } from '../series/for-tests.ts'
import { settleSeries } from '../series/settle-series.ts'
import { type SettleFacts, settle } from '../settle.ts'
import type { WaitingFacts } from '../waitlist/join-wait.ts'
import type { Intent } from '../wishes/intent.ts'
import { acceptRules, withConsents } from './accept-rules.ts'

function version(number: number, from: string): HouseRules {
  return { version: number, text: `Text ${number}`, takesEffectOn: toLocalDate(from) }
}
/** The worked example: version 4 from the first of July. */
const houseRules = [version(3, '2026-01-01'), version(4, '2026-07-01')]
const catalogue = { ...harbour, site: { ...harbour.site, houseRules } }
const facts: WaitingFacts = {
  ...{ catalogue, member: ada, madeBy: null, occupied: [], ownBookings: [] },
  ...{ distance: noDistance, wallet: emptyWallet, ownWaits: [] },
}
const june = at('2026-06-30', 1439)
const july = at('2026-07-01', 0)

function accept(number: number): Intent<'rules.accept'> {
  const { v, device, seq, madeAt, heardAt, deadlineAt } = wish(desk1, span('2026-07-02', 600, 660))
  const body = { siteId: harbour.site.id, version: number }
  const id = toId('intent', `bki_rules-${number}`)
  return { v, id, kind: 'rules.accept', device, seq, madeAt, heardAt, deadlineAt, body }
}

function accepted(number: number, now = july): SettleFacts {
  const { consent } = acceptRules(accept(number), catalogue, ada, now)
  return { ...facts, member: { ...ada, consents: [must(consent, 'it is new')] } }
}

function answer(known: SettleFacts, now = july) {
  const { outcome } = settle(wish(desk1, span('2026-07-02', 600, 660)), known, now)
  return outcome.kind === 'refused' ? outcome.refusal.reason : outcome.kind
}

test('[HOUSE-RULES-01] [D-57] version 4 from 1 July: the next booking asks once', () => {
  expect(rulesInForce(catalogue, june)?.version).toBe(3)
  expect(rulesInForce(catalogue, july)?.version).toBe(4)
  expect(answer(accepted(3, june), june)).toBe('confirmed')
  expect(answer(accepted(3, june))).toBe('rules-not-accepted')
  expect(answer(accepted(4))).toBe('confirmed')
})

test('[HOUSE-RULES-02] [A-10] [D-57] version, time and device are kept, once', () => {
  const wished = accept(4)
  const { consent, outcome } = acceptRules(wished, catalogue, ada, july)
  expect(outcome.kind).toBe('confirmed')
  expect(consent).toEqual({
    ...{ siteId: harbour.site.id, version: 4, acceptedAt: july },
    ...{ madeAt: wished.madeAt, device: wished.device },
  })
  const again = acceptRules(accept(4), catalogue, accepted(4).member, july)
  expect(again).toEqual({ outcome, consent: null })
})

test('[HOUSE-RULES-03] a series and a basket are refused as a whole', () => {
  const series = settleSeries(seriesWish(), facts, july)
  expect(series.outcome).toMatchObject({ refusal: { reason: 'rules-not-accepted' } })
  const basket = settleBasket(basketWish([item(room)]), facts, july)
  expect(basket.outcome).toMatchObject({ refusal: { reason: 'rules-not-accepted' } })
  const bare = { ...facts, catalogue: harbour }
  expect(answer(bare)).toBe('confirmed')
})

test('[HOUSE-RULES-04] what others book for a member asks nobody', () => {
  const madeBy = { memberId: toId('member', 'mem_mara'), as: 'space' } as const
  expect(answer({ ...facts, madeBy })).toBe('confirmed')
})

test('[HOUSE-RULES-05] a version that is not there cannot be accepted', () => {
  expect(acceptRules(accept(9), catalogue, ada, july)).toMatchObject({
    outcome: { refusal: { reason: 'unknown-rules' } },
    consent: null,
  })
})

test('[HOUSE-RULES-06] a device asks no more once it has accepted, whatever the network does', () => {
  expect(rulesToAccept(catalogue, ada, july)?.version).toBe(4)
  expect(rulesToAccept(catalogue, withConsents(ada, [accept(4)]), july)).toBeNull()
})

test('[HOUSE-RULES-07] a new version has a text and does not begin before the last one', () => {
  const problems = (text: string, from: string) =>
    houseRulesProblems({ text, takesEffectOn: toLocalDate(from) }, houseRules).map(
      ({ field, code }) => `${field}: ${code}`,
    )
  expect(problems('Be kind.', '2026-07-01')).toEqual([])
  expect(problems('Text 4', '2026-08-01')).toEqual(['text: same-twice'])
  expect(problems(' ', '2026-06-30')).toEqual(['text: missing', 'takesEffectOn: before-the-last'])
})
