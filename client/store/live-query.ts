import {
  type Accessor,
  createEffect,
  createMemo,
  createSignal,
  onCleanup,
  useContext,
} from 'solid-js'
import { awaitRows, painted } from '../ui/painted.ts'
import { FirstAnswers } from '../ui/together.ts'
import { type FirstLook, openFirstLook } from './first-look.ts'
import { readIdentity } from './identity.ts'
import type { Reader } from './reader.ts'
import { sayStorage, storageTrouble } from './storage-health.ts'

/** Null once Dexie has taken over, and where there was nothing to look at. */
let looking: Promise<FirstLook | null> | undefined
let following: Promise<typeof import('./follow-rows.ts')> | undefined

/** Opened at the first question, by somebody who is signed in. */
function firstLook(): Promise<FirstLook | null> {
  const identity = readIdentity()
  looking ??=
    identity === null ? Promise.resolve(null) : openFirstLook(identity.memberId).catch(() => null) // no storage at all: Dexie finds the same and says so
  return looking
}

/** Dexie comes once there is a page, which the first look was painted on. */
function follower(): Promise<typeof import('./follow-rows.ts')> {
  following ??= firstLook().then(async (look) => {
    await painted
    const loaded = await import('./follow-rows.ts')
    looking = Promise.resolve(null)
    look?.close()
    return loaded
  })
  following.catch(() => {
    following = undefined // not to be had now: the next question tries again
  })
  return following
}

type Query<T, Key> = (key: Key) => Promise<T> | T

/**
 * Rows as a signal that follows the database, in this tab and from any other. Undefined until the first read, also of another key:
 * signals are followed in `key` alone, because the query itself runs later.
 */
export function createLiveQuery<T, Key = undefined>(
  query: Query<T, Key>,
  key: () => Key = () => undefined as Key, // without a key there is none to read
): Accessor<T | undefined> {
  return createRows((_, wanted) => query(wanted), key, false)
}

/** The same for what Today and Book paint first: asked so that it can be answered before Dexie is there. */
export function createFirstQuery<T, Key = undefined>(
  query: (reader: Reader, key: Key) => Promise<T>,
  key: () => Key = () => undefined as Key, // without a key there is none to read
): Accessor<T | undefined> {
  return createRows(query, key, true)
}

function createRows<T, Key>(
  query: (reader: Reader, key: Key) => Promise<T> | T,
  key: () => Key,
  isFirst: boolean,
): Accessor<T | undefined> {
  const [rows, setRows] = createSignal<T>()
  const asked = createMemo(key, undefined, { equals: isSame })
  const answered = useContext(FirstAnswers)?.part() ?? (() => {})
  onCleanup(answered)
  createEffect(() => {
    const wanted = asked()
    setRows(() => undefined)
    let isOver = false
    let isFollowed = false
    let stop = () => {}
    onCleanup(() => {
      isOver = true
      stop()
    })
    if (isFirst) {
      const looked = awaitRows()
      void look((reader) => query(reader, wanted)).then((found) => {
        queueMicrotask(looked)
        if (found === undefined || isOver || isFollowed) return
        setRows(() => found)
        answered()
      })
    }
    void follower().then(({ followRows }) => {
      if (isOver) return
      const found = (value: T) => {
        isFollowed = true
        setRows(() => value)
        answered()
      }
      const failed = (error: unknown) => {
        // Somebody who has just signed out has no data, which is no trouble.
        if (readIdentity() !== null) sayStorage(storageTrouble(error))
        setRows(() => undefined)
        answered()
      }
      stop = followRows((reader) => query(reader, wanted), found, failed)
    })
  })
  return rows
}

/** What the first look finds; undefined where there is none, or it closed meanwhile: Dexie is asked the same, and says what is wrong. */
async function look<T>(query: (reader: Reader) => Promise<T> | T): Promise<T | undefined> {
  const first = await firstLook()
  if (first === null) return undefined
  return Promise.resolve(query(first.reader)).catch(() => undefined)
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
