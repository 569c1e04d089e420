/**
 * One live connection of a signed-in device.
 *
 *   hello ─▶ welcome ─▶ follow / edit / leave / ping, binary frames on edit channels
 *
 * Every command and every frame asks the table of rights again. Whatever cannot be read, is too large or too fast closes this
 * socket with its code and touches nothing else. Forbidden and unknown documents get the same answer. An app below the wire's floor
 * is welcomed for its outbox alone: what it follows is answered with `update`.
 */
import type { Principal } from '../../domain/access/permissions.ts'
import { assertNever } from '../../domain/values/assert.ts'
import { limits } from '../../domain/values/limits.ts'
import { type CloseReason, closeCodes } from '../../domain/wire/close-codes.ts'
import { readFrame } from '../../domain/wire/frame.ts'
import { parseUp } from '../../domain/wire/parse-up.ts'
import { WIRE_VERSION, WIRE_VERSION_FLOOR } from '../../domain/wire/protocol-version.ts'
import type { Up } from '../../domain/wire/up.ts'
import { type ChannelPorts, type Channels, type Line, makeChannels } from './channels.ts'
import { makeInbox } from './inbox.ts'
import { makePeer } from './peer.ts'
import { makePulse } from './pulse.ts'
import type { Socket } from './socket.ts'

/** Somebody signed in on a device. */
export interface SignIn {
  readonly id: string
  readonly principal: Principal
  readonly deviceId: string
}

export interface SessionPorts extends ChannelPorts {
  generation(): string
}

export interface Session {
  readonly signIn: SignIn
  close(reason: CloseReason): void
  /** To be called about once a second: asks a silent peer, gives up a dead one. */
  beat(): void
}

const HELLO_WITHIN_MS = 3_000

export function openSession(socket: Socket, signIn: SignIn, ports: SessionPorts): Session {
  const { clock } = ports
  const line: Line = { peer: makePeer(socket), signIn, ports, close, fail }
  const channels = makeChannels(line)
  const pulse = makePulse(socket, clock, () => close('silent'))
  const inbox = makeInbox(clock, { take, close, fail })
  const cancelHello = clock.after(HELLO_WITHIN_MS, () => close('silent'))
  let wire: number | null = null
  let isClosed = false

  socket.onMessage((message) => {
    if (!isClosed) inbox.put(message)
  })
  socket.onClose(cleanUp)

  function close(reason: CloseReason): void {
    if (isClosed) return
    cleanUp()
    socket.close(closeCodes[reason], reason)
  }

  function cleanUp(): void {
    isClosed = true
    cancelHello()
    channels.stop()
  }

  function fail(error: unknown): void {
    if (!isClosed) {
      ports.log(`A connection of ${signIn.principal.memberId} failed: ${String(error)}`)
    }
    close('going-away')
  }

  async function take(message: string | Uint8Array): Promise<void> {
    if (isClosed) return
    if (wire === null) return greet(message)
    if (typeof message === 'string') return takeCommand(line, channels, wire, message)
    const frame = readFrame(message)
    return frame === null ? close('malformed') : channels.takeFrame(frame)
  }

  function greet(message: string | Uint8Array): void {
    const hello = typeof message === 'string' ? parseUp(message) : null
    if (hello?.type !== 'hello') return close('malformed')
    if (hello.device !== signIn.deviceId) return close('sign-in')
    cancelHello()
    wire = Math.min(hello.wire, WIRE_VERSION)
    const { memberId, role } = signIn.principal
    const generation = ports.generation()
    line.peer.say({ type: 'welcome', wire, generation, at: clock.now(), memberId, role })
  }

  return { signIn, close, beat: pulse.beat }
}

async function takeCommand(
  line: Line,
  channels: Channels,
  wire: number,
  text: string,
): Promise<void> {
  if (text.length > limits.controlBytesMax) return line.close('too-large')
  const up: Up | null = parseUp(text)
  if (up === null) return line.close('malformed')
  switch (up.type) {
    case 'hello':
      return line.close('malformed') // it was said already
    case 'follow':
      return wire < WIRE_VERSION_FLOOR
        ? line.peer.say({ type: 'left', channel: up.channel, code: closeCodes.update })
        : channels.follow(up)
    case 'edit':
      return channels.edit(up)
    case 'leave':
      return channels.leave(up.channel)
    case 'ping':
      return line.peer.say({ type: 'pong', id: up.id, at: line.ports.clock.now() })
    default:
      return assertNever(up)
  }
}
