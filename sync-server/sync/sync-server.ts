/**
 * The websocket door. An upgrade must come from our own origin and carry a one-time ticket, which a page can only get with its
 * cookie and a header that no foreign form can send. `/sync/<document>` serves plain y-websocket clients, read-only, by token.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { isServerWritten, parseDocumentName } from '../../domain/access/document-name.ts'
import { mayUseDocument, type Principal } from '../../domain/access/permissions.ts'
import { limits } from '../../domain/values/limits.ts'
import type { CloseReason } from '../../domain/wire/close-codes.ts'
import type { Storage } from '../storage/storage.ts'
import { makeHub } from './hub.ts'
import { type Outbox, openOutbox } from './outbox.ts'
import { openPlainSession } from './plain-session.ts'
import type { ServerDocuments } from './server-documents.ts'
import { openSession, type Session, type SignIn } from './session.ts'

export interface SyncServer {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Closes the connections of a sign-in that was revoked. */
  revoke(signInId: string): void
  connectionCount(): number
  close(): void
}

export interface SyncServerPorts {
  readonly storage: Storage
  readonly documents: ServerDocuments
  ensureDocument(name: string): Promise<boolean>
  redeemTicket(ticket: string): Promise<SignIn | null>
  /** Who a read-only token stands for, or null. */
  redeemToken(token: string): Promise<Principal | null>
  isAllowedOrigin(origin: string): boolean
  onReceived(): void
  now(): number
  generation(): string
  makeEpoch(): string
  log(line: string): void
}

const PROTOCOL = 'portal.v1'
const SESSIONS_PER_MEMBER_MAX = 8

export function makeSyncServer(ports: SyncServerPorts): SyncServer {
  const hub = makeHub(ports.documents)
  const sessions = new Set<Session>()
  const plain = new Set<WebSocket>()
  const outboxes = new Map<string, Promise<Outbox>>()
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: limits.frameBytesMax + 1_000,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  })

  /** One resident outbox a device: two tabs that race for it must not each hold their own idea of it. */
  function outboxOf(name: string, signIn: SignIn): Promise<Outbox> {
    const known = outboxes.get(name)
    if (known !== undefined) return known
    const owner = { memberId: signIn.principal.memberId, deviceId: signIn.deviceId }
    const opened = openOutbox(ports.storage, name, owner, ports.makeEpoch)
    outboxes.set(name, opened)
    opened.catch(() => outboxes.delete(name))
    return opened
  }

  function forgetOutboxes(signIn: SignIn): void {
    const isStillOpen = [...sessions].some((other) => other.signIn.deviceId === signIn.deviceId)
    const name = `outbox/${signIn.principal.memberId}/${signIn.deviceId}`
    if (!isStillOpen) outboxes.delete(name)
  }

  function accept(webSocket: WebSocket, signIn: SignIn): void {
    const own = [...sessions].filter(
      (other) => other.signIn.principal.memberId === signIn.principal.memberId,
    )
    if (own.length >= SESSIONS_PER_MEMBER_MAX) own[0]?.close('slow-down')
    const session = openSession(webSocket, signIn, { ...ports, hub, openOutbox: outboxOf })
    sessions.add(session)
    webSocket.on('close', () => {
      sessions.delete(session)
      forgetOutboxes(signIn)
    })
  }

  async function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const origin = request.headers.origin
    const site = request.headers['sec-fetch-site']
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    if (path !== '/sync') return upgradePlain(path.slice('/sync/'.length), request, socket, head)
    if (origin === undefined || !ports.isAllowedOrigin(origin)) return refuse(socket, 403)
    if (site !== undefined && site !== 'same-origin') return refuse(socket, 403)
    const ticket = ticketOf(request, 'ticket.')
    const signIn = ticket === null ? null : await ports.redeemTicket(ticket)
    if (signIn === null) return refuse(socket, 401)
    server.handleUpgrade(request, socket, head, (webSocket) => accept(webSocket, signIn))
  }

  async function upgradePlain(
    document: string,
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
  ): Promise<void> {
    const token = new URL(request.url ?? '/', 'http://localhost').searchParams.get('token')
    const name = parseDocumentName(decodeURIComponent(document))
    const principal = token === null ? null : await ports.redeemToken(token)
    const isReadable =
      name !== null &&
      principal !== null &&
      isServerWritten(name.kind) &&
      mayUseDocument(principal, 'read', name)
    if (!isReadable || !(await ports.ensureDocument(decodeURIComponent(document)))) {
      return refuse(socket, 403)
    }
    server.handleUpgrade(request, socket, head, (webSocket) => {
      plain.add(webSocket)
      webSocket.on('close', () => plain.delete(webSocket))
      openPlainSession(webSocket, decodeURIComponent(document), { ...ports, hub })
    })
  }

  return {
    handleUpgrade: (request, socket, head) => {
      socket.on('error', () => socket.destroy())
      upgrade(request, socket, head).catch((error: unknown) => {
        ports.log(`An upgrade failed: ${String(error)}`)
        socket.destroy()
      })
    },
    revoke: (signInId) => {
      for (const session of sessions) if (session.signIn.id === signInId) session.close('sign-in')
    },
    connectionCount: () => sessions.size,
    close: () => {
      const reason: CloseReason = 'going-away'
      for (const session of sessions) session.close(reason)
      for (const webSocket of plain) webSocket.close(1001)
      server.close()
    },
  }
}

/** The ticket travels among the offered protocols, because a header is not the page's to set and a URL is logged. */
function ticketOf(request: IncomingMessage, prefix: string): string | null {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',')
  const found = offered.map((one) => one.trim()).find((one) => one.startsWith(prefix))
  return found === undefined ? null : found.slice(prefix.length)
}

function refuse(socket: Duplex, status: 401 | 403): void {
  const text = status === 401 ? 'Unauthorized' : 'Forbidden'
  socket.end(`HTTP/1.1 ${status} ${text}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
