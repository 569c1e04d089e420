/**
 * A simulated device: a shell over the machines of `domain/wire`, as the app's sync is one. It connects, listens, stores, and draws
 * what its member would see. Its clock may be wrong by years.
 */
import { bookingView } from '../../domain/bookings/booking-view.ts'
import type { BookingViewRow } from '../../domain/bookings/booking-view-row.ts'
import { type MemberDocument, readMember } from '../../domain/bookings/member-sections.ts'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { assertNever } from '../../domain/values/assert.ts'
import type { DeviceId, IntentId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { closeCodes } from '../../domain/wire/close-codes.ts'
import type { stepFollower } from '../../domain/wire/follower.ts'
import type { Clock } from '../sync/clock.ts'
import { type DeviceDocuments, makeDeviceDocuments } from './device-documents.ts'
import { type Line, type LineMessage, makeLine, OUTBOX_CHANNEL } from './device-line.ts'
import { type DeviceOutbox, isInUndoWindow, makeDeviceOutbox } from './device-outbox.ts'
import { type DeviceStore, type IntentRow, makeDeviceStore } from './device-store.ts'
import type { Link } from './link.ts'
import type { Random } from './random.ts'

export interface Device {
  readonly id: DeviceId
  readonly member: Member
  readonly store: DeviceStore
  readonly link: Link | null
  readonly documents: DeviceDocuments
  /** How far its clock is wrong, ms. */
  skewMs: number
  /** False: whoever it calls does not hear. */
  hasNetwork: boolean
  now(): number
  /** Of the server it is connected to; null while it is not. */
  generation(): string | null
  /** Its last contact, as its wishes tell it. */
  heard(): AnyIntent['heardAt']
  save(intent: AnyIntent, undoMs: number): void
  undo(id: IntentId): void
  /** What the space last said of its member. */
  story(): MemberDocument
  /** What its member sees. */
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
  /** The documents it follows. */
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

/** What lives from one start of the device to the next crash. */
interface Life {
  readonly line: Line
  readonly documents: DeviceDocuments
  readonly outbox: DeviceOutbox
  generation: string | null
  /** Of the connection before. */
  heard: AnyIntent['heardAt']
  /** How far the server's clock is ahead of the device's timer, which neither stands still nor jumps as its clock does. */
  aheadMs: number | null
  /** On this connection. */
  hasStartedOver: boolean
}

export function makeDevice(ports: DevicePorts): Device {
  const store = makeDeviceStore()
  const device: Device = {
    id: ports.id,
    member: ports.member,
    store,
    get link() {
      return life.line.link
    },
    get documents() {
      return life.documents
    },
    skewMs: 0,
    hasNetwork: true,
    now: () => ports.clock.now() + device.skewMs,
    generation: () => life.generation,
    heard: () => (life.generation === null ? life.heard : contact(device, life, ports.clock)),
    save: (intent, undoMs) => {
      const sendAfter = undoMs > 0 ? device.now() + undoMs : 0
      const row: IntentRow = { intent, state: 'saved', sendAfter, settled: null, settledAt: null }
      store.putIntent(row)
      life.outbox.saved(row)
      ports.onView(device)
    },
    undo: (id) => {
      const row = store.intents.get(id)
      if (row === undefined || row.state !== 'saved' || !isInUndoWindow(row, device.now())) return
      store.deleteIntent(id)
      life.outbox.undone(id)
    },
    story: () => readMember(life.documents.read(ownStory(device))),
    view: () => {
      const { bookings, series, waits, settled } = device.story()
      const now = toInstant(serverNow(device, life, ports.clock))
      const intents = [...store.intents.values()]
      return bookingView({ bookings, series, waits, settled, intents, now })
    },
    nudge: () => life.line.open(),
    crash: () => {
      life.line.end()
      store.crash(ports.random())
      life = startLife(device, ports)
      life.line.open()
    },
    loseNetwork: () => {
      device.hasNetwork = false
      life.line.reopen()
    },
  }
  let life = startLife(device, ports)
  life.line.open()
  return device
}

/** Before the first contact, its own clock is the best guess there is. */
function serverNow(device: Device, { aheadMs }: Life, clock: Clock): number {
  return aheadMs === null ? device.now() : clock.now() + aheadMs
}

function contact(device: Device, life: Life, clock: Clock): AnyIntent['heardAt'] {
  const { generation } = life
  if (generation === null) return null
  return { generation, at: toInstant(serverNow(device, life, clock)) }
}

function ownStory({ member }: Device): string {
  return `member/${member.id}`
}

function startLife(device: Device, ports: DevicePorts): Life {
  const { clock } = ports
  const { store } = device
  const line = makeLine({
    device: ports.id,
    clock,
    random: () => ports.random().next(),
    connect: () => (device.hasNetwork ? ports.connect(device) : null),
    take: (message) => take(device, life, ports, message),
    takeFrames: (frames) => life.documents.takeFrames(frames),
    takeOutbox: (body) => life.outbox.take(body),
    tick: () => {
      if (life.generation !== null) life.outbox.tick()
    },
    gone: () => {
      life.heard = contact(device, life, clock) ?? life.heard
      life.generation = null
      life.documents.close()
      life.outbox.closed()
    },
  })
  const life: Life = {
    line,
    generation: null,
    heard: null,
    aheadMs: null,
    hasStartedOver: false,
    documents: makeDeviceDocuments({
      store,
      names: ports.documents,
      step: ports.step,
      send: line.send,
      changed: (names, caughtUp) => changed(device, life, ports, names, caughtUp),
      reconnect: line.reopen,
    }),
    outbox: makeDeviceOutbox({
      store,
      deviceNow: device.now,
      serverNow: () => serverNow(device, life, clock),
      generation: () => life.generation ?? 'none',
      sendPart: (body) => line.sendFrame(OUTBOX_CHANNEL, body),
      marked: (row) => {
        ports.onMarked(device, row)
        ports.onView(device)
      },
      forgotten: (row) => ports.onForgotten(device, row),
    }),
  }
  return life
}

function take(device: Device, life: Life, { clock }: DevicePorts, message: LineMessage): void {
  switch (message.type) {
    case 'welcome':
      life.generation = message.generation
      life.aheadMs = message.at - clock.now()
      life.hasStartedOver = false
      life.documents.open()
      return edit(device, life)
    case 'editing':
      return life.outbox.opened()
    case 'received':
      return life.outbox.received(message.seq)
    case 'following':
      return life.documents.takeMessage(message)
    case 'left':
      if (message.channel !== OUTBOX_CHANNEL) return life.documents.takeMessage(message)
      return leftOutbox(device, life, message.code)
    default:
      return assertNever(message)
  }
}

function edit({ id, member }: Device, { line }: Life): void {
  const document = `outbox/${member.id}/${id}`
  line.send({ type: 'edit', channel: OUTBOX_CHANNEL, document, epoch: null })
}

/** Told to start over once, the array is made anew at once; twice on one connection is worth a pause. */
function leftOutbox(device: Device, life: Life, code: number): void {
  if (code !== closeCodes['start-over'] || life.hasStartedOver) return life.line.reopen()
  life.hasStartedOver = true
  life.outbox.startOver()
  edit(device, life)
}

function changed(
  device: Device,
  life: Life,
  ports: DevicePorts,
  names: ReadonlySet<string>,
  caughtUp: ReadonlySet<string>,
): void {
  const own = ownStory(device)
  if (names.has(own) || caughtUp.has(own)) {
    const { settled } = device.story()
    const outcomes = new Map(settled.map((one) => [one.intentId, one]))
    life.outbox.outcomes(outcomes, caughtUp.has(own))
  }
  ports.onView(device)
}
