/**
 * Brings committed rows to the followers here, also those that other servers over the same database committed: one group for one
 * commit, in the order of the log. Notices say where to look; every five seconds the heads of all followed documents are looked at in any
 * case, so that a lost notice costs seconds and nothing else. A follower takes the row that continues what it holds and reads again
 * where one is missing, so order is a matter of cost here, not of truth.
 */
import { readHeads, readRowsAt } from '../storage/document-log.ts'
import type { Storage } from '../storage/storage.ts'
import { type Clock, every } from './clock.ts'
import { type CommitNotice, type RowPlace, readNotice } from './commit-notice.ts'
import type { Hub } from './hub.ts'
import { chunks } from './kept.ts'
import type { ServerDocuments, StagedRow } from './server-documents.ts'

export interface ElsewherePorts {
  readonly storage: Storage
  readonly documents: ServerDocuments
  readonly hub: Hub
  readonly clock: Clock
  log(line: string): void
}

const LOOK_EVERY_MS = 5_000
/** Rows behind that are handed on one by one; beyond it followers read again by themselves. */
const ROWS_BEHIND_MAX = 50
/** Names or rows in one query. */
const ASKED_MAX = 200
/** Rows of one commit, as far as its notices came; one settlement touches far fewer. */
const UNFINISHED_ROWS_MAX = 5_000

/** Starts to publish; the answer ends it. */
export function publishCommits(ports: ElsewherePorts): () => void {
  const { storage, documents, hub, clock } = ports
  // An embedded database has one server: whatever is committed is committed here.
  if (storage.servers === 'one') return documents.onGroup(hub.publish)
  const publisher = makePublisher(ports)
  const unfinished = new Map<string, readonly RowPlace[]>()

  function hear({ from, at, rows, more }: CommitNotice): void {
    const all = [...(unfinished.get(from) ?? []), ...rows]
    unfinished.delete(from)
    if (more && all.length <= UNFINISHED_ROWS_MAX) unfinished.set(from, all)
    else publisher.elsewhere(all, at)
  }

  const stopPublishing = documents.onGroup(publisher.here)
  const stopLooking = every(clock, LOOK_EVERY_MS, publisher.look)
  const stopHearing = storage.notices.listen((text) => {
    const notice = readNotice(text)
    if (notice !== null && notice.from !== documents.serverId) hear(notice)
  })
  return () => {
    stopHearing()
    stopLooking()
    stopPublishing()
  }
}

interface Publisher {
  /** Rows that were committed here. */
  here(rows: readonly StagedRow[], at: number): void
  /** Rows that another server says it committed. */
  elsewhere(places: readonly RowPlace[], at: number): void
  /** Looks for what nobody spoke of. */
  look(): Promise<void>
}

type Seen = Pick<StagedRow, 'epoch' | 'n'>

function makePublisher({ storage, hub, clock, log }: ElsewherePorts): Publisher {
  /** The last row of each followed document that was handed on. */
  const seen = new Map<string, Seen>()
  let work: Promise<void> = Promise.resolve()

  /** One after the other, so that groups go out in order. */
  function queue(task: () => Promise<void>): Promise<void> {
    work = work.then(task).catch((error: unknown) => {
      log(`Rows of other servers could not be read and will be looked for: ${String(error)}`)
    })
    return work
  }

  function publish(rows: readonly StagedRow[], at: number): void {
    if (rows.length === 0) return
    for (const { name, epoch, n } of rows) if (hub.isFollowed(name)) seen.set(name, { epoch, n })
    hub.publish(rows, at)
  }

  async function publishAt(places: readonly RowPlace[], at: number): Promise<void> {
    const rows: StagedRow[] = []
    const wanted = places.filter((place) => hub.isFollowed(place.name) && isNews(place, seen))
    for (const some of chunks(wanted, ASKED_MAX))
      rows.push(...(await readRowsAt(storage.read, some)))
    publish(rows, at)
  }

  async function look(): Promise<void> {
    for (const name of seen.keys()) if (!hub.isFollowed(name)) seen.delete(name)
    for (const names of chunks([...hub.followed()], ASKED_MAX)) {
      const heads = await readHeads(storage.read, names)
      await publishAt(
        heads.flatMap((head) => placesUpTo(head, seen)),
        clock.now(),
      )
    }
  }

  return {
    here: (rows, at) => {
      void queue(async () => {
        const before = rows.map((row) => ({ ...row, n: row.n - 1 }))
        await publishAt(
          before.flatMap((row) => placesUpTo(row, seen)),
          at,
        )
        publish(rows, at)
      })
    },
    elsewhere: (places, at) => {
      void queue(() => publishAt(places, at))
    },
    look: () => queue(look),
  }
}

function isNews({ name, epoch, n }: RowPlace, seen: ReadonlyMap<string, Seen>): boolean {
  const known = seen.get(name)
  return known?.epoch !== epoch || known.n < n
}

/** The rows after what was handed on, up to this one. Of a document or epoch not seen before, this one: who holds it ignores it. */
function placesUpTo(
  { name, epoch, n }: RowPlace,
  seen: ReadonlyMap<string, Seen>,
): readonly RowPlace[] {
  const known = seen.get(name)
  const after = known?.epoch === epoch ? Math.max(known.n, n - ROWS_BEHIND_MAX) : n - 1
  return Array.from({ length: Math.max(0, n - after) }, (_, index) => {
    return { name, epoch, n: after + 1 + index }
  })
}
