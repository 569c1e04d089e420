import { expect, test } from 'vitest'
import { isWebAddress } from '../../bookings/wishes/web-address.ts'
import { toId } from '../../values/ids.ts'
import { limits } from '../../values/limits.ts'
import { addDays, toLocalDate } from '../../values/local-date.ts'
import { coffee } from './for-tests.ts'
import { type Perk, proofText, savePerk, whyNotUsed } from './perk.ts'

const siteId = toId('site', 'sit_harbour-loft')
const today = toLocalDate('2026-11-24')
const hot = { tierId: toId('tier', 'tie_hot') }
const perk: Perk = { ...coffee, siteId, revision: 1 }

test('[PERK-01] [C-10] a perk is good for whom it is for, from its first day to its last', () => {
  const why = (more: Partial<Perk>, member: { tierId: (typeof hot)['tierId'] | null } = hot) =>
    whyNotUsed({ ...perk, ...more }, member, [], today)?.reason ?? null
  expect(why({})).toBe(null)
  expect(why({ tierIds: [hot.tierId] })).toBe(null)
  expect(why({ tierIds: [hot.tierId] }, { tierId: null })).toBe('unknown-perk')
  expect(why({ tierIds: [toId('tier', 'tie_other')] })).toBe('unknown-perk')
  expect(why({ from: addDays(today, 1) })).toBe('perk-not-yet')
  expect(why({ until: today })).toBe(null)
  expect(why({ until: addDays(today, -1) })).toBe('past')
  expect(whyNotUsed(null, hot, [], today)).toEqual({ reason: 'unknown-perk' })
})

test('[PERK-02] it is used on so many days and no more; on one of them as often as one likes', () => {
  const days = [addDays(today, -2), addDays(today, -1)]
  expect(whyNotUsed(perk, hot, days.slice(1), today)).toBe(null)
  expect(whyNotUsed(perk, hot, days, today)).toEqual({ reason: 'perk-used', max: 2 })
  expect(whyNotUsed(perk, hot, [addDays(today, -1), today], today)).toBe(null)
  expect(whyNotUsed({ ...perk, usesMax: null }, hot, days, today)).toBe(null)
})

test('[PERK-03] what is signed names the perk, the member, their membership and the last day', () => {
  const proof = { perkId: perk.id, memberId: toId('member', 'mem_ada'), ...hot, until: null }
  const texts = [
    proof,
    { ...proof, memberId: toId('member', 'mem_ben') },
    { ...proof, tierId: null },
    { ...proof, until: today },
  ].map(proofText)
  expect(texts[0]).toBe('perk1/prk_coffee/mem_ada/tie_hot/')
  expect(new Set(texts).size).toBe(4)
})

test('[PERK-04] one that would never be good, that somebody else changed, or for which there is no room is refused', () => {
  const save = (more: Partial<Perk> = {}, known: readonly Perk[] = [], revision = 0) =>
    savePerk(siteId, { ...coffee, ...more }, revision, known, today)
  expect(save()).toMatchObject({ perk: { revision: 1 } })
  expect(save({}, [perk], 1)).toMatchObject({ perk: { revision: 2 } })
  expect(save({}, [perk])).toMatchObject({ refusal: { reason: 'setting-changed' } })
  expect(save({ until: addDays(today, -1) })).toMatchObject({ refusal: { reason: 'past' } })
  const full = Array.from({ length: limits.perksMax }, (_, n) => ({
    ...perk,
    id: toId('perk', `prk_x${n}`),
  }))
  expect(save({}, full)).toMatchObject({ refusal: { reason: 'too-many-perks' } })
})

test('[PERK-04] a link is an address of https with a host, and nothing else', () => {
  for (const link of ['https://quay.example', 'https://quay.example/a?b#c']) {
    expect(isWebAddress(link), link).toBe(true)
  }
  const hostile = [
    ...[
      'javascript:alert(1)',
      'http://quay.example',
      'https://',
      'https://localhost',
      '//quay.example',
    ],
    ...['https://quay.example@evil.example', 'https:\\\\quay.example', 'https://a b.example', ' x'],
    ...['data:text/html,x', 'https://quay.example/\n<script>'],
  ]
  for (const link of hostile) expect(isWebAddress(link), link).toBe(false)
})
