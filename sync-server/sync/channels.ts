/** The channels of one connection: opened, fed and left, each command and each frame under the rights of this very moment. */
import {
  type DocumentName,
  isServerWritten,
  parseDocumentName,
} from '../../domain/access/document-name.ts'
import { type DocumentAction, mayUseDocument } from '../../domain/access/permissions.ts'
import type { MemberId } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import { type CloseReason, closeCodes } from '../../domain/wire/close-codes.ts'
import type { Frame } from '../../domain/wire/frame.ts'
import type { Up } from '../../domain/wire/up.ts'
import type { Clock } from './clock.ts'
import type { EditedDocuments } from './edited-documents.ts'
import { openEditing } from './editing.ts'
import { makeFollowing } from './following.ts'
import type { Hub } from './hub.ts'
import type { Peer } from './peer.ts'
import type { Person } from './presence/presence.ts'
import type { CatchUp } from './server-documents.ts'
import type { SignIn } from './session.ts'

export interface ChannelPorts {
  readonly clock: Clock
  readonly hub: Hub
  readonly edited: EditedDocuments
  /** Null when there is no such document. */
  catchUp(name: string, epoch: string | null, n: number): Promise<CatchUp | null>
  /** Who somebody is to others. */
  person(memberId: MemberId): Promise<Person>
  /** There are new wishes to settle. */
  onReceived(): void
  log(line: string): void
}

/** One connection, as its channels know it. */
export interface Line {
  readonly peer: Peer
  readonly signIn: SignIn
  readonly ports: ChannelPorts
  /** Ends the connection. */
  close(reason: CloseReason): void
  /** Ends the connection for something that should not happen. */
  fail(error: unknown): void
}

/** Ends one channel and says why. */
export type LeaveChannel = (channel: number, reason: CloseReason) => void

export interface Channel {
  readonly name: DocumentName
  /** The body of one frame from the peer. */
  take(body: Uint8Array): Promise<void>
  stop(): void
}

export interface Channels {
  follow(up: Extract<Up, { type: 'follow' }>): Promise<void>
  edit(up: Extract<Up, { type: 'edit' }>): Promise<void>
  leave(channel: number): void
  takeFrame(frame: Frame): Promise<void>
  stop(): void
}

export function makeChannels(line: Line): Channels {
  const channels = new Map<number, Channel>()
  const following = makeFollowing(line, leaveWith)
  let isStopped = false

  /** False when there is no room for it; the connection is closed then. */
  function isFree(channel: number): boolean {
    if (channels.has(channel)) line.close('malformed')
    else if (channels.size >= limits.channelsPerSocketMax) line.close('too-large')
    return !isStopped
  }

  async function follow(up: Extract<Up, { type: 'follow' }>): Promise<void> {
    if (!isFree(up.channel)) return
    const name = permitted(line, up.document, 'read')
    if (name === null || !isServerWritten(name.kind)) return leaveWith(up.channel, 'forbidden')
    if (following.has(up.document)) return line.close('malformed')
    const { channel, start } = following.open(up, name)
    channels.set(up.channel, channel)
    if (!(await start())) leaveWith(up.channel, 'forbidden')
  }

  async function edit(up: Extract<Up, { type: 'edit' }>): Promise<void> {
    if (!isFree(up.channel)) return
    const name = permitted(line, up.document, 'write')
    if (name === null) return leaveWith(up.channel, 'forbidden')
    const channel = await openEditing(line, up.channel, name, leaveWith)
    if (channel === null) return
    if (isStopped) channel.stop()
    else channels.set(up.channel, channel)
  }

  async function takeFrame({ channel: number, body }: Frame): Promise<void> {
    const channel = channels.get(number)
    if (channel === undefined) return // left a moment ago
    if (isServerWritten(channel.name.kind)) return line.close('malformed')
    const isPermitted = mayUseDocument(line.signIn.principal, 'write', channel.name)
    return isPermitted ? channel.take(body) : leaveWith(number, 'forbidden')
  }

  function leave(number: number): void {
    channels.get(number)?.stop()
    channels.delete(number)
  }

  function leaveWith(channel: number, reason: CloseReason): void {
    leave(channel)
    line.peer.say({ type: 'left', channel, code: closeCodes[reason] })
  }

  return {
    follow,
    edit,
    leave,
    takeFrame,
    stop: () => {
      isStopped = true
      for (const number of [...channels.keys()]) leave(number)
    },
  }
}

/** The parsed name when this connection may act on it, else null: unknown and forbidden look the same. */
function permitted(line: Line, document: string, action: DocumentAction): DocumentName | null {
  const name = parseDocumentName(document)
  if (name === null || !mayUseDocument(line.signIn.principal, action, name)) return null
  // An outbox has one writer: the device it is named for.
  const isOfOtherDevice = name.kind === 'outbox' && name.deviceId !== line.signIn.deviceId
  return action === 'write' && isOfOtherDevice ? null : name
}
