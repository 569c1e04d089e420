/**
 * Who follows which document, and how a committed group reaches them. Whatever is the same for many followers is made once: the body of
 * a row, its frame for a channel number (devices number their channels alike), the announcement of a group.
 */
import type { Down } from '../../domain/wire/down.ts'
import { writeFrame, writeRowBody } from '../../domain/wire/frame.ts'
import type { StagedRow } from './server-documents.ts'

export interface FollowedRow extends StagedRow {
  /** The whole message for one channel number. */
  frame(channel: number): Uint8Array
}

/** Rows of one commit for one follower, in order. */
export interface FollowedGroup {
  readonly rows: readonly FollowedRow[]
  readonly at: number
  /** The text that says how many frames belong together. */
  announce(frames: number): string
}

export interface Follower {
  takeGroup(group: FollowedGroup): void
}

export interface Hub {
  follow(name: string, follower: Follower): () => void
  /** Documents that somebody follows here. */
  followed(): Iterable<string>
  isFollowed(name: string): boolean
  /** Hands committed rows on to whoever follows them. */
  publish(rows: readonly StagedRow[], at: number): void
}

export function makeHub(): Hub {
  const followers = new Map<string, Set<Follower>>()

  function rowsByFollower(rows: readonly StagedRow[]): ReadonlyMap<Follower, FollowedRow[]> {
    const own = new Map<Follower, FollowedRow[]>()
    for (const staged of rows) {
      const set = followers.get(staged.name)
      if (set === undefined) continue
      const row = makeRow(staged)
      for (const follower of set) {
        const known = own.get(follower)
        if (known === undefined) own.set(follower, [row])
        else known.push(row)
      }
    }
    return own
  }

  return {
    follow: (name, follower) => {
      const set = followers.get(name) ?? new Set()
      followers.set(name, set)
      set.add(follower)
      return () => {
        set.delete(follower)
        if (set.size === 0 && followers.get(name) === set) followers.delete(name)
      }
    },
    followed: () => followers.keys(),
    isFollowed: (name) => followers.has(name),
    publish: (rows, at) => {
      const announce = makeAnnounce(at)
      for (const [follower, own] of rowsByFollower(rows)) {
        follower.takeGroup({ rows: own, at, announce })
      }
    },
  }
}

function makeRow(row: StagedRow): FollowedRow {
  const body = writeRowBody({ n: row.n, update: row.bytes })
  return {
    ...row,
    frame: kept((channel): Uint8Array => Buffer.from(writeFrame(channel, body).buffer)),
  }
}

function makeAnnounce(at: number): (frames: number) => string {
  return kept((frames: number) => JSON.stringify({ type: 'group', frames, at } satisfies Down))
}

/** Computes each answer once. */
function kept<T>(compute: (key: number) => T): (key: number) => T {
  const answers = new Map<number, T>()
  return (key) => {
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = compute(key)
    answers.set(key, answer)
    return answer
  }
}
