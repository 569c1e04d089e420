/**
 * `/sync/<document>` for any Yjs tool: the plain y-websocket protocol, one document a socket, read-only. The peer's own updates and
 * its awareness are ignored, not punished, because a standard client always sends them. When the document starts a new epoch the socket
 * is closed with `start-over`: what the tool holds would merge with the new content to something that is neither.
 */
import { type CloseReason, closeCodes } from '../../domain/wire/close-codes.ts'
import { type FollowChannel, makeFollowChannel } from './channel-follow.ts'
import type { Clock } from './clock.ts'
import type { Hub } from './hub.ts'
import { makeInbox } from './inbox.ts'
import { makePeer, type Peer } from './peer.ts'
import { makePulse } from './pulse.ts'
import type { CatchUp } from './server-documents.ts'
import type { Socket } from './socket.ts'
import { emptyAwareness, readSyncMessage, syncSteps, writeSyncMessage } from './sync-message.ts'

export interface PlainPorts {
  readonly clock: Clock
  readonly hub: Hub
  catchUp(name: string, epoch: string | null, n: number): Promise<CatchUp | null>
  log(line: string): void
}

export interface PlainSocket {
  close(reason: CloseReason): void
  /** To be called about once a second. */
  beat(): void
}

/** A y-websocket client reconnects after 30 s without a message. */
const KEPT_ALIVE_EVERY_MS = 10_000

export function openPlainSocket(socket: Socket, document: string, ports: PlainPorts): PlainSocket {
  const { clock, hub } = ports
  const peer = makePeer(socket)
  const reader = openReader(peer, document, { ...ports, close, fail })
  const stopFollowing = hub.follow(document, {
    takeGroup: ({ rows }) => {
      for (const row of rows) if (reader.offer(row)) sendUpdate(peer, row.bytes)
    },
  })
  const pulse = makePulse(socket, clock, () => close('silent'))
  const inbox = makeInbox(clock, { take, close, fail })
  let keptAliveAt = clock.now()
  let isClosed = false

  socket.onMessage((message) => {
    if (!isClosed) inbox.put(message)
  })
  socket.onClose(cleanUp)

  async function take(message: string | Uint8Array): Promise<void> {
    if (isClosed) return
    if (typeof message === 'string') return close('malformed')
    const found = readSyncMessage(message)
    if (found === null) return close('malformed')
    if (found.kind === 'step-1' && !(await reader.start(null, 0))) close('forbidden')
  }

  function close(reason: CloseReason): void {
    if (isClosed) return
    cleanUp()
    socket.close(closeCodes[reason], reason)
  }

  function cleanUp(): void {
    isClosed = true
    stopFollowing()
    reader.stop()
  }

  function fail(error: unknown): void {
    ports.log(`A plain connection failed: ${String(error)}`)
    close('going-away')
  }

  return {
    close,
    beat: () => {
      pulse.beat()
      if (clock.now() - keptAliveAt < KEPT_ALIVE_EVERY_MS) return
      keptAliveAt = clock.now()
      peer.bytes(emptyAwareness)
    },
  }
}

/** Its first answer to a question is the whole document, as y-websocket expects; what it reads later are updates. */
function openReader(
  peer: Peer,
  document: string,
  ports: PlainPorts & { close(reason: CloseReason): void; fail(error: unknown): void },
): FollowChannel {
  let epoch: string | null = null
  let isAnswer = false
  return makeFollowChannel({
    catchUp: (heldEpoch, n) => ports.catchUp(document, heldEpoch, n),
    following: ({ head, with: what }) => {
      if (epoch !== null && epoch !== head.epoch) ports.close('start-over')
      epoch = head.epoch
      isAnswer = what === 'snapshot'
    },
    row: ({ bytes }) => {
      if (isAnswer) peer.bytes(writeSyncMessage(syncSteps.step2, bytes))
      else sendUpdate(peer, bytes)
    },
    late: (rows) => {
      for (const row of rows) sendUpdate(peer, row.bytes)
    },
    flushed: () => peer.flushed(),
    gone: () => ports.close('forbidden'),
    fail: ports.fail,
  })
}

function sendUpdate(peer: Peer, bytes: Uint8Array): void {
  peer.bytes(writeSyncMessage(syncSteps.update, bytes))
}
