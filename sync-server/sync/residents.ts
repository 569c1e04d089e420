/**
 * What is written of documents, kept in memory, so that a change costs its difference and not a reading of the whole log. A resident is
 * changed before its transaction commits; until that is confirmed, another transaction does not believe it and reads the log.
 */
import * as Y from 'yjs'
import { type DocumentHead, readHeads, readRows, startEpoch } from '../storage/document-log.ts'
import type { Tx } from '../storage/storage.ts'
import { dropOldest, touch } from './kept.ts'
import { openWritten, type Written } from './written.ts'

export interface Resident {
  readonly written: Written
  head: DocumentHead
  /** The transaction that changed it, until that is known to have committed. */
  changedIn: Tx | null
  /** What the whole projection it holds was made of; null when that is not known. */
  basis: string | null
}

export interface Residents {
  /** The documents as this transaction sees them, to be changed within it. A worn one starts a new epoch. */
  open(tx: Tx, names: readonly string[]): Promise<readonly Resident[]>
  /** Those of them that hold what this basis gives and are not worn: to be changed by their difference. */
  openKnown(tx: Tx, names: readonly string[], basis: string): Promise<readonly Resident[]>
  /** These heads are on disk now. */
  confirm(heads: Iterable<Pick<DocumentHead, 'name' | 'epoch' | 'n'>>): void
  forget(names: Iterable<string>): void
}

/** A document costs its text and a hundred bytes a key: some 100 MB in all. The oldest go first. */
const RESIDENTS_MAX = 2_000
/** Distinct writers of one epoch: one per process start. Each costs every replica a state-vector entry for ever. */
const CLIENT_IDS_MAX = 64
/** An epoch is rebuilt when its rows weigh this many times what they say, looked at once every so many rows: followers are sent it whole. */
const WASTE_MAX = 4
const WASTE_LOOKED_AT_EVERY = 64
const WASTE_BYTES_MIN = 64_000

export function makeResidents(makeEpoch: () => string): Residents {
  const residents = new Map<string, Resident>()
  /** One random writer for the life of this process: every further one would stay in all replicas for ever. */
  const clientId = new Y.Doc({ guid: '' }).clientID

  async function load(tx: Tx, name: string, found: DocumentHead | undefined): Promise<Resident> {
    const head = found ?? (await startEpoch(tx, name, makeEpoch()))
    const known = residents.get(name)
    const base = known !== undefined && isBase(known, tx, head) ? known : null
    const { changedIn, basis } = base ?? { changedIn: null, basis: null }
    if (base?.head.n === head.n) return { written: base.written, head, changedIn, basis }
    return { written: await read(tx, head), head, changedIn, basis }
  }

  async function read(tx: Tx, head: DocumentHead): Promise<Written> {
    const rows = head.n === 0 ? [] : await readRows(tx, head, 0)
    return openWritten(
      rows.map(({ bytes }) => bytes),
      clientId,
    )
  }

  async function fresh(tx: Tx, resident: Resident): Promise<Resident> {
    if (!isWorn(resident)) return resident
    const head = await startEpoch(tx, resident.head.name, makeEpoch())
    return { written: openWritten([], clientId), head, changedIn: null, basis: null }
  }

  return {
    openKnown: async (tx, names, basis) => {
      const likely = names.filter((name) => residents.get(name)?.basis === basis)
      const opened: Resident[] = []
      for (const head of await readHeads(tx, likely)) {
        const known = residents.get(head.name)
        if (known === undefined || !isBase(known, tx, head)) continue
        const resident = await load(tx, head.name, head)
        if (isWorn(resident)) continue
        touch(residents, head.name, resident)
        opened.push(resident)
      }
      return opened
    },
    open: async (tx, names) => {
      const heads = new Map((await readHeads(tx, names)).map((head) => [head.name, head]))
      const opened: Resident[] = []
      for (const name of names) {
        const resident = await fresh(tx, await load(tx, name, heads.get(name)))
        touch(residents, name, resident)
        opened.push(resident)
      }
      dropOldest(residents, RESIDENTS_MAX)
      return opened
    },
    confirm: (heads) => {
      for (const { name, epoch, n } of heads) {
        const resident = residents.get(name)
        // Another transaction may have gone on from here already.
        if (resident?.head.epoch === epoch && resident.head.n === n) resident.changedIn = null
      }
    },
    forget: (names) => {
      for (const name of names) residents.delete(name)
    },
  }
}

/** True when what is resident is a part of what the transaction sees. */
function isBase(resident: Resident, tx: Tx, head: DocumentHead): boolean {
  const isConfirmed = resident.changedIn === null || resident.changedIn === tx
  return isConfirmed && resident.head.epoch === head.epoch && resident.head.n <= head.n
}

function isWorn({ written, head }: Resident): boolean {
  if (written.clients.size > CLIENT_IDS_MAX) return true
  if (head.n % WASTE_LOOKED_AT_EVERY !== 0 || head.bytes < WASTE_BYTES_MIN) return false
  return head.bytes > WASTE_MAX * written.weight
}
