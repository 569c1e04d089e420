/**
 * Follows the documents that the server writes and keeps the rows that screens read. One group of a settlement is applied to the
 * documents, turned into rows and stored, with its place in the log, in one transaction: a crash leaves either all of it or none.
 */
import * as Y from 'yjs'
import { type DocumentName, parseDocumentName } from '../../domain/access/document-name.ts'
import { bookingView } from '../../domain/bookings/booking-view.ts'
import { readDesk } from '../../domain/bookings/desk-sections.ts'
import { readMember } from '../../domain/bookings/member-sections.ts'
import { readOccupancyDay } from '../../domain/bookings/occupancy-sections.ts'
import { readCatalogue } from '../../domain/sites/catalogue-sections.ts'
import { must } from '../../domain/values/assert.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { addDays, type LocalDate, mondayOfIsoWeek } from '../../domain/values/local-date.ts'
import { SECTIONS_ROOT, type Sections } from '../../domain/values/sections.ts'
import type { OutboxDatabase, PortalDatabase } from '../store/database.ts'
import type { IntentRow } from '../store/rows.ts'

export interface Row {
  readonly name: string
  readonly epoch: string
  readonly n: number
  readonly update: Uint8Array
  /** The update is the whole document: whatever was held is dropped. */
  readonly isSnapshot: boolean
}

export interface DocumentStore {
  /** What is held of a document: where to follow on from. */
  held(name: string): Promise<{ epoch: string; n: number } | null>
  /** Applies rows in order; gives the names whose rows did not follow on and must be asked for again. */
  apply(rows: readonly Row[], at: number): Promise<readonly string[]>
  /** Recomputes what the member sees from documents and own wishes. */
  refreshBookings(now: number): Promise<void>
}

export function makeDocumentStore(db: PortalDatabase, outbox: OutboxDatabase): DocumentStore {
  const held = new Map<string, { epoch: string; n: number; doc: Y.Doc }>()

  async function load(name: string) {
    const known = held.get(name)
    if (known !== undefined) return known
    const row = await db.documents.get(name)
    if (row === undefined) return null
    const doc = new Y.Doc()
    Y.applyUpdate(doc, row.bytes)
    const loaded = { epoch: row.epoch, n: row.n, doc }
    held.set(name, loaded)
    return loaded
  }

  async function take(row: Row): Promise<boolean> {
    const known = await load(row.name)
    if (row.isSnapshot) {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, row.update)
      held.set(row.name, { epoch: row.epoch, n: row.n, doc })
      return true
    }
    if (known === null || known.epoch !== row.epoch || row.n > known.n + 1) return false
    if (row.n <= known.n) return true // seen already
    Y.applyUpdate(known.doc, row.update)
    known.n = row.n
    return true
  }

  async function writeRows(names: ReadonlySet<string>, at: number): Promise<void> {
    const intents = await outbox.intents.toArray()
    const snapshots = [...names].map((name) => {
      const { epoch, n, doc } = must(held.get(name), 'an applied document is held')
      return { name, epoch, n, bytes: Y.encodeStateAsUpdate(doc), sections: sectionsOf(doc) }
    })
    await db.transaction('rw', db.tables, async () => {
      for (const { name, epoch, n, bytes, sections } of snapshots) {
        await db.documents.put({ name, epoch, n, bytes })
        const parsed = parseDocumentName(name)
        if (parsed !== null) await writeView(parsed, sections, at)
        if (parsed?.kind === 'member') await writeBookings(sections, intents, at)
      }
    })
    for (const { name, sections } of snapshots) {
      if (name.startsWith('member/')) await markSettled(sections)
    }
  }

  /** Only now: a wish is let go of after its outcome is stored. */
  async function markSettled(sections: Sections): Promise<void> {
    for (const settled of readMember(sections).settled) {
      const own = await outbox.intents.get(settled.intentId)
      if (own !== undefined && own.state !== 'settled') {
        await outbox.intents.update(settled.intentId, { state: 'settled', settled })
      }
    }
  }

  async function writeView(name: DocumentName, sections: Sections, at: number): Promise<void> {
    switch (name.kind) {
      case 'catalogue': {
        const catalogue = readCatalogue(sections)
        if (catalogue !== null)
          await db.catalogues.put({ siteId: name.siteId, catalogue, asOf: at })
        return
      }
      case 'occupancy':
        return writeWeek(name, sections, at)
      case 'desk':
        await db.desk.put({
          siteId: name.siteId,
          date: name.date,
          arrivals: readDesk(sections),
          asOf: at,
        })
        return
      case 'member': {
        const { member } = readMember(sections)
        if (member !== null) await db.me.put({ key: 'me', member, asOf: at })
        return
      }
      case 'outbox':
        return
    }
  }

  async function writeWeek(
    name: Extract<DocumentName, { kind: 'occupancy' }>,
    sections: Sections,
    at: number,
  ): Promise<void> {
    const monday = must(mondayOfIsoWeek(name.week), 'document names hold real weeks')
    const days = Array.from({ length: 7 }, (_, day): LocalDate => addDays(monday, day))
    await db.occupancy.bulkPut(
      days.map((date) => ({
        siteId: name.siteId,
        date,
        asOf: at,
        spans: readOccupancyDay(sections, date).map(
          (span) =>
            [span.resourceId, span.unit, span.startMinute, span.endMinute, span.state] as const,
        ),
      })),
    )
  }

  async function writeBookings(
    sections: Sections,
    intents: readonly IntentRow[],
    at: number,
  ): Promise<void> {
    const { bookings, settled } = readMember(sections)
    const rows = bookingView({ bookings, settled, intents, now: toInstant(at) })
    const stale = new Set(await db.bookings.toCollection().primaryKeys())
    for (const row of rows) stale.delete(row.id)
    await db.bookings.bulkDelete([...stale])
    await db.bookings.bulkPut([...rows])
  }

  return {
    held: async (name) => {
      const known = await load(name)
      return known === null ? null : { epoch: known.epoch, n: known.n }
    },
    apply: async (rows, at) => {
      const lost: string[] = []
      const touched = new Set<string>()
      for (const row of rows) {
        if (await take(row)) touched.add(row.name)
        else lost.push(row.name)
      }
      await writeRows(touched, at)
      return lost
    },
    refreshBookings: async (now) => {
      const me = await db.me.get('me')
      const known = me === undefined ? null : await load(`member/${me.member.id}`)
      const sections = known === null ? {} : sectionsOf(known.doc)
      const intents = await outbox.intents.toArray()
      await db.transaction('rw', db.bookings, () => writeBookings(sections, intents, now))
    },
  }
}

function sectionsOf(doc: Y.Doc): Sections {
  return doc.getMap(SECTIONS_ROOT).toJSON()
}
