/** Who follows which document, and how a committed group reaches them: once encoded per row, one group per connection. */
import { writeRowBody } from '../../domain/wire/frame.ts'
import type { ServerDocuments, StagedRow } from './server-documents.ts'

export interface FollowedRow {
  readonly name: string
  readonly epoch: string
  readonly n: number
  /** `u32 n ++ update`: the same bytes for every follower. */
  readonly body: Uint8Array
}

export interface Follower {
  /** Rows of one group, in order. */
  takeGroup(rows: readonly FollowedRow[], at: number): void
}

export interface Hub {
  follow(name: string, follower: Follower): () => void
}

export function makeHub(documents: ServerDocuments): Hub {
  const followers = new Map<string, Set<Follower>>()
  documents.onGroup((rows, at) => {
    for (const [follower, own] of byFollower(followers, rows)) follower.takeGroup(own, at)
  })
  return {
    follow: (name, follower) => {
      const set = followers.get(name) ?? new Set()
      followers.set(name, set)
      set.add(follower)
      return () => {
        set.delete(follower)
        if (set.size === 0) followers.delete(name)
      }
    },
  }
}

function byFollower(
  followers: ReadonlyMap<string, ReadonlySet<Follower>>,
  rows: readonly StagedRow[],
): ReadonlyMap<Follower, FollowedRow[]> {
  const groups = new Map<Follower, FollowedRow[]>()
  for (const { name, epoch, n, bytes } of rows) {
    const set = followers.get(name)
    if (set === undefined) continue
    const row = { name, epoch, n, body: writeRowBody({ n, update: bytes }) }
    for (const follower of set) {
      const group = groups.get(follower)
      if (group === undefined) groups.set(follower, [row])
      else group.push(row)
    }
  }
  return groups
}
