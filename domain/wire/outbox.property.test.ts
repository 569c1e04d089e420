/**
 * A device with a store and a carrier, a link that delivers in order until it is cut, and a server that keeps to the SPEC. The array is
 * modelled as y-protocols would merge it: items with a key of their own, added once and deleted for good.
 */
import fc from 'fast-check'
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
  stepOutbox,
} from './outbox.ts'

const actions = [
  'save',
  'save-held',
  'save-brief',
  'release',
  'undo',
  'connect',
  'deliver-up',
  'deliver-down',
  'deliver-outcome',
  'settle',
  'cut',
  'crash-device',
  'start-over',
  'restore-server',
  'wait',
] as const
type Action = (typeof actions)[number]

interface Item {
  readonly key: number
  readonly id: IntentId
}
interface Carrier {
  items: Item[]
  deleted: Set<number>
}
interface Update {
  readonly items: readonly Item[]
  readonly deleted: readonly number[]
}
type Down =
  | { readonly kind: 'state'; readonly update: Update }
  | { readonly kind: 'received'; readonly seq: number }
  | { readonly kind: 'start-over' }

const BYTES = 60_000

function makeWorld() {
  let now = 1_000
  let seqLast = 0
  let keyLast = 0
  const rows = new Map<IntentId, OutboxEntry>()
  const undone = new Set<IntentId>()
  let outbox: Outbox = makeOutbox([], null)
  let generation = 'g0'
  let carrier: Carrier = { items: [], deleted: new Set() }
  let isLinked = false
  let isSynced = false
  let up: Update[] = []
  let down: Down[] = []
  let server = { array: { items: [], deleted: new Set() } as Carrier, intents: new Set<IntentId>() }
  let settledThere = new Set<IntentId>()
  let backup = { intents: new Set<IntentId>(), settled: new Set<IntentId>() }

  const seqOf = (id: IntentId) => Number(id.slice(4))
  const live = ({ items, deleted }: Carrier) => items.filter(({ key }) => !deleted.has(key))

  function feed(event: OutboxEvent): void {
    const step = stepOutbox(outbox, event)
    outbox = step.outbox
    for (const effect of step.effects) perform(effect)
  }

  function perform(effect: OutboxEffect): void {
    switch (effect.kind) {
      case 'write': {
        const carried = new Set(live(carrier).map(({ id }) => id))
        for (const id of effect.ids) expect(carried).not.toContain(id)
        const items = effect.ids.map((id) => ({ key: ++keyLast, id }))
        carrier.items.push(...items)
        if (isSynced) up.push({ items, deleted: [] })
        expect(live(carrier).length).toBeLessThanOrEqual(limits.outboxIntentsMax)
        expect(live(carrier).length * BYTES).toBeLessThanOrEqual(CARRIED_BYTES_MAX)
        return
      }
      case 'prune': {
        const gone = live(carrier).filter(({ id }) => effect.ids.includes(id))
        for (const { key } of gone) carrier.deleted.add(key)
        if (isSynced) up.push({ items: [], deleted: gone.map(({ key }) => key) })
        return
      }
      case 'mark': {
        const row = rows.get(effect.id)
        if (row === undefined) return
        if (effect.state === 'received') expect(server.intents).toContain(effect.id)
        if (effect.state === 'expired') expect(server.intents).not.toContain(effect.id)
        rows.set(effect.id, { ...row, state: effect.state, settledAt: now })
        return
      }
      case 'forget':
        for (const id of effect.ids) rows.delete(id)
    }
  }

  function save(more: Partial<OutboxEntry>): void {
    const seq = ++seqLast
    const id = toId('intent', `bki_${seq}`)
    const entry: OutboxEntry = {
      id,
      seq,
      state: 'saved',
      isCarried: false,
      isHeld: false,
      deadlineAt: now + 1e9,
      bytes: BYTES,
      settledAt: null,
      ...more,
    }
    rows.set(id, entry)
    feed({ kind: 'saved', entry, at: now })
  }

  function undo(): void {
    const entry = outbox.entries.find(({ isHeld, state }) => isHeld && state === 'saved')
    if (entry === undefined) return
    rows.delete(entry.id)
    undone.add(entry.id)
    feed({ kind: 'undone', id: entry.id, at: now })
  }

  function release(): void {
    const held = outbox.entries.find(({ isHeld }) => isHeld)
    if (held === undefined) return
    const row = rows.get(held.id)
    if (row !== undefined) rows.set(held.id, { ...row, isHeld: false })
    feed({ kind: 'released', id: held.id, at: now })
  }

  function cut(): void {
    isLinked = false
    isSynced = false
    up = []
    down = []
    feed({ kind: 'closed' })
  }

  function connect(): void {
    if (isLinked) return
    isLinked = true
    const update = { items: [...server.array.items], deleted: [...server.array.deleted] }
    down.push({ kind: 'state', update })
  }

  function takeUp(): void {
    const update = up.shift()
    if (update === undefined) return
    const known = new Set(server.array.items.map(({ key }) => key))
    server.array.items.push(...update.items.filter(({ key }) => !known.has(key)))
    for (const key of update.deleted) server.array.deleted.add(key)
    for (const { id } of update.items) server.intents.add(id)
    down.push({
      kind: 'received',
      seq: Math.max(0, ...live(server.array).map(({ id }) => seqOf(id))),
    })
  }

  function takeDown(): void {
    const message = down.shift()
    if (message === undefined) return
    if (message.kind === 'received') return feed({ kind: 'received', seq: message.seq, at: now })
    if (message.kind === 'start-over') {
      feed({ kind: 'start-over' })
      carrier = { items: [], deleted: new Set() }
      isLinked = false
      isSynced = false
      up = []
      return connect()
    }
    const { update } = message
    const theirs = new Set(update.items.map(({ key }) => key))
    const missing = carrier.items.filter(({ key }) => !theirs.has(key))
    const mine = new Set(carrier.items.map(({ key }) => key))
    carrier.items.push(...update.items.filter(({ key }) => !mine.has(key)))
    for (const key of update.deleted) carrier.deleted.add(key)
    isSynced = true
    up.push({ items: missing, deleted: [...carrier.deleted] })
    const carried = live(carrier).map(({ id }) => id)
    feed({ kind: 'opened', generation, carried, at: now })
  }

  /** The member's document is stored on the device: what it says of each wish, and what it no longer knows. */
  function takeOutcomes(): void {
    if (!outbox.isOpen) return
    const known = [...rows.values()].filter(({ state }) => state === 'settled')
    for (const id of settledThere) if (rows.has(id)) feed({ kind: 'settled', id, at: now })
    const ids = known.map(({ id }) => id).filter((id) => !settledThere.has(id))
    if (ids.length > 0) feed({ kind: 'unknown', ids, at: now })
  }

  function restore(): void {
    cut()
    generation = `g${Number(generation.slice(1)) + 1}`
    server = {
      array: { items: [], deleted: new Set() },
      intents: new Set(backup.intents),
    }
    settledThere = new Set(backup.settled)
    carrier = { items: [], deleted: new Set() }
  }

  function act(action: Action): void {
    switch (action) {
      case 'save':
        return save({})
      case 'save-held':
        return save({ isHeld: true })
      case 'save-brief':
        return save({ deadlineAt: now + 10 })
      case 'release':
        return release()
      case 'undo':
        return undo()
      case 'connect':
        return connect()
      case 'deliver-up':
        return takeUp()
      case 'deliver-down':
        return takeDown()
      case 'deliver-outcome':
        return takeOutcomes()
      case 'settle':
        backup = { intents: new Set(server.intents), settled: new Set(settledThere) }
        settledThere = new Set(server.intents)
        return
      case 'cut':
        return cut()
      case 'crash-device':
        cut()
        carrier = { items: [], deleted: new Set() }
        outbox = makeOutbox([...rows.values()], generation)
        return
      case 'start-over':
        if (!isLinked) return
        server.array = { items: [], deleted: new Set() }
        up = []
        down.push({ kind: 'start-over' })
        return
      case 'restore-server':
        return restore()
      case 'wait':
        now += 20
        return feed({ kind: 'tick', at: now })
    }
  }

  function heal(): void {
    while (outbox.entries.some(({ isHeld }) => isHeld)) release()
    const isDone = () =>
      [...rows.values()].every(({ state }) => state === 'settled' || state === 'expired')
    for (let turns = 0; turns < 3 * rows.size + 10 && !(isDone() && turns > 3); turns += 1) {
      connect()
      while (up.length + down.length > 0) {
        takeDown()
        takeUp()
      }
      settledThere = new Set(server.intents)
      takeOutcomes()
    }
  }

  return {
    act,
    heal,
    left: () => [...rows.values()].filter(({ state }) => state !== 'settled'),
    isAtServer: (id: IntentId) => server.intents.has(id),
    undone: () => [...undone],
    carried: () => live(carrier).length,
  }
}

/** Duplicates on purpose: without links and deliveries nothing happens. */
const anyAction = fc.oneof(
  ...actions.map((action) => {
    const isCommon =
      action.startsWith('deliver') || action.startsWith('save') || action === 'connect'
    return { weight: isCommon ? 4 : 1, arbitrary: fc.constant(action) }
  }),
)

test('[WIRE-40] [WIRE-41] [WIRE-42] [WIRE-46] whatever is cut, crashed, restored or repeated, every wish is settled, expired or undone, written once at a time, and called received only when it is', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 100 }), (script) => {
      const world = makeWorld()
      for (const action of script) world.act(action)
      world.heal()
      for (const { id, state } of world.left()) {
        expect(state).toBe('expired')
        expect(world.isAtServer(id)).toBe(false)
      }
      expect(world.carried()).toBe(0)
      for (const id of world.undone()) expect(world.isAtServer(id)).toBe(false)
    }),
    { numRuns: 2_000 },
  )
})
