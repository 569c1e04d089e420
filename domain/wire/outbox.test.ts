import { expect, test } from 'vitest'
import { type IntentId, toId } from '../values/ids.ts'
import { limits } from '../values/limits.ts'
import { CARRIED_BYTES_MAX } from './due-wishes.ts'
import {
  makeOutbox,
  type Outbox,
  type OutboxEffect,
  type OutboxEntry,
  type OutboxEvent,
  SETTLED_KEPT_MS,
  stepOutbox,
} from './outbox.ts'

const LATER = 1_000_000
const at = 1_000

function id(seq: number): IntentId {
  return toId('intent', `bki_${seq}`)
}

function entry(seq: number, more: Partial<OutboxEntry> = {}): OutboxEntry {
  return {
    id: id(seq),
    seq,
    state: 'saved',
    isCarried: false,
    isHeld: false,
    deadlineAt: LATER,
    bytes: 300,
    settledAt: null,
    ...more,
  }
}

function save(seq: number, more: Partial<OutboxEntry> = {}): OutboxEvent {
  return { kind: 'saved', entry: entry(seq, more), at }
}

function open(carried: readonly number[] = [], generation = 'g1'): OutboxEvent {
  return { kind: 'opened', generation, carried: carried.map(id), at }
}

const received = (seq: number): OutboxEvent => ({ kind: 'received', seq, at })
const settled = (seq: number): OutboxEvent => ({ kind: 'settled', id: id(seq), at })

/** Effects in short: `write 1 2`, `prune 1`, `1 received`. */
function say(effect: OutboxEffect): string {
  if (effect.kind === 'mark') return `${effect.id.slice(4)} ${effect.state}`
  return [effect.kind, ...effect.ids.map((one) => one.slice(4))].join(' ')
}

function play(from: Outbox, ...events: OutboxEvent[]) {
  let outbox = from
  const said = events.map((event) => {
    const step = stepOutbox(outbox, event)
    outbox = step.outbox
    return step.effects.map(say).join(', ')
  })
  return { outbox, said, last: said.at(-1) }
}

const empty = makeOutbox([], null)

test('[WIRE-40] a wish saved without a network is written when the channel opens, acknowledged, settled and pruned', () => {
  expect(play(empty, save(1), open(), received(1), settled(1)).said).toEqual([
    '',
    'write 1',
    '1 received',
    '1 settled, prune 1',
  ])
})

test('[WIRE-40] after a restart a sent wish counts as saved, and is sent again unless the array has it', () => {
  const rows = [entry(1), entry(2), entry(3, { state: 'received' })]
  expect(play(makeOutbox(rows, 'g1'), open([1])).last).toBe('write 2 3')
})

test('[WIRE-41] a wish that is told twice is kept once', () => {
  const { said, outbox } = play(empty, open(), save(1), save(1), received(1), save(1))
  expect(said).toEqual(['', 'write 1', '', '1 received', ''])
  expect(outbox.entries).toHaveLength(1)
})

test('[WIRE-42] an acknowledgement from before does not mark what was never sent', () => {
  const { said } = play(empty, open(), save(1), save(2, { isHeld: true }), received(2))
  expect(said.at(-1)).toBe('1 received')
})

test('[WIRE-42] no acknowledgement counts while no channel is open', () => {
  expect(play(empty, open(), save(1), { kind: 'start-over' }, received(1)).last).toBe('')
})

test('[WIRE-42] a late wish waits until no acknowledgement is due that could name a higher one', () => {
  const lost = { kind: 'unknown', ids: [id(1)], at } as const
  const before = play(makeOutbox([entry(1, { state: 'settled', settledAt: at })], 'g1'), open())
  const { said } = play(before.outbox, save(7), lost, received(7), received(7))
  expect(said).toEqual(['write 7', '1 saved', '7 received', 'write 1'])
})

test('[WIRE-43] a wish inside its undo window keeps back those after it, and not those before', () => {
  const release = { kind: 'released', id: id(2), at } as const
  const { said } = play(empty, open(), save(1), save(2, { isHeld: true }), save(3), release)
  expect(said).toEqual(['', 'write 1', '', '', 'write 2 3'])
})

test('[WIRE-43] undone, it lets the others go', () => {
  const undo = { kind: 'undone', id: id(2), at } as const
  const { said, outbox } = play(empty, open(), save(2, { isHeld: true }), save(3), undo)
  expect(said).toEqual(['', '', '', 'write 3'])
  expect(outbox.entries.map(({ seq }) => seq)).toEqual([3])
})

test('[WIRE-44] a wish that never left expires when the channel opens past its deadline', () => {
  const wish = save(1, { deadlineAt: at })
  expect(play(empty, wish, { kind: 'tick', at: LATER }).last).toBe('')
  expect(play(empty, wish, open()).last).toBe('1 expired')
})

test('[WIRE-44] a wish that may have left is sent past its deadline: only the server knows', () => {
  const wish = entry(1, { deadlineAt: at })
  expect(play(makeOutbox([wish], 'g1'), open()).last).toBe('write 1')
  expect(play(makeOutbox([{ ...wish, wasSent: false }], 'g1'), open()).last).toBe('1 expired')
})

test('[WIRE-44] a wish that expired here and was settled after all is settled', () => {
  const { last } = play(empty, save(1, { deadlineAt: at }), open(), settled(1))
  expect(last).toBe('1 settled')
})

test('[WIRE-45] a wish that was sent is not taken back', () => {
  const undo = { kind: 'undone', id: id(1), at } as const
  const { outbox } = play(empty, open(), save(1), undo)
  expect(outbox.entries).toHaveLength(1)
})

test('[WIRE-46] the array takes 500 wishes, and the next when one is settled', () => {
  const rows = Array.from({ length: 502 }, (_, index) => entry(index + 1, { bytes: 1 }))
  const { outbox } = play(makeOutbox(rows, 'g1'), open())
  expect(outbox.entries.filter(({ isCarried }) => isCarried).length).toBe(limits.outboxIntentsMax)
  expect(play(outbox, received(500), settled(1)).last).toBe('1 settled, prune 1, write 501')
})

test('[WIRE-46] the array takes 192,000 bytes of wishes, and a large one only when it is empty', () => {
  const large = CARRIED_BYTES_MAX / 2
  const wishes = [save(1, { bytes: large }), save(2, { bytes: large }), save(3, { bytes: 1 })]
  const { said, outbox } = play(empty, open(), ...wishes)
  expect(said).toEqual(['', 'write 1', 'write 2', ''])
  expect(play(outbox, received(2), settled(1)).last).toBe('1 settled, prune 1, write 3')
})

test('[WIRE-47] told to start over, it carries everything unsettled again in order', () => {
  const before = [save(1), save(2), save(3), received(2), settled(1)]
  const { last } = play(empty, open(), ...before, { kind: 'start-over' }, open())
  expect(last).toBe('write 2 3')
})

test('[WIRE-47] what the array holds that is no unsettled wish of this device is pruned', () => {
  const row = entry(1, { state: 'settled', settledAt: at })
  expect(play(makeOutbox([row], 'g1'), open([1, 9])).last).toBe('prune 1 9')
})

test('[WIRE-48] of a new generation nothing counts as received, and what was settled is sent again if it is unknown', () => {
  const rows = [
    entry(1, { state: 'settled', settledAt: at }),
    entry(2, { state: 'received' }),
    entry(3, { state: 'received' }),
  ]
  const lost = { kind: 'unknown', ids: [id(1)], at } as const
  const { said } = play(makeOutbox(rows, 'g1'), open([], 'g2'), received(0), received(3), lost)
  expect(said).toEqual([
    '2 saved, 3 saved, write 2 3',
    '',
    '2 received, 3 received',
    '1 saved, write 1',
  ])
})

test('[WIRE-48] the same generation keeps what was received as it is', () => {
  const rows = [entry(2, { state: 'received' })]
  expect(play(makeOutbox(rows, 'g1'), open([2], 'g1')).last).toBe('')
})

test('[WIRE-49] a settled wish is forgotten after fourteen days, not before', () => {
  const { outbox } = play(empty, open(), save(1), settled(1))
  const day = { kind: 'tick', at: at + SETTLED_KEPT_MS - 1 } as const
  expect(play(outbox, day, { ...day, at: at + SETTLED_KEPT_MS }).said).toEqual(['', 'forget 1'])
})

test('[WIRE-49] while the server is not heard nothing is forgotten, whatever the device’s clock says', () => {
  const { outbox } = play(empty, open(), save(1), settled(1), { kind: 'closed' })
  expect(play(outbox, { kind: 'tick', at: at + 100 * SETTLED_KEPT_MS }).last).toBe('')
})
