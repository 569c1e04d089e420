/** Which pictures of a location anything still names: places, people, tickets, published plans, and drafts of plans. */
import { formatDocumentName } from '../../domain/access/document-name.ts'
import type { Site } from '../../domain/sites/site.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import { readHead, readRows } from './document-log.ts'
import { loadCatalogue } from './load-catalogue.ts'
import type { Reader } from './storage.ts'

export async function namedPictures(reader: Reader, siteId: SiteId): Promise<ReadonlySet<string>> {
  const catalogue = await loadCatalogue(reader, siteId)
  if (catalogue === null) return new Set()
  const photos = catalogue.resources.flatMap((resource) => resource.photos)
  return new Set([
    ...photos.flatMap(({ full, small }) => [full, small]),
    ...(await namedByProfiles(reader, siteId)),
    ...(await namedByTickets(reader, siteId)),
    ...(await namedByPlans(reader, siteId)),
    ...(await namedByDrafts(reader, catalogue.site)),
  ])
}

export interface NamedPicture {
  readonly siteId: string
  readonly hash: string
}

/** Those of one member: of themselves, and what they showed the team. */
export async function picturesOfMember(
  reader: Reader,
  memberId: string,
): Promise<readonly NamedPicture[]> {
  const profile = await reader
    .selectFrom('profile')
    .select('body')
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  const shown = await reader
    .selectFrom('ticket_entry')
    .innerJoin('ticket', 'ticket.id', 'ticket_entry.ticket_id')
    .select(['ticket.site_id', 'ticket_entry.body'])
    .where('ticket.member_id', '=', memberId)
    .where('ticket_entry.body', 'like', '%"photos":[{%')
    .execute()
  const own = [...(profile?.body ?? '').matchAll(/"photo":"([^/"]+)\/([0-9a-f]{64})"/g)]
  return [
    ...own.map(([, siteId = '', hash = '']) => ({ siteId, hash })),
    ...shown.flatMap(({ site_id: siteId, body }) =>
      hashesIn(body).map((hash) => ({ siteId, hash })),
    ),
  ]
}

async function namedByProfiles(reader: Reader, siteId: SiteId): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('profile')
    .select('body')
    .where('body', 'like', `%"photo":"${siteId}/%`)
    .execute()
  return rows.flatMap(({ body }) => hashesIn(body))
}

/** What was shown stays to be seen, as long as the ticket is there. */
async function namedByTickets(reader: Reader, siteId: SiteId): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('ticket_entry')
    .innerJoin('ticket', 'ticket.id', 'ticket_entry.ticket_id')
    .select('ticket_entry.body')
    .where('ticket.site_id', '=', siteId)
    .where('ticket_entry.body', 'like', '%"photos":[{%')
    .execute()
  return rows.flatMap(({ body }) => hashesIn(body))
}

/** Every version stays readable, and so do the pictures below it. */
async function namedByPlans(reader: Reader, siteId: SiteId): Promise<readonly string[]> {
  const rows = await reader
    .selectFrom('floor_plan')
    .select('body')
    .where('site_id', '=', siteId)
    .where('body', 'like', '%"background"%')
    .execute()
  return rows.flatMap(({ body }) => hashesIn(body))
}

/**
 * What the log of a draft says, read as bytes: a hash stands there as it is, and one that was replaced or deleted a while ago too, so that
 * undo still finds its picture. More than is drawn may be kept, never less.
 */
async function namedByDrafts(reader: Reader, { id, floors }: Site): Promise<readonly string[]> {
  const named: string[] = []
  for (const floor of floors) {
    const name = formatDocumentName({ kind: 'plan-draft', siteId: id, floorId: floor.id })
    const head = await readHead(reader, name)
    const rows = head === null ? [] : await readRows(reader, head, 0)
    for (const { bytes } of rows) named.push(...hashesIn(Buffer.from(bytes).toString('latin1')))
  }
  return named
}

function hashesIn(text: string): readonly string[] {
  return text.match(/[0-9a-f]{64}/g) ?? []
}
