/**
 * One live connection of a signed-in device.
 *
 *   hello ─▶ welcome ─▶ follow / edit / leave / ping, binary frames on edit channels
 *
 * Every command and every frame asks the table of rights again. Whatever cannot be read, is too large or too fast closes this
 * socket with its code and touches nothing else. Forbidden and unknown documents get the same answer.
 */
import type WebSocket from 'ws'
import {
  type DocumentName,
  formatDocumentName,
  isServerWritten,
  parseDocumentName,
} from '../../domain/access/document-name.ts'
import { mayUseDocument, type Principal } from '../../domain/access/permissions.ts'
import { assertNever } from '../../domain/values/assert.ts'
import { limits } from '../../domain/values/limits.ts'
import { type CloseReason, closeCodes } from '../../domain/wire/close-codes.ts'
import type { Down } from '../../domain/wire/down.ts'
import { readFrame, writeFrame, writeRowBody } from '../../domain/wire/frame.ts'
import { parseUp } from '../../domain/wire/parse-up.ts'
import { WIRE_VERSION, WIRE_VERSION_FLOOR } from '../../domain/wire/protocol-version.ts'
import type { Up } from '../../domain/wire/up.ts'
import type { FollowedRow, Follower, Hub } from './hub.ts'
import type { Outbox } from './outbox.ts'
import { makeOutboxChannel, type OutboxChannel } from './outbox-channel.ts'
import { makeRateLimit } from './rate-limit.ts'
import type { ServerDocuments } from './server-documents.ts'

/** Somebody signed in on a device. */
export interface SignIn {
  readonly id: string
  readonly principal: Principal
  readonly deviceId: string
}

export interface SessionPorts {
  readonly documents: ServerDocuments
  readonly hub: Hub
  ensureDocument(name: string): Promise<boolean>
  openOutbox(name: string, signIn: SignIn): Promise<Outbox>
  onReceived(): void
  now(): number
  generation(): string
  log(line: string): void
}

export interface Session {
  readonly signIn: SignIn
  close(reason: CloseReason): void
}

const HELLO_WITHIN_MS = 3_000
/** A peer that was silent for this long is gone: devices ping every ten seconds. */
const SILENT_MS_MAX = 25_000
/** A reader this far behind will not catch up by waiting. */
const BUFFERED_BYTES_MAX = 4_000_000

interface FollowChannel {
  readonly kind: 'follow'
  readonly name: DocumentName
  readonly number: number
  /** Rows that came while the document was being read; null once it has caught up. */
  missed: FollowedRow[] | null
}

type Channel =
  | FollowChannel
  | { readonly kind: 'edit'; readonly name: DocumentName; readonly outbox: OutboxChannel }

export function openSession(socket: WebSocket, signIn: SignIn, ports: SessionPorts): Session {
  const channels = new Map<number, Channel>()
  const followed = new Map<string, FollowChannel>()
  const stops = new Map<number, () => void>()
  const follower: Follower = { takeGroup: (rows, at) => sendGroup(rows, at) }
  const rate = makeRateLimit(ports.now)
  let isGreeted = false
  let isClosed = false
  let silence = setTimeout(() => close('silent'), HELLO_WITHIN_MS)
  /** Commands and frames are handled strictly one after the other. */
  let work: Promise<void> = Promise.resolve()

  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (!rate.take(data.byteLength)) return close('slow-down')
    if (isGreeted) restartSilence()
    work = work.then(() => (isBinary ? takeFrame(data) : takeText(String(data)))).catch(fail)
  })
  socket.on('close', cleanUp)
  socket.on('error', () => socket.terminate())

  function restartSilence(): void {
    clearTimeout(silence)
    silence = setTimeout(() => close('silent'), SILENT_MS_MAX)
  }

  function fail(error: unknown): void {
    ports.log(`A connection of ${signIn.principal.memberId} failed: ${String(error)}`)
    close('going-away')
  }

  function close(reason: CloseReason): void {
    cleanUp()
    socket.close(closeCodes[reason], reason)
  }

  function cleanUp(): void {
    if (isClosed) return
    isClosed = true
    clearTimeout(silence)
    for (const stop of stops.values()) stop()
    channels.clear()
    followed.clear()
  }

  function send(message: Down): void {
    if (!isClosed) socket.send(JSON.stringify(message))
  }

  function sendBody(channel: number, body: Uint8Array): void {
    if (isClosed) return
    if (socket.bufferedAmount > BUFFERED_BYTES_MAX) return close('slow-down')
    socket.send(writeFrame(channel, body))
  }

  async function takeText(text: string): Promise<void> {
    if (isClosed) return
    const up = parseUp(text)
    if (up === null) return close('malformed')
    if (!isGreeted) return greet(up)
    switch (up.type) {
      case 'hello':
        return close('malformed')
      case 'follow':
        return follow(up)
      case 'edit':
        return edit(up)
      case 'leave':
        return leave(up.channel)
      case 'ping':
        return send({ type: 'pong', id: up.id, at: ports.now() })
      default:
        assertNever(up)
    }
  }

  function greet(up: Up): void {
    if (up.type !== 'hello') return close('malformed')
    if (up.device !== signIn.deviceId) return close('sign-in')
    if (up.wire < WIRE_VERSION_FLOOR) return close('update')
    isGreeted = true
    restartSilence()
    const { memberId, role } = signIn.principal
    const wire = Math.min(up.wire, WIRE_VERSION)
    send({ type: 'welcome', wire, generation: ports.generation(), at: ports.now(), memberId, role })
  }

  /** The parsed name when this connection may act on it, else null: unknown and forbidden look the same. */
  function permitted(document: string, action: 'read' | 'write'): DocumentName | null {
    const name = parseDocumentName(document)
    return name !== null && mayUseDocument(signIn.principal, action, name) ? name : null
  }

  function isFree(channel: number): boolean {
    if (channels.has(channel)) close('malformed')
    else if (channels.size >= limits.channelsPerSocketMax) close('too-large')
    return !isClosed
  }

  async function follow(up: Extract<Up, { type: 'follow' }>): Promise<void> {
    if (!isFree(up.channel)) return
    const name = permitted(up.document, 'read')
    if (name === null || !isServerWritten(name.kind)) return left(up.channel, 'forbidden')
    if (followed.has(up.document)) return close('malformed')
    // Followed before it is read, so that no row falls between reading and following.
    const channel: FollowChannel = { kind: 'follow', name, number: up.channel, missed: [] }
    channels.set(up.channel, channel)
    followed.set(up.document, channel)
    const stop = ports.hub.follow(up.document, follower)
    stops.set(up.channel, stop)
    const found = await catchUp(up)
    if (isClosed) return
    if (found === null) return leaveWith(up.channel, 'forbidden')
    const { head, rows } = found
    send({ type: 'following', channel: up.channel, epoch: head.epoch, n: head.n, with: found.with })
    for (const { n, bytes } of rows) sendBody(up.channel, writeRowBody({ n, update: bytes }))
    const since = (channel.missed ?? []).filter((row) => row.epoch !== head.epoch || row.n > head.n)
    channel.missed = null
    sendGroup(since, ports.now())
  }

  async function catchUp(up: Extract<Up, { type: 'follow' }>) {
    const found = await ports.documents.catchUp(up.document, up.epoch, up.n)
    if (found !== null) return found
    if (!(await ports.ensureDocument(up.document))) return null
    return ports.documents.catchUp(up.document, up.epoch, up.n)
  }

  /** Rows of one group go out together; those of a document still being read wait for it. */
  function sendGroup(rows: readonly FollowedRow[], at: number): void {
    const ready: { channel: number; body: Uint8Array }[] = []
    for (const row of rows) {
      const channel = followed.get(row.name)
      if (channel === undefined) continue
      if (!mayUseDocument(signIn.principal, 'read', channel.name)) {
        leaveWith(channel.number, 'forbidden')
      } else if (channel.missed !== null) channel.missed.push(row)
      else ready.push({ channel: channel.number, body: row.body })
    }
    if (ready.length === 0) return
    send({ type: 'group', frames: ready.length, at })
    for (const { channel, body } of ready) sendBody(channel, body)
  }

  async function edit(up: Extract<Up, { type: 'edit' }>): Promise<void> {
    if (!isFree(up.channel)) return
    const name = permitted(up.document, 'write')
    if (name?.kind !== 'outbox' || name.deviceId !== signIn.deviceId) {
      return left(up.channel, 'forbidden')
    }
    const outbox = await ports.openOutbox(up.document, signIn)
    if (isClosed) return
    const channel = makeOutboxChannel(outbox, {
      send: (body) => sendBody(up.channel, body),
      received: (seq) => send({ type: 'received', channel: up.channel, seq }),
      wake: () => ports.onReceived(),
      now: () => ports.now(),
    })
    channels.set(up.channel, { kind: 'edit', name, outbox: channel })
    send({ type: 'editing', channel: up.channel, epoch: outbox.epoch })
    channel.start()
  }

  async function takeFrame(bytes: Uint8Array): Promise<void> {
    if (isClosed) return
    const frame = isGreeted ? readFrame(bytes) : null
    if (frame === null) return close('malformed')
    const channel = channels.get(frame.channel)
    if (channel === undefined) return // left a moment ago
    if (channel.kind !== 'edit') return close('malformed')
    if (!mayUseDocument(signIn.principal, 'write', channel.name)) {
      return leaveWith(frame.channel, 'forbidden')
    }
    const trouble = await channel.outbox.take(frame.body)
    if (trouble === 'malformed' || trouble === 'too-large') close(trouble)
    if (trouble === 'start-over') leaveWith(frame.channel, trouble)
  }

  function leave(number: number): void {
    const channel = channels.get(number)
    if (channel?.kind === 'follow') followed.delete(formatDocumentName(channel.name))
    stops.get(number)?.()
    stops.delete(number)
    channels.delete(number)
  }

  function leaveWith(number: number, reason: CloseReason): void {
    leave(number)
    left(number, reason)
  }

  function left(channel: number, reason: CloseReason): void {
    send({ type: 'left', channel, code: closeCodes[reason] })
  }

  return { signIn, close }
}
