/**
 * The documents followed over one connection: each a channel with the pure follower of `domain/wire` on it. Turns what comes into
 * changes to keep; rows of one settlement come out together. Nothing of it outlives the connection.
 */
import { assertNever } from '../../domain/values/assert.ts'
import type { Down } from '../../domain/wire/down.ts'
import {
  type FollowerEvent,
  type FollowerState,
  type Held,
  makeFollower,
  stepFollower,
} from '../../domain/wire/follower.ts'
import { type Frame, readRowBody } from '../../domain/wire/frame.ts'
import { type Grouping, noGroup, openGroup, takeFrame } from '../../domain/wire/group.ts'
import type { Up } from '../../domain/wire/up.ts'
import type { Change } from './change.ts'

export interface Channels {
  /** Follows these documents and lets go of all others. `heads` is what the device holds of them. */
  follow(names: readonly string[], heads: ReadonlyMap<string, Held | null>): void
  take(message: Extract<Down, { type: 'following' | 'group' | 'left' }>): readonly Change[]
  takeFrame(frame: Frame): readonly Change[]
  /** Not again over this connection: it cannot be read. */
  giveUp(name: string): void
  /** Everything that is followed and complete is as new as the last word of the space. */
  current(): readonly Change[]
}

export interface ChannelPorts {
  send(message: Up): void
  nextChannel(): number
  /** The space's time when it was last heard. */
  heardAt(): number
  /** The answers make no sense. */
  reconnect(): void
}

interface Followed {
  readonly name: string
  readonly channel: number
  follower: FollowerState
}

export function makeChannels(ports: ChannelPorts): Channels {
  const byChannel = new Map<number, Followed>()
  const byName = new Map<string, Followed>()
  const refused = new Set<string>()
  let group: Grouping = noGroup

  function step(followed: Followed, event: FollowerEvent): readonly Change[] {
    const { state, effects } = stepFollower(followed.follower, event)
    followed.follower = state
    const { name, channel } = followed
    const changes: Change[] = []
    for (const effect of effects) {
      switch (effect.kind) {
        case 'follow': {
          const { epoch, n } = effect.held ?? { epoch: null, n: 0 }
          if (effect.isAgain) ports.send({ type: 'leave', channel })
          ports.send({ type: 'follow', channel, document: name, epoch, n })
          break
        }
        case 'apply':
        case 'replace':
          changes.push({ kind: effect.kind, name, update: effect.update, held: effect.held })
          break
        case 'drop':
          changes.push({ kind: 'drop', name })
          break
        case 'caught-up':
          break // seen by the state below
        case 'reconnect':
          ports.reconnect()
          break
        default:
          assertNever(effect)
      }
    }
    return [...changes, ...currentOf(followed)]
  }

  /** What is followed is as new as the last word of the space. */
  function currentOf({ name, follower }: Followed): readonly Change[] {
    if (follower.state !== 'following') return []
    return [{ kind: 'current', name, held: follower.held, at: ports.heardAt() }]
  }

  function takeRows(frames: readonly Frame[]): readonly Change[] {
    return frames.flatMap(({ channel, body }) => {
      const followed = byChannel.get(channel)
      const row = readRowBody(body)
      return followed === undefined || row === null ? [] : step(followed, { kind: 'row', ...row })
    })
  }

  function leave({ name, channel }: Followed): void {
    byChannel.delete(channel)
    byName.delete(name)
    ports.send({ type: 'leave', channel })
  }

  return {
    follow: (names, heads) => {
      const wanted = new Set(names)
      for (const followed of byName.values()) if (!wanted.has(followed.name)) leave(followed)
      for (const name of names) {
        if (byName.has(name) || refused.has(name)) continue
        const followed = {
          name,
          channel: ports.nextChannel(),
          follower: makeFollower(heads.get(name) ?? null),
        }
        byName.set(name, followed)
        byChannel.set(followed.channel, followed)
        step(followed, { kind: 'opened' })
      }
    },
    take: (message) => {
      if (message.type === 'group') {
        const opened = openGroup(group, message.frames)
        group = opened.group
        return takeRows(opened.ready)
      }
      const followed = byChannel.get(message.channel)
      if (followed === undefined) return []
      if (message.type === 'following') {
        const { epoch, n, with: what } = message
        return step(followed, { kind: 'following', epoch, n, with: what })
      }
      byChannel.delete(message.channel)
      byName.delete(followed.name)
      refused.add(followed.name)
      return step(followed, { kind: 'left', code: message.code })
    },
    takeFrame: (frame) => {
      const taken = takeFrame(group, frame)
      group = taken.group
      return takeRows(taken.ready)
    },
    giveUp: (name) => {
      refused.add(name)
      const followed = byName.get(name)
      if (followed !== undefined) leave(followed)
    },
    current: () => [...byName.values()].flatMap(currentOf),
  }
}
