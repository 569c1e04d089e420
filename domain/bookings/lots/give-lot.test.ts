import { expect, test } from 'vitest'
import { type PassOffer, usualPasses } from '../../sites/pass-offer.ts'
import { toId } from '../../values/ids.ts'
import { limits } from '../../values/limits.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { ada, at, harbour, room, span, wish } from '../for-tests.ts'
import type { Intent } from '../wishes/intent.ts'
import { euros, lot, makeStory } from './for-tests.ts'
import { buyPass, grantLot, takeBackLot } from './give-lot.ts'

const now = at('2026-06-10', 600)
const passId = toId('pass', 'pas_ten')
const offer: PassOffer = {
  ...{ id: passId, name: 'Ten', kinds: ['meeting-room'], unit: 'entries', amount: 10 },
  ...{ priceMinor: 16_000, validDays: 30 },
}
const catalogue = {
  ...harbour,
  site: { ...harbour.site, passes: { ...usualPasses, offers: [offer] } },
}
const envelope = wish(room, span('2026-06-11', 0, 60))

const own = { kind: 'member', memberId: ada.id } as const

function buying(more: Partial<Intent<'pass.request'>['body']> = {}): Intent<'pass.request'> {
  const body = { siteId: harbour.site.id, passId, forTeamId: null, quote: euros(160), ...more }
  return { ...envelope, kind: 'pass.request', body }
}

test('[LOTS-17] [B-40] a pass that is bought is owed at the price that was shown, and lasts as long as it says', () => {
  const { lot: bought, outcome } = buyPass(buying(), catalogue, own, 0, now)
  expect(outcome).toMatchObject({ kind: 'confirmed', price: { amountMinor: 16_000 } })
  expect(bought).toMatchObject({
    ...{ amount: 10, unit: 'entries', source: 'purchase', owed: euros(160) },
    expiresAt: at('2026-07-10', 0),
  })
  const story = makeStory(catalogue, bought === null ? [] : [{ ...bought, usedElsewhere: 0 }])
  expect(story.book(room.id, span('2026-06-11', 540, 600), now)?.owed.amountMinor).toBe(0)
})

test('[LOTS-17] [D-53] dearer than it was shown it is asked about again; gone or far too many, it is refused', () => {
  const cheap = buying({ quote: euros(159) })
  expect(buyPass(cheap, catalogue, own, 0, now)).toMatchObject({
    outcome: { kind: 'ask-again', price: euros(160) },
    lot: null,
  })
  expect(buyPass(buying(), harbour, own, 0, now).outcome).toMatchObject({
    refusal: { reason: 'unknown-pass' },
  })
  const many = limits.lotsPerHolderMax
  expect(buyPass(buying(), catalogue, own, many, now).outcome).toMatchObject({
    refusal: { reason: 'quota' },
  })
})

const given: Intent<'lot.grant'>['body'] = {
  ...{ siteId: harbour.site.id, holder: { kind: 'member', memberId: ada.id } },
  ...{ name: 'Welcome', kinds: ['hot-desk'], unit: 'days', amount: 2 },
  ...{ lastOn: toLocalDate('2026-06-30'), reason: 'The heating was off' },
}

test('[LOTS-18] the space gives a pass for a reason, and for nothing', () => {
  const { lot: gift } = grantLot({ ...envelope, kind: 'lot.grant', body: given }, catalogue, 0, now)
  expect(gift).toMatchObject({
    ...{ source: 'gift', reason: given.reason, owed: euros(0), amount: 2 },
    expiresAt: at('2026-07-01', 0),
  })
  const over = { ...given, lastOn: toLocalDate('2026-06-09') }
  const late = grantLot({ ...envelope, kind: 'lot.grant', body: over }, catalogue, 0, now)
  expect(late.outcome).toMatchObject({ refusal: { reason: 'past' } })
})

test('[LOTS-18] no more is taken back than is left', () => {
  const held = lot('ten', { unit: 'entries', amount: 10 })
  const story = makeStory(catalogue, [held])
  story.book(room.id, span('2026-06-11', 540, 600), now)
  const taking = (amount: number) => {
    const body = { siteId: harbour.site.id, lotId: held.id, amount, reason: 'Given twice' }
    return takeBackLot({ ...envelope, kind: 'lot.take-back', body }, held, story.wallet().uses)
  }
  expect(taking(9).lot?.amount).toBe(1)
  expect(taking(10).outcome).toMatchObject({ refusal: { reason: 'lot-used', left: 9 } })
})
