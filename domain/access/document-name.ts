/**
 * The names of synced documents: `<kind>/<ids>`. A name is parsed once, at the door; whatever does not parse does not exist.
 */
import {
  type DeviceId,
  type FloorId,
  isId,
  type MemberId,
  type SiteId,
  type TeamId,
} from '../values/ids.ts'
import { type IsoWeek, isLocalDate, type LocalDate, mondayOfIsoWeek } from '../values/local-date.ts'

export type DocumentName =
  | { readonly kind: 'outbox'; readonly memberId: MemberId; readonly deviceId: DeviceId }
  | { readonly kind: 'member'; readonly memberId: MemberId }
  | { readonly kind: 'occupancy'; readonly siteId: SiteId; readonly week: IsoWeek }
  | { readonly kind: 'catalogue'; readonly siteId: SiteId }
  | { readonly kind: 'desk'; readonly siteId: SiteId; readonly date: LocalDate }
  | { readonly kind: 'presence'; readonly siteId: SiteId; readonly date: LocalDate }
  | { readonly kind: 'requests'; readonly siteId: SiteId }
  | { readonly kind: 'profile'; readonly memberId: MemberId }
  | { readonly kind: 'directory'; readonly siteId: SiteId }
  | { readonly kind: 'tickets'; readonly memberId: MemberId }
  | { readonly kind: 'messages'; readonly memberId: MemberId }
  | { readonly kind: 'articles'; readonly siteId: SiteId }
  | { readonly kind: 'support'; readonly siteId: SiteId }
  | { readonly kind: 'happenings'; readonly siteId: SiteId }
  | { readonly kind: 'attendees'; readonly siteId: SiteId }
  | { readonly kind: 'plan-draft'; readonly siteId: SiteId; readonly floorId: FloorId }
  | { readonly kind: 'week'; readonly teamId: TeamId; readonly week: IsoWeek }

export type DocumentKind = DocumentName['kind']

/** Documents that only the server writes are followed as a log; the others are edited over y-websocket. */
export function isServerWritten(kind: DocumentKind): boolean {
  return kind !== 'outbox' && kind !== 'plan-draft' && kind !== 'profile' && kind !== 'week'
}

export function formatDocumentName(name: DocumentName): string {
  switch (name.kind) {
    case 'outbox':
      return `outbox/${name.memberId}/${name.deviceId}`
    case 'member':
    case 'profile':
    case 'tickets':
    case 'messages':
      return `${name.kind}/${name.memberId}`
    case 'occupancy':
      return `occupancy/${name.siteId}/${name.week}`
    case 'catalogue':
    case 'requests':
    case 'directory':
    case 'articles':
    case 'support':
    case 'happenings':
    case 'attendees':
      return `${name.kind}/${name.siteId}`
    case 'desk':
    case 'presence':
      return `${name.kind}/${name.siteId}/${name.date}`
    case 'plan-draft':
      return `plan/${name.siteId}/${name.floorId}/draft`
    case 'week':
      return `week/${name.teamId}/${name.week}`
  }
}

/** Kinds that are named by one member or one location alone. */
const kindsOfMember = ['member', 'profile', 'tickets', 'messages'] as const
const kindsOfSite = [
  ...(['catalogue', 'directory', 'articles', 'happenings'] as const),
  ...(['requests', 'support', 'attendees'] as const),
] as const

/** The parsed name, or null: unknown kinds, wrong ids and extra parts are no document. */
export function parseDocumentName(text: string): DocumentName | null {
  if (text.length > 200) return null
  const [kind, first, second, ...rest] = text.split('/')
  if (first === undefined) return null
  if (kind === 'plan' && isId('site', first) && isId('floor', second)) {
    const isDraft = rest.length === 1 && rest[0] === 'draft'
    return isDraft ? { kind: 'plan-draft', siteId: first, floorId: second } : null
  }
  if (rest.length > 0) return null
  if (kind === 'outbox' && isId('member', first) && isId('device', second)) {
    return { kind, memberId: first, deviceId: second }
  }
  if (kind === 'occupancy' && isId('site', first) && second !== undefined && isIsoWeek(second)) {
    return { kind, siteId: first, week: second }
  }
  if (kind === 'week' && isId('team', first) && second !== undefined && isIsoWeek(second)) {
    return { kind, teamId: first, week: second }
  }
  const isOfDay = kind === 'desk' || kind === 'presence'
  if (isOfDay && isId('site', first) && isLocalDate(second)) {
    return { kind, siteId: first, date: second }
  }
  if (second !== undefined) return null
  const ofMember = kindsOfMember.find((one) => one === kind)
  if (ofMember !== undefined && isId('member', first)) return { kind: ofMember, memberId: first }
  const ofSite = kindsOfSite.find((one) => one === kind)
  return ofSite !== undefined && isId('site', first) ? { kind: ofSite, siteId: first } : null
}

function isIsoWeek(text: string): text is IsoWeek {
  return mondayOfIsoWeek(text) !== null
}
