import { expect, test } from 'vitest'
import { toId } from '../../values/ids.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { ada, at, harbour, room, span } from '../for-tests.ts'
import { euros, lot } from './for-tests.ts'
import { emptyWallet, type Wallet } from './lot.ts'
import { usualCover, waysToPay, wayToPay } from './usual-cover.ts'

const teamId = toId('team', 'tea_nord')
const own = lot('own')
const shared = lot('shared', { holder: { kind: 'team', teamId } })
const team: Wallet['team'] = { usedBy: 'everybody', isFirst: true }

/** An hour of EUR 22. */
function asked(wallet: Partial<Wallet>, price = 22) {
  return {
    ...{ catalogue: harbour, member: { ...ada, teamId }, kind: room.kind },
    wallet: { ...emptyWallet, ...wallet },
    interval: span(toLocalDate('2026-06-10'), 540, 600),
    ...{ price: euros(price), had: [], now: at('2026-06-01', 720) },
  }
}

const usedBy = (wallet: Partial<Wallet>, price?: number) =>
  usualCover(asked(wallet, price)).uses.map(({ lot: { id } }) => id)

test('[LOTS-24] one’s own lots pay, and the team’s where it says that they come first', () => {
  const lots = [own, shared]
  expect(usedBy({ lots, team: { ...team, isFirst: false } })).toEqual(['lot_own'])
  expect(usedBy({ lots, team })).toEqual(['lot_shared'])
  expect(usualCover(asked({ lots, team })).rest).toEqual(euros(0))
})

test('[LOTS-24] whoever has none of the usual ones pays money, and is asked where there are others', () => {
  expect(usedBy({ lots: [own], team })).toEqual([])
  expect(waysToPay(asked({ lots: [own], team }))).toEqual(['personal', 'money'])
  expect(usualCover(asked({})).rest).toEqual(euros(22))
  expect(waysToPay(asked({}))).toEqual([])
  expect(waysToPay(asked({ lots: [own] }, 0))).toEqual([])
})

test('[LOTS-24] what is chosen counts while there is it', () => {
  const both = asked({ lots: [own, shared], team })
  expect(wayToPay(both, waysToPay(both), 'personal')).toBe('personal')
  const none = asked({ lots: [own] })
  expect(wayToPay(none, waysToPay(none), 'team')).toBe('money')
})
