/** Brings what a transaction changed into the documents that show it, by the difference where that can be said, else whole. */
import { DAY_MS, type Instant } from '../../domain/values/instant.ts'
import type { ZoneTable } from '../../domain/values/zone.ts'
import type { ServerDocuments, StagedRow } from '../sync/server-documents.ts'
import type { Facts } from './kept-facts.ts'
import type { Projections } from './projections.ts'
import type { Touched, View } from './shown.ts'

export function makeShowAll(ports: {
  readonly documents: ServerDocuments
  readonly projections: Projections
}): (facts: Facts, touched: Touched, at: Instant) => Promise<readonly StagedRow[]> {
  const { documents, projections } = ports
  return async (facts, touched, at) => {
    const basis = basisOf(facts, at)
    const edits = projections.editsOf(touched, await viewOf(facts, touched, at))
    const told = edits.size === 0 ? null : await documents.amend(facts.tx, edits, at, basis)
    const untold = [...touched.names].filter((name) => !edits.has(name))
    const names = [...untold, ...(told?.rest ?? [])].sort()
    if (names.length === 0) return told?.rows ?? []
    const sections = await projections.projectAll(facts.tx, names, at)
    const staged = await documents.stage(facts.tx, sections, at, basis)
    return [...(told?.rows ?? []), ...staged]
  }
}

/**
 * What the whole projection of a document depends on besides the entries of bookings and outcomes: what operators set up, and the day,
 * because windows of time move with it. A document with another basis is projected whole when it is touched next.
 */
function basisOf({ spaceCount }: Facts, at: Instant): string {
  return `${spaceCount}/${Math.floor(at / DAY_MS)}`
}

async function viewOf(facts: Facts, { steps }: Touched, now: Instant): Promise<View> {
  const bookings = steps
    .flat()
    .flatMap(({ after }) => (after.kind === 'booking' ? [after.booking] : []))
  const zones = new Map<string, ZoneTable>()
  for (const siteId of new Set(bookings.map((booking) => booking.siteId))) {
    const catalogue = await facts.catalogue(siteId)
    if (catalogue !== null) zones.set(siteId, catalogue.zone)
  }
  const members = await facts.members([...new Set(bookings.map((booking) => booking.memberId))])
  const memberNames = new Map([...members].map(([id, { name }]) => [id, name]))
  return { now, zones, memberNames }
}
