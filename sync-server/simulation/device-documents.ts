/** The followed documents of one simulated device: a follower and a Y.Doc each, and the one transaction that stores a group. */
import * as Y from 'yjs'
import { SECTIONS_ROOT, type Sections } from '../../domain/values/sections.ts'
import type { Down } from '../../domain/wire/down.ts'
import {
  type FollowerEffect,
  type FollowerEvent,
  type FollowerState,
  makeFollower,
  type stepFollower,
} from '../../domain/wire/follower.ts'
import { type Frame, readRowBody } from '../../domain/wire/frame.ts'
import type { Up } from '../../domain/wire/up.ts'
import type { DeviceStore, DocumentRow } from './device-store.ts'

export interface DeviceDocuments {
  /** The socket was welcomed. */
  open(): void
  close(): void
  takeMessage(message: Extract<Down, { type: 'following' | 'left' }>): void
  /** Frames of one group, applied and stored in one transaction. */
  takeFrames(frames: readonly Frame[]): void
  /** What is held of a document, as it is now. */
  read(name: string): Sections
  followers(): ReadonlyMap<string, FollowerState>
  doc(name: string): Y.Doc | null
}

export interface DocumentPorts {
  readonly store: DeviceStore
  readonly names: readonly string[]
  readonly step: typeof stepFollower
  send(message: Up): void
  /** Documents changed, or are known to be as new as the server's. */
  changed(names: ReadonlySet<string>, caughtUp: ReadonlySet<string>): void
  reconnect(): void
}

interface Followed {
  readonly name: string
  readonly channel: number
  state: FollowerState
  doc: Y.Doc
}

/** Channel 1 is the outbox. */
const FIRST_CHANNEL = 2

export function makeDeviceDocuments(ports: DocumentPorts): DeviceDocuments {
  const { store } = ports
  const byChannel = new Map(
    ports.names.map((name, index): [number, Followed] => {
      const row = store.documents.get(name)
      const doc = new Y.Doc({ guid: name })
      if (row !== undefined) Y.applyUpdate(doc, row.bytes)
      const channel = FIRST_CHANNEL + index
      return [channel, { name, channel, state: makeFollower(row?.held ?? null), doc }]
    }),
  )

  /** Steps some followers, stores what they changed, and tells. */
  function step(events: readonly (readonly [Followed, FollowerEvent])[]): void {
    const writes = new Map<string, DocumentRow | null>()
    const caughtUp = new Set<string>()
    for (const [followed, event] of events) {
      const { state, effects } = ports.step(followed.state, event)
      followed.state = state
      for (const effect of effects) perform(followed, effect, writes, caughtUp)
    }
    if (writes.size > 0) store.writeDocuments(writes)
    if (writes.size + caughtUp.size > 0) ports.changed(new Set(writes.keys()), caughtUp)
  }

  function perform(
    followed: Followed,
    effect: FollowerEffect,
    writes: Map<string, DocumentRow | null>,
    caughtUp: Set<string>,
  ): void {
    const { name, channel } = followed
    switch (effect.kind) {
      case 'follow': {
        if (effect.isAgain) ports.send({ type: 'leave', channel })
        const { epoch, n } = effect.held ?? { epoch: null, n: 0 }
        return ports.send({ type: 'follow', channel, document: name, epoch, n })
      }
      case 'apply':
      case 'replace':
        if (effect.kind === 'replace') followed.doc = new Y.Doc({ guid: name })
        Y.applyUpdate(followed.doc, effect.update)
        writes.set(name, { held: effect.held, bytes: Y.encodeStateAsUpdate(followed.doc) })
        return
      case 'drop':
        followed.doc = new Y.Doc({ guid: name })
        writes.set(name, null)
        return
      case 'caught-up':
        caughtUp.add(name)
        return
      case 'reconnect':
        return ports.reconnect()
    }
  }

  const each = (event: FollowerEvent) =>
    step([...byChannel.values()].map((followed) => [followed, event] as const))
  const find = (name: string) => [...byChannel.values()].find((one) => one.name === name)

  return {
    open: () => each({ kind: 'opened' }),
    close: () => each({ kind: 'disconnected' }),
    takeMessage: (message) => {
      const followed = byChannel.get(message.channel)
      if (followed === undefined) return
      if (message.type === 'left') return step([[followed, { kind: 'left', code: message.code }]])
      const { epoch, n, with: what } = message
      step([[followed, { kind: 'following', epoch, n, with: what }]])
    },
    takeFrames: (frames) => {
      const events: (readonly [Followed, FollowerEvent])[] = []
      for (const { channel, body } of frames) {
        const followed = byChannel.get(channel)
        const row = readRowBody(body)
        if (followed !== undefined && row !== null) events.push([followed, { kind: 'row', ...row }])
      }
      step(events)
    },
    read: (name) => find(name)?.doc.getMap(SECTIONS_ROOT).toJSON() ?? {},
    followers: () => new Map([...byChannel.values()].map(({ name, state }) => [name, state])),
    doc: (name) => find(name)?.doc ?? null,
  }
}
