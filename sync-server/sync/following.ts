/** The documents one connection follows, and its share of every committed group. */
import type { DocumentName } from '../../domain/access/document-name.ts'
import { mayUseDocument } from '../../domain/access/permissions.ts'
import type { Down } from '../../domain/wire/down.ts'
import { writeRowBody } from '../../domain/wire/frame.ts'
import type { Up } from '../../domain/wire/up.ts'
import { type FollowChannel, makeFollowChannel } from './channel-follow.ts'
import type { Channel, LeaveChannel, Line } from './channels.ts'
import type { FollowedGroup } from './hub.ts'

type Follow = Extract<Up, { type: 'follow' }>

export interface Following {
  has(document: string): boolean
  /** `start` catches up; it answers false when there is no such document. */
  open(
    up: Follow,
    name: DocumentName,
  ): { readonly channel: Channel; readonly start: () => Promise<boolean> }
}

interface Followed {
  readonly name: DocumentName
  readonly channel: number
  readonly reader: FollowChannel
}

const nothing = new Uint8Array()

export function makeFollowing(line: Line, leaveWith: LeaveChannel): Following {
  const followed = new Map<string, Followed>()
  const follower = {
    takeGroup: (group: FollowedGroup) => {
      sendFrames(line, takeFrames(group, followed, line, leaveWith), group.announce)
    },
  }
  return {
    has: (document) => followed.has(document),
    open: (up, name) => {
      const reader = openReader(line, up, leaveWith)
      // Followed before it is read, so that no row falls between reading and following.
      const unfollow = line.ports.hub.follow(up.document, follower)
      followed.set(up.document, { name, channel: up.channel, reader })
      const stop = () => {
        unfollow()
        reader.stop()
        followed.delete(up.document)
      }
      const take = async () => line.close('malformed') // a followed document is not written to
      return { channel: { name, take, stop }, start: () => reader.start(up.epoch, up.n) }
    },
  }
}

function openReader(
  line: Line,
  { channel, document }: Follow,
  leaveWith: LeaveChannel,
): FollowChannel {
  const { peer, ports } = line
  return makeFollowChannel({
    catchUp: (epoch, n) => ports.catchUp(document, epoch, n),
    following: ({ head: { epoch, n }, with: what }) =>
      peer.say({ type: 'following', channel, epoch, n, with: what }),
    row: ({ n, bytes }) => peer.frame(channel, writeRowBody({ n, update: nothing }), bytes),
    late: (rows) =>
      sendFrames(
        line,
        rows.map((row) => row.frame(channel)),
        (frames) => JSON.stringify({ type: 'group', frames, at: ports.clock.now() } satisfies Down),
      ),
    flushed: () => peer.flushed(),
    gone: () => leaveWith(channel, 'forbidden'),
    fail: line.fail,
  })
}

/** The frames of a group that are to be sent now; those of a document that is still being read wait for it. */
function takeFrames(
  { rows }: FollowedGroup,
  followed: ReadonlyMap<string, Followed>,
  { signIn }: Line,
  leaveWith: LeaveChannel,
): readonly Uint8Array[] {
  const frames: Uint8Array[] = []
  for (const row of rows) {
    const known = followed.get(row.name)
    if (known === undefined) continue
    if (!mayUseDocument(signIn.principal, 'read', known.name)) leaveWith(known.channel, 'forbidden')
    else if (known.reader.offer(row)) frames.push(row.frame(known.channel))
  }
  return frames
}

/** A single frame is a group by itself and needs no announcement. */
function sendFrames(
  { peer }: Line,
  frames: readonly Uint8Array[],
  announce: (frames: number) => string,
): void {
  const [only] = frames
  if (only === undefined) return
  if (frames.length === 1) return peer.bytes(only)
  peer.together(() => {
    peer.text(announce(frames.length))
    for (const frame of frames) peer.bytes(frame)
  })
}
