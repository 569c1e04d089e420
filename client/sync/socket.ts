/**
 * The one physical socket of this device: ticket, hello, heartbeat, back-off. What is followed over it starts over with each connection.
 *
 *   waiting ─▶ asking for a ticket ─▶ open ─▶ welcomed
 *      ▲              │ no answer       │ closed, silent, or told to
 *      └──────────────┴─────────────────┘          └─▶ ended: signed out, or closed here
 *
 * It says Offline by its own heartbeat, because a cut network leaves a socket open for minutes.
 */
import { assertNever } from '../../domain/values/assert.ts'
import type { DeviceId } from '../../domain/values/ids.ts'
import { reconnectDelayMs } from '../../domain/wire/backoff.ts'
import { closeCodes } from '../../domain/wire/close-codes.ts'
import type { Down } from '../../domain/wire/down.ts'
import { type Frame, readFrame, writeFrame } from '../../domain/wire/frame.ts'
import { heard, makeHeartbeat, stepHeartbeat } from '../../domain/wire/heartbeat.ts'
import { parseDown } from '../../domain/wire/parse-down.ts'
import { WIRE_VERSION } from '../../domain/wire/protocol-version.ts'
import type { Up } from '../../domain/wire/up.ts'
import { afterClose } from './after-close.ts'
import type { TicketAnswer } from './fetch-ticket.ts'
import type { Link, OpenLink } from './link.ts'

export type SocketState = 'connecting' | 'online' | 'offline' | 'signed-out' | 'update-needed'

type Welcome = Extract<Down, { type: 'welcome' }>

export interface SocketPorts {
  readonly deviceId: DeviceId
  readonly app: string
  readonly openLink: OpenLink
  fetchTicket(): Promise<TicketAnswer>
  random(): number
  onState(state: SocketState): void
  onWelcome(welcome: Welcome): void
  onMessage(message: Exclude<Down, Welcome>): void
  onFrame(frame: Frame): void
  /** The connection is gone, and with it all that was followed over it. */
  onGone(): void
}

export interface PortalSocket {
  send(message: Up): void
  sendFrame(channel: number, body: Uint8Array): void
  /** Tries at once instead of waiting for the next attempt. */
  nudge(): void
  /** Ends this connection and comes back after a pause. */
  restart(): void
  close(): void
}

const TICK_MS = 1_000
/** A connection that held this long was a good one: the next attempt comes soon. */
const HELD_MS = 30_000
/** Where the back-off goes on after a connection that displeased: half a minute at most. */
const ATTEMPT_LATE = 5
/** Somebody may have put an older version of the space back. */
const UPDATE_LOOKED_FOR_MS = 10 * 60_000

type Phase =
  | { readonly state: 'waiting'; readonly timer: ReturnType<typeof setTimeout> }
  | { readonly state: 'asking' }
  | Open
  | { readonly state: 'ended' }

interface Open {
  readonly state: 'open'
  readonly link: Link
  readonly openedAt: number
  readonly ticker: ReturnType<typeof setInterval>
  beat: ReturnType<typeof makeHeartbeat>
  isWelcome: boolean
}

export function openPortalSocket(ports: SocketPorts): PortalSocket {
  let phase: Phase = { state: 'asking' }
  let attempt = 0
  let pings = 0

  async function connect(): Promise<void> {
    const asking: Phase = { state: 'asking' }
    phase = asking
    ports.onState(attempt === 0 ? 'connecting' : 'offline')
    const answer = await ports.fetchTicket()
    if (phase !== asking) return // closed meanwhile
    switch (answer.kind) {
      case 'ticket':
        return open(answer.ticket)
      case 'signed-out':
        return end('signed-out')
      case 'unreachable':
        return retry()
      default:
        assertNever(answer)
    }
  }

  function open(ticket: string): void {
    const at = performance.now()
    const isCurrent = () => phase === opened
    const link = ports.openLink(ticket, {
      opened: () => isCurrent() && sayHello(),
      text: (text) => isCurrent() && takeText(opened, text),
      bytes: (bytes) => isCurrent() && takeBytes(opened, bytes),
      closed: (code) => isCurrent() && lose(opened, code),
    })
    const ticker = setInterval(() => tick(opened), TICK_MS)
    const beat = makeHeartbeat(at)
    const opened: Open = { state: 'open', link, openedAt: at, ticker, beat, isWelcome: false }
    phase = opened
  }

  function sayHello(): void {
    send({ type: 'hello', wire: WIRE_VERSION, app: ports.app, device: ports.deviceId })
  }

  function takeText(opened: Open, text: string): void {
    opened.beat = heard(opened.beat, performance.now())
    const message = parseDown(text)
    if (message === null) return // of a newer space: not for this version
    if (message.type !== 'welcome') return ports.onMessage(message)
    opened.isWelcome = true
    ports.onState('online')
    ports.onWelcome(message)
  }

  function takeBytes(opened: Open, bytes: Uint8Array): void {
    opened.beat = heard(opened.beat, performance.now())
    const frame = readFrame(bytes)
    if (frame !== null) ports.onFrame(frame)
  }

  function tick(opened: Open): void {
    const { beat, verdict } = stepHeartbeat(opened.beat, performance.now())
    opened.beat = beat
    if (verdict === 'dead') return lose(opened, closeCodes.silent)
    if (verdict === 'ask' && opened.isWelcome) send({ type: 'ping', id: ++pings })
  }

  function drop({ link, ticker, isWelcome }: Open): void {
    clearInterval(ticker)
    phase = { state: 'ended' } // its own closing is no news
    link.close()
    if (isWelcome) ports.onGone()
  }

  function lose(opened: Open, code: number): void {
    drop(opened)
    if (performance.now() - opened.openedAt >= HELD_MS) attempt = 0
    const next = afterClose(code)
    switch (next) {
      case 'sign-in':
        return end('signed-out')
      case 'update':
        ports.onState('update-needed')
        return wait(UPDATE_LOOKED_FOR_MS)
      case 'retry-late':
        attempt = Math.max(attempt, ATTEMPT_LATE)
        return retry()
      case 'retry':
        return retry()
      default:
        assertNever(next)
    }
  }

  function retry(): void {
    ports.onState('offline')
    wait(reconnectDelayMs(attempt, ports.random()))
    attempt += 1
  }

  function wait(ms: number): void {
    phase = { state: 'waiting', timer: setTimeout(() => void connect(), ms) }
  }

  function end(state: SocketState): void {
    phase = { state: 'ended' }
    ports.onState(state)
  }

  function send(message: Up): void {
    if (phase.state === 'open') phase.link.send(JSON.stringify(message))
  }

  void connect()
  return {
    send,
    sendFrame: (channel, body) => {
      if (phase.state === 'open') phase.link.send(writeFrame(channel, body))
    },
    nudge: () => {
      if (phase.state === 'open') return tick(phase)
      if (phase.state !== 'waiting') return
      clearTimeout(phase.timer)
      void connect()
    },
    restart: () => {
      if (phase.state === 'open') lose(phase, closeCodes.silent)
    },
    close: () => {
      if (phase.state === 'waiting') clearTimeout(phase.timer)
      if (phase.state === 'open') drop(phase)
      phase = { state: 'ended' }
    },
  }
}
