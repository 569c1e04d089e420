/**
 * A simulated device: a shell over the machines of `domain/wire`, as the app's sync is one. It connects, listens, stores, and draws
 * what its member would see. Its clock may be wrong by years.
 */
import { type BookingViewInput, bookingView } from '../../domain/bookings/booking-view.ts'
import type { BookingViewRow } from '../../domain/bookings/booking-view-row.ts'
import type { AnyIntent } from '../../domain/bookings/intent.ts'
import { readMember } from '../../domain/bookings/member-sections.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { DeviceId, IntentId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { reconnectDelayMs } from '../../domain/wire/backoff.ts'
import { closeCodes } from '../../domain/wire/close-codes.ts'
import type { Down } from '../../domain/wire/down.ts'
import type { stepFollower } from '../../domain/wire/follower.ts'
import { readFrame, writeFrame } from '../../domain/wire/frame.ts'
import { type Grouping, noGroup, openGroup, takeFrame } from '../../domain/wire/group.ts'
import { type Heartbeat, heard, makeHeartbeat, stepHeartbeat } from '../../domain/wire/heartbeat.ts'
import { parseDown } from '../../domain/wire/parse-down.ts'
import { WIRE_VERSION } from '../../domain/wire/protocol-version.ts'
import type { Up } from '../../domain/wire/up.ts'
import type { Clock } from '../sync/clock.ts'
import { type DeviceDocuments, makeDeviceDocuments } from './device-documents.ts'
import { type DeviceOutbox, isInUndoWindow, makeDeviceOutbox } from './device-outbox.ts'
import { type DeviceStore, type IntentRow, makeDeviceStore } from './device-store.ts'
import type { Link, Message } from './link.ts'
import type { Random } from './random.ts'

export interface Device {
  readonly id: DeviceId
  readonly member: Member
  readonly store: DeviceStore
  readonly link: Link | null
  readonly documents: DeviceDocuments
  /** How far its clock is wrong, ms. */
  skewMs: number
  /** False: no network. */
  hasNetwork: boolean
  now(): number
  /** Of the server it is connected to; null while it is not. */
  generation(): string | null
  save(intent: AnyIntent, undoMs: number): void
  undo(id: IntentId): void
  view(): readonly BookingViewRow[]
  /** The network is back, or a person taps: tries at once. */
  nudge(): void
  /** Power is gone, and comes back at once. */
  crash(): void
  loseNetwork(): void
}

export interface DevicePorts {
  readonly id: DeviceId
  readonly member: Member
  readonly documents: readonly string[]
  readonly clock: Clock
  readonly step: typeof stepFollower
  random(): Random
  /** Null when nobody answers. */
  connect(device: Device): Link | null
  onMarked(device: Device, row: IntentRow): void
  onForgotten(device: Device, row: IntentRow): void
  onView(device: Device): void
}

const OUTBOX_CHANNEL = 1
const TICK_MS = 1_000

export function makeDevice(ports: DevicePorts): Device {
  const { clock, member } = ports
  const store = makeDeviceStore()
  let life = 0
  let link: Link | null = null
  let welcome: Extract<Down, { type: 'welcome' }> | null = null
  /** How far the server's clock is ahead of the device's timer, which neither stands still nor jumps as its clock does. */
  let aheadMs: number | null = null
  let attempt = 0
  let beat: Heartbeat = makeHeartbeat(0)
  let group: Grouping = noGroup
  let hasStartedOver = false
  let documents: DeviceDocuments
  let outbox: DeviceOutbox

  const device: Device = {
    id: ports.id,
    member,
    store,
    get link() {
      return link
    },
    get documents() {
      return documents
    },
    skewMs: 0,
    hasNetwork: true,
    now: () => clock.now() + device.skewMs,
    generation: () => welcome?.generation ?? null,
    save: (intent, undoMs) => {
      const sendAfter = undoMs > 0 ? device.now() + undoMs : 0
      const row: IntentRow = { intent, state: 'saved', sendAfter, settled: null, settledAt: null }
      store.putIntent(row)
      outbox.saved(row)
      ports.onView(device)
    },
    undo: (id) => {
      const row = store.intents.get(id)
      if (row === undefined || row.state !== 'saved' || !isInUndoWindow(row, device.now())) return
      store.deleteIntent(id)
      outbox.undone(id)
    },
    view: () => bookingView(viewInput()),
    nudge: () => {
      if (link === null) connect(life)
    },
    crash: () => {
      disconnect()
      store.crash(ports.random())
      boot()
    },
    loseNetwork: () => {
      device.hasNetwork = false
      disconnect()
    },
  }

  /** Before the first contact, its own clock is the best guess there is. */
  function serverNow(): number {
    return aheadMs === null ? device.now() : clock.now() + aheadMs
  }

  function boot(): void {
    life += 1
    attempt = 0
    aheadMs = null
    welcome = null
    documents = makeDeviceDocuments({
      store,
      names: ports.documents,
      step: ports.step,
      send,
      changed,
      reconnect: () => gone(),
    })
    outbox = makeDeviceOutbox({
      store,
      deviceNow: device.now,
      serverNow,
      generation: () => welcome?.generation ?? 'none',
      sendPart: (body) => link?.device.send(writeFrame(OUTBOX_CHANNEL, body)),
      marked: (row) => {
        ports.onMarked(device, row)
        ports.onView(device)
      },
      forgotten: (row) => ports.onForgotten(device, row),
    })
    connect(life)
  }

  function connect(own: number): void {
    if (own !== life || link !== null) return
    const opened = device.hasNetwork ? ports.connect(device) : null
    if (opened === null) return retryLater()
    link = opened
    beat = makeHeartbeat(clock.now())
    group = noGroup
    hasStartedOver = false
    opened.device.onMessage = (message) => {
      beat = heard(beat, clock.now())
      take(message)
    }
    opened.device.onClose = () => gone()
    send({ type: 'hello', wire: WIRE_VERSION, app: 'simulated', device: ports.id })
    clock.after(TICK_MS, () => tick(opened))
  }

  function retryLater(): void {
    const own = life
    clock.after(reconnectDelayMs(attempt, ports.random().next()), () => connect(own))
    attempt += 1
  }

  function tick(own: Link): void {
    if (link !== own) return
    const step = stepHeartbeat(beat, clock.now())
    beat = step.beat
    if (step.verdict === 'dead') return gone()
    if (step.verdict === 'ask') send({ type: 'ping', id: 1 })
    if (welcome !== null) outbox.tick()
    clock.after(TICK_MS, () => tick(own))
  }

  function gone(): void {
    if (link === null) return
    disconnect()
    retryLater()
  }

  function disconnect(): void {
    const closing = link
    link = null
    welcome = null
    group = noGroup
    closing?.device.close()
    documents.close()
    outbox.closed()
  }

  function send(message: Up): void {
    link?.device.send(JSON.stringify(message))
  }

  function take(message: Message): void {
    if (typeof message === 'string') {
      const down = parseDown(message)
      if (down !== null) takeDown(down)
      return
    }
    const frame = readFrame(message)
    if (frame === null) return
    if (frame.channel === OUTBOX_CHANNEL) return outbox.take(frame.body)
    const step = takeFrame(group, frame)
    group = step.group
    documents.takeFrames(step.ready)
  }

  function takeDown(down: Down): void {
    switch (down.type) {
      case 'welcome':
        welcome = down
        attempt = 0
        aheadMs = down.at - clock.now()
        documents.open()
        return edit()
      case 'editing':
        return outbox.opened()
      case 'received':
        return outbox.received(down.seq)
      case 'group': {
        const step = openGroup(group, down.frames)
        group = step.group
        return documents.takeFrames(step.ready)
      }
      case 'following':
        return documents.takeMessage(down)
      case 'left':
        return down.channel === OUTBOX_CHANNEL ? leftOutbox(down.code) : documents.takeMessage(down)
      case 'pong':
        return
    }
  }

  function edit(): void {
    const document = `outbox/${member.id}/${ports.id}`
    send({ type: 'edit', channel: OUTBOX_CHANNEL, document, epoch: null })
  }

  /** Started over once, the array is made anew at once; twice on one connection is a pause worth. */
  function leftOutbox(code: number): void {
    if (code !== closeCodes['start-over'] || hasStartedOver) return gone()
    hasStartedOver = true
    outbox.startOver()
    edit()
  }

  function changed(names: ReadonlySet<string>, caughtUp: ReadonlySet<string>): void {
    const own = `member/${member.id}`
    if (names.has(own) || caughtUp.has(own)) {
      const { settled } = readMember(documents.read(own))
      const byId = new Map(settled.map((one) => [one.intentId, one]))
      outbox.outcomes(byId, caughtUp.has(own))
    }
    ports.onView(device)
  }

  function viewInput(): BookingViewInput {
    const { bookings, settled } = readMember(documents.read(`member/${member.id}`))
    const now = toInstant(serverNow())
    return { bookings, settled, intents: [...store.intents.values()], now }
  }

  boot()
  return device
}
