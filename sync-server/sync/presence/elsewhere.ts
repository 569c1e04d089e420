/**
 * Who is present at other servers over one database. What is said here goes to those who have the same document open, as notices: kept
 * nowhere, ten a second at most, the last word of each client. Every five seconds all of it is said again, so that a lost notice costs
 * seconds; who was not heard of for three times as long is gone, and with them everybody at a server that died.
 *
 *   open ─▶ "I have it open" ─▶ others answer with what is said there ─▶ words go to and fro while both have it open
 *
 * A notice is not a commit that has to be flushed, but PostgreSQL hands notices out one transaction at a time over the whole database:
 * that is why they are few, and why a server that is alone with a document says only that it has it open.
 */
import type { Storage } from '../../storage/storage.ts'
import { type Clock, every } from '../clock.ts'
import {
  type PresenceNotice,
  type PresenceWords,
  readPresenceNotice,
  takeNotice,
} from './notice.ts'
import { makePresenceRooms, type PresenceRooms } from './rooms.ts'
import type { PresenceState } from './states.ts'

export interface PresenceElsewhere {
  readonly rooms: PresenceRooms
  /** Says what waits, at once, and ends. */
  close(): Promise<void>
}

export interface PresenceElsewherePorts {
  readonly storage: Storage
  readonly serverId: string
  readonly clock: Clock
}

/** People see each other move, and the database carries ten notices of a server a second, whatever goes on. */
const SAY_EVERY_MS = 100
const REPEAT_EVERY_MS = 5_000
const GONE_AFTER_MS = 3 * REPEAT_EVERY_MS
/** A database that does not answer does not keep a server from going down. */
const LAST_WORDS_MS = 1_000

export function openPresence(ports: PresenceElsewherePorts): PresenceElsewhere {
  const { storage, serverId, clock } = ports
  if (storage.servers === 'one') {
    return { rooms: makePresenceRooms(() => undefined), close: async () => undefined }
  }
  const rooms = makePresenceRooms(say)
  const mouth = makeMouth(ports)
  /** When each other server was last heard to have a document open that is open here. */
  const others = new Map<string, Map<string, number>>()

  function say(document: string, states: readonly PresenceState[]): void {
    const isHeard = (others.get(document)?.size ?? 0) > 0
    mouth.say(document, isHeard ? states : [])
  }

  function hear({ from, documents }: PresenceNotice): void {
    for (const { name, states } of documents) {
      const room = rooms.find(name)
      if (room === null) continue
      const heard = others.get(name) ?? new Map<string, number>()
      others.set(name, heard)
      const isNew = !heard.has(from)
      heard.set(from, clock.now())
      room.hear(from, states, clock.now())
      if (isNew) mouth.say(name, room.own())
    }
  }

  function forget(before: number): void {
    for (const [document, heard] of others) {
      for (const [server, at] of heard) if (at < before) heard.delete(server)
      if (heard.size === 0 || rooms.find(document) === null) others.delete(document)
    }
  }

  function repeat(): void {
    const before = clock.now() - GONE_AFTER_MS
    forget(before)
    for (const document of rooms.documents()) {
      const room = rooms.find(document)
      room?.forget(before)
      say(document, room?.own() ?? [])
    }
  }

  const stopRepeating = every(clock, REPEAT_EVERY_MS, repeat)
  const stopHearing = storage.notices.listen((text) => {
    const notice = readPresenceNotice(text)
    if (notice !== null && notice.from !== serverId) hear(notice)
  })
  return {
    rooms,
    close: async () => {
      stopHearing()
      stopRepeating()
      await mouth.close()
    },
  }
}

interface Mouth {
  /** The last word of each client waits for its turn; none says that the document is open here. */
  say(document: string, states: readonly PresenceState[]): void
  close(): Promise<void>
}

/** One notice at a time, and so many a second: what comes meanwhile waits, and later words of a client replace earlier ones. */
function makeMouth({ storage, serverId, clock }: PresenceElsewherePorts): Mouth {
  const waiting: PresenceWords = new Map()
  let sending: Promise<void> | null = null
  let cancel: (() => void) | null = null
  let isClosing = false
  let saidAt = Number.NEGATIVE_INFINITY

  function hurry(): void {
    if (isClosing || sending !== null || cancel !== null || waiting.size === 0) return
    const left = Math.min(SAY_EVERY_MS, saidAt + SAY_EVERY_MS - clock.now())
    if (left <= 0) return speak()
    cancel = clock.after(left, () => {
      cancel = null
      speak()
    })
  }

  function speak(): void {
    const notice = takeNotice(serverId, waiting)
    if (notice === null) return
    saidAt = clock.now()
    sending = storage.notices
      .say(notice)
      .catch(() => undefined) // lost: it is said again in a few seconds
      .then(() => {
        sending = null
        hurry()
      })
  }

  async function sayTheRest(): Promise<void> {
    isClosing = true
    await sending
    for (let text = takeNotice(serverId, waiting); text !== null; ) {
      await storage.notices.say(text).catch(() => undefined) // they notice by themselves
      text = takeNotice(serverId, waiting)
    }
  }

  return {
    say: (document, states) => {
      const words = waiting.get(document) ?? new Map<number, PresenceState>()
      waiting.set(document, words)
      for (const state of states) words.set(state.clientId, state)
      hurry()
    },
    close: async () => {
      cancel?.()
      const tooLong = new Promise<void>((resolve) => clock.after(LAST_WORDS_MS, resolve))
      await Promise.race([sayTheRest(), tooLong])
    },
  }
}
