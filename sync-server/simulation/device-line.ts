/**
 * The one connection of a simulated device: it is opened, greeted, kept alive and opened again after a pause; what comes over it is
 * sorted into messages and groups of frames.
 */
import { assertNever } from '../../domain/values/assert.ts'
import type { DeviceId } from '../../domain/values/ids.ts'
import { reconnectDelayMs } from '../../domain/wire/backoff.ts'
import type { Down } from '../../domain/wire/down.ts'
import { type Frame, readFrame, writeFrame } from '../../domain/wire/frame.ts'
import { type Grouping, noGroup, openGroup, takeFrame } from '../../domain/wire/group.ts'
import { type Heartbeat, heard, makeHeartbeat, stepHeartbeat } from '../../domain/wire/heartbeat.ts'
import { parseDown } from '../../domain/wire/parse-down.ts'
import { WIRE_VERSION } from '../../domain/wire/protocol-version.ts'
import type { Up } from '../../domain/wire/up.ts'
import type { Clock } from '../sync/clock.ts'
import type { Link, Message } from './link.ts'

/** Channel of the outbox. */
export const OUTBOX_CHANNEL = 1
const TICK_MS = 1_000

export type LineMessage = Exclude<Down, { type: 'group' | 'pong' }>

export interface LinePorts {
  readonly device: DeviceId
  readonly clock: Clock
  /** In [0, 1). */
  random(): number
  /** Null when nobody answers. */
  connect(): Link | null
  take(message: LineMessage): void
  /** Frames of one group, or one by itself. */
  takeFrames(frames: readonly Frame[]): void
  takeOutbox(body: Uint8Array): void
  /** About once a second while it is connected. */
  tick(): void
  gone(): void
}

export interface Line {
  readonly link: Link | null
  send(message: Up): void
  sendFrame(channel: number, body: Uint8Array): void
  /** Tries at once instead of after the pause. */
  open(): void
  /** Lets go of it, and comes back after a pause. */
  reopen(): void
  /** Lets go of it for good. */
  end(): void
}

interface State {
  isOver: boolean
  link: Link | null
  attempt: number
  beat: Heartbeat
  group: Grouping
}

export function makeLine(ports: LinePorts): Line {
  const state: State = {
    isOver: false,
    link: null,
    attempt: 0,
    beat: makeHeartbeat(0),
    group: noGroup,
  }
  const line: Line = {
    get link() {
      return state.link
    },
    send: (message) => state.link?.device.send(JSON.stringify(message)),
    sendFrame: (channel, body) => state.link?.device.send(writeFrame(channel, body)),
    open: () => {
      if (state.link === null && !state.isOver) open(line, state, ports)
    },
    reopen: () => {
      if (letGo(state, ports)) retryLater(line, state, ports)
    },
    end: () => {
      state.isOver = true
      letGo(state, ports)
    },
  }
  return line
}

/** False when there was nothing to let go of. A group that is not complete is dropped: its rows come again. */
function letGo(state: State, ports: LinePorts): boolean {
  const { link } = state
  if (link === null) return false
  state.link = null
  state.group = noGroup
  link.device.close()
  ports.gone()
  return true
}

function open(line: Line, state: State, ports: LinePorts): void {
  const { clock } = ports
  const link = ports.connect()
  if (link === null) return retryLater(line, state, ports)
  state.link = link
  state.beat = makeHeartbeat(clock.now())
  link.device.onMessage = (message) => {
    state.beat = heard(state.beat, clock.now())
    take(message, state, ports)
  }
  link.device.onClose = line.reopen
  line.send({ type: 'hello', wire: WIRE_VERSION, app: 'simulated', device: ports.device })
  clock.after(TICK_MS, () => tick(link, line, state, ports))
}

function retryLater(line: Line, state: State, ports: LinePorts): void {
  ports.clock.after(reconnectDelayMs(state.attempt, ports.random()), line.open)
  state.attempt += 1
}

function tick(own: Link, line: Line, state: State, ports: LinePorts): void {
  if (state.link !== own) return
  const step = stepHeartbeat(state.beat, ports.clock.now())
  state.beat = step.beat
  if (step.verdict === 'dead') return line.reopen()
  if (step.verdict === 'ask') line.send({ type: 'ping', id: 1 })
  ports.tick()
  ports.clock.after(TICK_MS, () => tick(own, line, state, ports))
}

function take(message: Message, state: State, ports: LinePorts): void {
  if (typeof message === 'string') {
    const down = parseDown(message)
    return down === null ? undefined : takeMessage(down, state, ports)
  }
  const frame = readFrame(message)
  if (frame === null) return
  if (frame.channel === OUTBOX_CHANNEL) return ports.takeOutbox(frame.body)
  const { group, ready } = takeFrame(state.group, frame)
  state.group = group
  ports.takeFrames(ready)
}

function takeMessage(down: Down, state: State, ports: LinePorts): void {
  switch (down.type) {
    case 'pong':
      return
    case 'group': {
      const { group, ready } = openGroup(state.group, down.frames)
      state.group = group
      return ports.takeFrames(ready)
    }
    case 'welcome':
      state.attempt = 0
      return ports.take(down)
    case 'following':
    case 'editing':
    case 'received':
    case 'left':
      return ports.take(down)
    default:
      return assertNever(down)
  }
}
