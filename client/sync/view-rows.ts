/**
 * The rows that screens read, made of each kind of document. Reading may fail and touches nothing; writing only writes. A kind of document,
 * or a section of the member's own, that no first screen needs is kept as records instead.
 */
import { type DocumentName, parseDocumentName } from '../../domain/access/document-name.ts'
import { readBills } from '../../domain/billing/bill-sections.ts'
import { readRequests } from '../../domain/bookings/approval/request-sections.ts'
import { readDesk } from '../../domain/bookings/desk-sections.ts'
import { readMember } from '../../domain/bookings/member-sections.ts'
import { readOccupancyDay } from '../../domain/bookings/occupancy/occupancy-sections.ts'
import { readPresence } from '../../domain/bookings/presence/presence.ts'
import { readWaiting } from '../../domain/bookings/waitlist/waiting-list.ts'
import { readCatalogue } from '../../domain/sites/catalogue-sections.ts'
import { assertNever, must } from '../../domain/values/assert.ts'
import {
  addDays,
  type IsoWeek,
  type LocalDate,
  mondayOfIsoWeek,
} from '../../domain/values/local-date.ts'
import type { Sections } from '../../domain/values/sections.ts'
import type { PortalDatabase } from '../store/database.ts'
import type {
  FactsRow,
  MeRow,
  OccupancySpan,
  StoredCatalogue,
  StoredDesk,
  StoredOccupancy,
  StoredPresence,
  StoredRequests,
} from '../store/rows.ts'
import {
  isReadableBooking,
  isReadableSeries,
  isReadableSettled,
  isReadableWait,
} from './readable-facts.ts'
import { type RecordsView, removeRecords, writeRecords } from './record-rows.ts'

export type View =
  | { readonly kind: 'catalogue'; readonly row: StoredCatalogue }
  | { readonly kind: 'occupancy'; readonly rows: readonly StoredOccupancy[] }
  | { readonly kind: 'desk'; readonly row: StoredDesk }
  | { readonly kind: 'presence'; readonly row: StoredPresence }
  | { readonly kind: 'requests'; readonly row: StoredRequests }
  | {
      readonly kind: 'member'
      readonly me: MeRow | null
      readonly facts: FactsRow
      readonly records: RecordsView
    }
  | { readonly kind: 'records'; readonly records: RecordsView }

/** The rows of a document of which these sections changed; null stands for all. Throws when it is not what it should be. */
export function readView(
  name: string,
  sections: Sections,
  changed: ReadonlySet<string> | null,
): View | null {
  const parsed = parseDocumentName(name)
  if (parsed === null) return null
  switch (parsed.kind) {
    case 'catalogue': {
      const catalogue = readCatalogue(sections)
      return catalogue && { kind: 'catalogue', row: { siteId: parsed.siteId, catalogue } }
    }
    case 'occupancy':
      return { kind: 'occupancy', rows: readDays(parsed, sections, changed) }
    case 'desk': {
      const { siteId, date } = parsed
      return { kind: 'desk', row: { siteId, date, arrivals: readDesk(sections) } }
    }
    case 'presence': {
      const { siteId, date } = parsed
      return { kind: 'presence', row: { siteId, date, people: readPresence(sections) } }
    }
    case 'requests':
      return {
        kind: 'requests',
        row: {
          siteId: parsed.siteId,
          requests: readRequests(sections),
          waiting: readWaiting(sections),
        },
      }
    case 'member':
      return readOwn(name, sections, changed)
    case 'directory':
    case 'tickets':
    case 'messages':
    case 'articles':
    case 'support':
    case 'happenings':
    case 'attendees':
      return { kind: 'records', records: { document: name, sections, changed } }
    case 'outbox':
    case 'profile':
    case 'plan-draft':
    case 'week':
      return null
    default:
      return assertNever(parsed)
  }
}

export async function writeView(db: PortalDatabase, view: View): Promise<void> {
  switch (view.kind) {
    case 'catalogue':
      await db.catalogues.put(view.row)
      return
    case 'occupancy':
      await db.occupancy.bulkPut([...view.rows])
      return
    case 'desk':
      await db.desk.put(view.row)
      return
    case 'presence':
      await db.presence.put(view.row)
      return
    case 'requests':
      await db.requests.put(view.row)
      return
    case 'member':
      if (view.me !== null) await db.me.put(view.me)
      await db.facts.put(view.facts)
      await writeRecords(db, view.records)
      return
    case 'records':
      return writeRecords(db, view.records)
    default:
      assertNever(view)
  }
}

/** Removes the rows of a document that leaves the device. */
export async function removeView(db: PortalDatabase, name: string): Promise<void> {
  const parsed = parseDocumentName(name)
  if (parsed === null) return
  await removeRecords(db, name)
  switch (parsed.kind) {
    case 'catalogue':
      return db.catalogues.delete(parsed.siteId)
    case 'occupancy':
      return db.occupancy.bulkDelete(
        daysOf(parsed.week).map((date): [string, string] => [parsed.siteId, date]),
      )
    case 'desk':
      return db.desk.delete([parsed.siteId, parsed.date])
    case 'presence':
      return db.presence.delete([parsed.siteId, parsed.date])
    case 'requests':
      return db.requests.delete(parsed.siteId)
    case 'member':
      await db.me.clear()
      await db.facts.clear()
      return
    case 'directory':
    case 'tickets':
    case 'messages':
    case 'articles':
    case 'support':
    case 'happenings':
    case 'attendees':
    case 'outbox':
    case 'profile':
    case 'plan-draft':
    case 'week':
      return
    default:
      return assertNever(parsed)
  }
}

/** Sections of the member's document that `me` and `facts` are made of. */
const ownSections = new Set([
  ...['me', 'lots', 'team', 'bookings', 'series', 'waits', 'outcomes', 'favourites', 'settled'],
  'bills',
])

function readOwn(document: string, sections: Sections, changed: ReadonlySet<string> | null): View {
  const { member, wallet, bookings, series, waits, settled, favourites } = readMember(sections)
  const others = Object.entries(sections).filter(([section]) => !ownSections.has(section))
  return {
    kind: 'member',
    records: { document, sections: Object.fromEntries(others), changed },
    me: member === null ? null : { key: 'me', member, wallet, favourites },
    facts: {
      key: 'me',
      bookings: bookings.filter(isReadableBooking),
      series: series.filter(isReadableSeries),
      waits: waits.filter(isReadableWait),
      settled: settled.filter(isReadableSettled),
      favourites,
      bills: readBills(sections),
    },
  }
}

function readDays(
  { siteId, week }: Extract<DocumentName, { kind: 'occupancy' }>,
  sections: Sections,
  changed: ReadonlySet<string> | null,
): readonly StoredOccupancy[] {
  const dates = daysOf(week).filter((date) => changed === null || changed.has(date))
  return dates.map((date) => ({ siteId, date, spans: spansOf(sections, date) }))
}

function spansOf(sections: Sections, date: LocalDate): readonly OccupancySpan[] {
  return readOccupancyDay(sections, date).map(
    ({ resourceId, unit, startMinute, endMinute, state }): OccupancySpan => [
      resourceId,
      unit,
      startMinute,
      endMinute,
      state,
    ],
  )
}

function daysOf(week: IsoWeek): readonly LocalDate[] {
  const monday = must(mondayOfIsoWeek(week), 'document names hold real weeks')
  return Array.from({ length: 7 }, (_, day) => addDays(monday, day))
}
