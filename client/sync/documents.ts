/**
 * The device's copy of what the space writes. What arrived together is kept in one transaction: documents, the rows made of them, their
 * place in the log, outcomes of own wishes, and the bookings that follow from all of it. A crash leaves all of it or none.
 *
 * Two guards. Rows are kept only on what the database holds: if another tab has written meanwhile, nothing is, and this one stops. And
 * a document that cannot be read costs nothing but itself: it is asked for as a whole the next time.
 */
import * as Y from 'yjs'
import type { SettledIntent } from '../../domain/bookings/wishes/outcome.ts'
import { assertNever, must } from '../../domain/values/assert.ts'
import type { IntentId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Held } from '../../domain/wire/follower.ts'
import type { PortalDatabase } from '../store/database.ts'
import type { HeadRow } from '../store/rows.ts'
import { writeBookingRows } from './booking-rows.ts'
import type { Change } from './change.ts'
import { applyTo, type Draft, look, makeDraft } from './draft.ts'
import { removeView, writeView } from './view-rows.ts'

export interface Kept {
  /** Own wishes whose outcome is now stored. */
  readonly settled: readonly IntentId[]
  /** Documents that could not be read. */
  readonly unreadable: readonly string[]
}

export interface DocumentStore {
  /** Keeps changes in their order, all in one transaction. Throws when the device could not. */
  keep(changes: readonly Change[], now: Instant): Promise<Kept>
  /** Where every document on the device stands; null when it must be asked for as a whole. */
  heads(): Promise<ReadonlyMap<string, Held | null>>
}

/** The database does not hold what this tab believes: another one has written since, or the browser has cleared it. */
export class Overtaken extends Error {}

/** Documents kept in memory, each some fifteen times its size in bytes: the member's own, and the weeks that are busy. */
const RESIDENTS_MAX = 12

export function makeDocumentStore(db: PortalDatabase): DocumentStore {
  const residents = new Map<string, { readonly doc: Y.Doc; readonly held: Held }>()

  async function load({ name, held }: Draft): Promise<Y.Doc> {
    const known = residents.get(name)
    if (known !== undefined && isSame(known.held, held)) return known.doc
    const row = must(await db.documents.get(name), 'a document with a head has bytes')
    const doc = new Y.Doc()
    Y.applyUpdate(doc, row.bytes)
    return doc
  }

  async function take(draft: Draft, change: Change): Promise<void> {
    switch (change.kind) {
      case 'drop':
        draft.fate = 'dropped'
        return
      case 'current':
        draft.asOf = change.at
        return
      case 'replace':
        draft.fate = 'stays'
        draft.changed = null
        applyTo(draft, new Y.Doc(), change.update)
        break
      case 'apply':
        applyTo(draft, draft.doc ?? (await load(draft)), change.update)
        break
      default:
        assertNever(change)
    }
    draft.held = change.held
  }

  async function prepare(changes: readonly Change[]): Promise<readonly Draft[]> {
    const names = [...new Set(changes.map(({ name }) => name))]
    const heads = await db.heads.bulkGet(names)
    const drafts = names.map((name, index) => makeDraft(name, heldOf(heads[index])))
    for (const draft of drafts) {
      const own = changes.filter(({ name }) => name === draft.name)
      if (!isChain(draft.before, own)) throw new Overtaken()
      try {
        for (const change of own) await take(draft, change)
        look(draft)
      } catch {
        draft.fate = 'unreadable' // said to the caller, who asks for it again another time
      }
    }
    return drafts
  }

  async function store(drafts: readonly Draft[], now: Instant): Promise<readonly IntentId[]> {
    return db.transaction('rw', db.tables, async () => {
      const heads = await db.heads.bulkGet(drafts.map(({ name }) => name))
      for (const [index, draft] of drafts.entries()) {
        if (!isSame(draft.before, heldOf(heads[index]))) throw new Overtaken()
        await write(db, draft, heads[index])
      }
      const isAboutMember = drafts.some(({ name, doc, fate }) => {
        return name.startsWith('member/') && (doc !== null || fate === 'dropped')
      })
      if (!isAboutMember) return []
      const settled = await markSettled(db, now)
      await writeBookingRows(db, now)
      return settled
    })
  }

  function remember({ name, doc, held, fate }: Draft): void {
    if (doc === null && fate === 'stays') return
    residents.delete(name)
    if (doc !== null && held !== null && fate === 'stays') residents.set(name, { doc, held })
    for (const oldest of residents.keys()) {
      if (residents.size <= RESIDENTS_MAX) return
      residents.delete(oldest)
    }
  }

  return {
    keep: async (changes, now) => {
      try {
        const drafts = await prepare(changes)
        const settled = await store(drafts, now)
        for (const draft of drafts) remember(draft)
        const unreadable = drafts.filter(({ fate }) => fate === 'unreadable')
        return { settled, unreadable: unreadable.map(({ name }) => name) }
      } catch (error) {
        residents.clear() // they may hold what was not kept
        throw error
      }
    },
    heads: async () =>
      new Map((await db.heads.toArray()).map((row) => [row.name, heldOf(row)] as const)),
  }
}

async function write(db: PortalDatabase, draft: Draft, before: HeadRow | undefined): Promise<void> {
  const { name, held, doc, view, fate } = draft
  switch (fate) {
    case 'dropped':
      await db.heads.delete(name)
      await db.documents.delete(name)
      return removeView(db, name)
    case 'unreadable':
      await db.heads.update(name, { epoch: null })
      return
    case 'stays': {
      const asOf = draft.asOf ?? before?.asOf ?? 0
      await db.heads.put({ name, epoch: held?.epoch ?? null, n: held?.n ?? 0, asOf })
      if (doc !== null) await db.documents.put({ name, bytes: Y.encodeStateAsUpdate(doc) })
      if (view !== null) await writeView(db, view)
      return
    }
    default:
      assertNever(fate)
  }
}

/** A wish ends when its outcome is stored: in the same transaction, and never before. */
async function markSettled(db: PortalDatabase, now: Instant): Promise<readonly IntentId[]> {
  const facts = await db.facts.get('me')
  const outcomes = new Map<IntentId, SettledIntent>()
  for (const one of facts?.settled ?? []) outcomes.set(one.intentId, one)
  const open = await db.intents.where('state').notEqual('settled').toArray()
  const marked = open.map(({ id }) => id).filter((id) => outcomes.has(id))
  for (const id of marked) {
    const settled = must(outcomes.get(id), 'it is among the outcomes')
    await db.intents.update(id, { state: 'settled', settled, settledAt: now })
  }
  return marked
}

function heldOf(row: HeadRow | undefined): Held | null {
  return row === undefined || row.epoch === null ? null : { epoch: row.epoch, n: row.n }
}

/** Does every row come after the one before it, and is what is called current what is held? */
function isChain(before: Held | null, changes: readonly Change[]): boolean {
  let last = before
  for (const change of changes) {
    if (change.kind === 'drop') continue
    const isNext = last?.epoch === change.held.epoch && last.n + 1 === change.held.n
    if (change.kind === 'apply' && !isNext) return false
    if (change.kind === 'current' && !isSame(last, change.held)) return false
    last = change.held
  }
  return true
}

function isSame(one: Held | null, other: Held | null): boolean {
  return one?.epoch === other?.epoch && one?.n === other?.n
}
