/**
 * Everybody who is connected, over whatever carries their messages. Once a second it looks at all of them: who fell silent is closed,
 * and so is a tool whose token does not stand any more.
 */
import { parseDocumentName } from '../../domain/access/document-name.ts'
import {
  mayUseDocument,
  type Principal,
  type ScreenPrincipal,
} from '../../domain/access/permissions.ts'
import type { MemberId, ScreenId } from '../../domain/values/ids.ts'
import { type CloseReason, closeCodes } from '../../domain/wire/close-codes.ts'
import type { Storage } from '../storage/storage.ts'
import { type Clock, every } from './clock.ts'
import { makeEditedDocuments } from './edited-documents.ts'
import { hearEdits } from './edited-elsewhere.ts'
import { publishCommits } from './elsewhere.ts'
import { makeHub } from './hub.ts'
import { makeOnDemand } from './on-demand.ts'
import { openPlainSocket, type PlainSocket } from './plain-socket.ts'
import { openPresence } from './presence/elsewhere.ts'
import type { Person } from './presence/presence.ts'
import type { ServerDocuments } from './server-documents.ts'
import { openSession, type Session, type SessionPorts, type SignIn } from './session.ts'
import type { Socket } from './socket.ts'

export interface ConnectionPorts {
  readonly storage: Storage
  readonly documents: ServerDocuments
  readonly clock: Clock
  /** Projects a document that nobody followed before. False when there is no such document. */
  ensureDocument(name: string): Promise<boolean>
  /** Who a read-only token stands for now, or null. */
  redeemToken(token: string): Promise<Principal | ScreenPrincipal | null>
  /** There may be wishes to settle. */
  onReceived(): void
  generation(): string
  makeEpoch(): string
  log(line: string): void
}

/** A tool that follows one document with a token. */
export interface Reader {
  readonly document: string
  readonly token: string
  readonly principal: Principal | ScreenPrincipal
}

export interface Connections {
  open(socket: Socket, signIn: SignIn): void
  openPlain(socket: Socket, reader: Reader): void
  /** Sign-ins with an open connection, one for each connection. */
  signIns(): readonly SignIn[]
  /** Closes the connections of a sign-in: it is over, or its rights changed and it may come back with the new ones. */
  end(signInId: string, why: 'over' | 'changed'): void
  count(): number
  /** Closes them all in good order; resolves when nothing of theirs is being written. */
  close(): Promise<void>
}

/** Devices and tabs of one person, with room for those that are gone and not noticed yet. */
const CONNECTIONS_PER_MEMBER_MAX = 8
const LOOK_EVERY_MS = 1_000
const WAKE_EVERY_MS = 5_000

interface PlainConnection extends Reader {
  readonly socket: PlainSocket
}

export function makeConnections(ports: ConnectionPorts): Connections {
  const { clock, documents, log } = ports
  const hub = makeHub()
  const presence = openPresence({ ...ports, serverId: documents.serverId })
  const edited = makeEditedDocuments({
    ...ports,
    presence: presence.rooms,
    now: () => clock.now(),
    announce: (tx, row, at) => documents.announce(tx, [row], at),
  })
  const catchUp = makeOnDemand(documents, ports.ensureDocument)
  const sessionPorts: SessionPorts = { ...ports, hub, edited, catchUp, person }
  const sessions = new Set<Session>()
  const plain = new Set<PlainConnection>()
  const openByHolder = new Map<MemberId | ScreenId, number>()
  const stopPublishing = publishCommits({ ...ports, hub })
  const stopHearing = hearEdits({ ...ports, edited, serverId: documents.serverId })
  const stopBeating = every(clock, LOOK_EVERY_MS, () => {
    for (const session of sessions) session.beat()
    for (const { socket } of plain) socket.beat()
  })
  const stopLooking = every(clock, LOOK_EVERY_MS, () => closeRevoked(plain, ports))
  // Wishes may be on disk that nobody spoke of: their server went away, or the database was.
  const stopWaking = every(clock, WAKE_EVERY_MS, ports.onReceived)

  async function person(memberId: MemberId): Promise<Person> {
    const { read } = ports.storage
    const row = await read
      .selectFrom('member')
      .select('name')
      .where('id', '=', memberId)
      .executeTakeFirst()
    return { memberId, name: row?.name ?? '' }
  }

  /** False when the member or screen has as many as allowed; the socket is turned away then. */
  function hasRoom(socket: Socket, holder: MemberId | ScreenId): boolean {
    const open = openByHolder.get(holder) ?? 0
    if (open >= CONNECTIONS_PER_MEMBER_MAX) {
      socket.close(closeCodes['slow-down'], 'slow-down')
      return false
    }
    openByHolder.set(holder, open + 1)
    socket.onClose(() => {
      const left = (openByHolder.get(holder) ?? 0) - 1
      if (left > 0) openByHolder.set(holder, left)
      else openByHolder.delete(holder)
    })
    return true
  }

  return {
    open: (socket, signIn) => {
      if (!hasRoom(socket, signIn.principal.memberId)) return
      const session = openSession(socket, signIn, sessionPorts)
      sessions.add(session)
      socket.onClose(() => sessions.delete(session))
    },
    openPlain: (socket, reader) => {
      const { principal } = reader
      const holder = 'memberId' in principal ? principal.memberId : principal.screenId
      if (!hasRoom(socket, holder)) return
      const opened = openPlainSocket(socket, reader.document, { clock, hub, catchUp, log })
      const connection = { ...reader, socket: opened }
      plain.add(connection)
      socket.onClose(() => plain.delete(connection))
    },
    signIns: () => [...sessions].map((session) => session.signIn),
    end: (signInId, why) => {
      const reason: CloseReason = why === 'over' ? 'sign-in' : 'going-away'
      for (const session of sessions) if (session.signIn.id === signInId) session.close(reason)
    },
    count: () => sessions.size + plain.size,
    close: async () => {
      stopPublishing()
      stopHearing()
      stopBeating()
      stopLooking()
      stopWaking()
      for (const session of sessions) session.close('going-away')
      for (const { socket } of plain) socket.close('going-away')
      await Promise.all([edited.idle(), presence.close()])
    },
  }
}

async function closeRevoked(
  plain: ReadonlySet<PlainConnection>,
  { redeemToken, log }: ConnectionPorts,
): Promise<void> {
  for (const { token, document, socket } of plain) {
    try {
      const principal = await redeemToken(token)
      if (principal === null) socket.close('sign-in')
      else if (!mayRead(principal, document)) socket.close('forbidden')
    } catch (error) {
      log(`A token could not be looked at: ${String(error)}`)
    }
  }
}

function mayRead(principal: Principal | ScreenPrincipal, document: string): boolean {
  const name = parseDocumentName(document)
  return name !== null && mayUseDocument(principal, 'read', name)
}
