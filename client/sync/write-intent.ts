/**
 * The one way a screen changes anything: a wish, on the disk of this device before the screen says so, and in sight in the same
 * moment. `seq` comes from the transaction that stores the row, so that two tabs never give the same number.
 */
import type { AnyIntent, IntentBodies, IntentKind } from '../../domain/bookings/wishes/intent.ts'
import { type IntentId, toId } from '../../domain/values/ids.ts'
import { type Instant, toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { spaceNow } from '../store/contact.ts'
import { durableDatabase, type PortalDatabase } from '../store/database.ts'
import { readIdentity } from '../store/identity.ts'
import { sayStorage, storageTrouble } from '../store/storage-health.ts'
import { bookingTables, writeBookingRows } from './booking-rows.ts'
import { freshId } from './fresh-id.ts'
import { tellSync } from './sync-lock.ts'

export type WriteAnswer =
  | { readonly kind: 'saved'; readonly id: IntentId }
  /** Nothing was kept: the device is full, its storage is gone, or too much waits already. */
  | { readonly kind: 'not-saved'; readonly why: 'full' | 'unavailable' | 'too-many' }

export interface WriteOptions {
  readonly deadlineAt: Instant
  /** How long the wish stays here so that it can be taken back. */
  readonly undoMs?: number
}

type Wish = Pick<AnyIntent, 'id' | 'kind' | 'device' | 'deadlineAt' | 'body'>

export async function writeIntent<Kind extends IntentKind>(
  kind: Kind,
  body: IntentBodies[Kind],
  { deadlineAt, undoMs = 0 }: WriteOptions,
): Promise<WriteAnswer> {
  const identity = readIdentity()
  if (identity === null) return { kind: 'not-saved', why: 'unavailable' }
  const id = freshId('intent')
  const wish = { id, kind, device: toId('device', identity.deviceId), deadlineAt, body }
  const sendAfter = undoMs > 0 ? Date.now() + undoMs : 0
  try {
    const isSaved = await saveFirmly(wish, sendAfter)
    if (!isSaved) return { kind: 'not-saved', why: 'too-many' }
  } catch (error) {
    const why = storageTrouble(error)
    sayStorage(why)
    return { kind: 'not-saved', why }
  }
  sayStorage('ok')
  tellSync({ kind: 'intents' })
  keepStorage().catch(() => undefined) // the wish is kept either way
  return { kind: 'saved', id }
}

/** Takes a wish back while it has not left the device. False when it is too late, or the device could not; then it stays as it is. */
export async function undoIntent(id: IntentId): Promise<boolean> {
  try {
    const isGone = await takeBack(durableDatabase(), id)
    if (isGone) tellSync({ kind: 'intents' })
    return isGone
  } catch (error) {
    sayStorage(storageTrouble(error))
    return false
  }
}

async function takeBack(db: PortalDatabase, id: IntentId): Promise<boolean> {
  return db.transaction('rw', bookingTables(db), async () => {
    const row = await db.intents.get(id)
    if (row === undefined || row.state !== 'saved' || row.wasSent) return false
    await db.intents.delete(id)
    await writeBookingRows(db, spaceNow())
    return true
  })
}

/** A connection that the browser dropped is opened again, once; whatever fails then is said. */
async function saveFirmly(wish: Wish, sendAfter: number): Promise<boolean> {
  try {
    return await save(durableDatabase(), wish, sendAfter)
  } catch (error) {
    if (storageTrouble(error) === 'full') throw error
    return save(durableDatabase(), wish, sendAfter)
  }
}

/** Stores the wish and the booking that shows it. False when too much waits already. */
async function save(db: PortalDatabase, wish: Wish, sendAfter: number): Promise<boolean> {
  const tables = [...bookingTables(db), db.settings, db.status]
  return db.transaction('rw', tables, async () => {
    if ((await db.intents.get(wish.id)) !== undefined) return true // kept by an attempt that seemed to fail
    const open = await db.intents.where('state').anyOf('saved', 'received').count()
    if (open >= limits.outboxIntentsMax) return false
    const seq = Number((await db.settings.get('seq'))?.value ?? 0) + 1
    const { heardAt = null, generation = null } = (await db.status.get('sync')) ?? {}
    const isHeard = heardAt !== null && generation !== null
    const made = {
      v: 1,
      ...wish,
      seq,
      madeAt: spaceNow(),
      heardAt: isHeard ? { generation, at: toInstant(heardAt) } : null,
    }
    // Plain JSON, as it will travel; kind and body go together by the signature of `writeIntent`.
    const intent = JSON.parse(JSON.stringify(made)) as AnyIntent
    const { id } = wish
    await db.settings.put({ key: 'seq', value: seq })
    await db.intents.add({
      id,
      seq,
      intent,
      state: 'saved',
      wasSent: false,
      sendAfter,
      settled: null,
      settledAt: null,
    })
    await writeBookingRows(db, spaceNow())
    return true
  })
}

/** Asks the browser not to clear this device's data by itself: with the first wish that has to wait here. */
async function keepStorage(): Promise<void> {
  const status = await durableDatabase().status.get('sync')
  if (status?.state === 'online' || navigator.storage === undefined) return
  if (!(await navigator.storage.persisted())) await navigator.storage.persist()
}
