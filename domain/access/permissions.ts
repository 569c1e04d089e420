/**
 * The one table of rights: role x document x action, deny by default. Sockets and HTTP ask the same function, per frame and per
 * request, because an update from a peer that is let in is applied whatever it says.
 */
import type { MemberId, ScreenId, SiteId, TeamId } from '../values/ids.ts'
import type { DocumentKind, DocumentName } from './document-name.ts'
import { isStaff, keepsBooks, type MemberRole } from './role.ts'

/** Somebody signed in on a connection or request, as the server knows them. */
export interface Principal {
  readonly memberId: MemberId
  readonly role: MemberRole
  /** The team they are in. */
  readonly teamId: TeamId | null
  /** Sites they are a member or staff of. */
  readonly siteIds: readonly SiteId[]
}

/** A screen on a wall of one location. Nobody is signed in on it: it has a key, and reads what may hang where everybody passes. */
export interface ScreenPrincipal {
  readonly screenId: ScreenId
  readonly siteIds: readonly SiteId[]
  /** Whether it may name those who let others see where they sit. */
  readonly showsNames: boolean
}

export type DocumentAction = 'read' | 'write'

/** Whose document it must be for a role to act: nobody's, one's own, one's team's, or any of one's sites. */
type Reach = 'none' | 'own' | 'team' | 'site'

type Row = Readonly<Record<DocumentAction, Reach>>

const member: Readonly<Record<DocumentKind, Row>> = {
  outbox: { read: 'own', write: 'own' },
  member: { read: 'own', write: 'none' },
  occupancy: { read: 'site', write: 'none' },
  catalogue: { read: 'site', write: 'none' },
  desk: { read: 'none', write: 'none' },
  presence: { read: 'site', write: 'none' },
  requests: { read: 'none', write: 'none' },
  profile: { read: 'own', write: 'own' },
  directory: { read: 'site', write: 'none' },
  tickets: { read: 'own', write: 'none' },
  messages: { read: 'own', write: 'none' },
  articles: { read: 'site', write: 'none' },
  support: { read: 'none', write: 'none' },
  happenings: { read: 'site', write: 'none' },
  attendees: { read: 'none', write: 'none' },
  'plan-draft': { read: 'none', write: 'none' },
  week: { read: 'team', write: 'team' },
}

const staff: Readonly<Record<DocumentKind, Row>> = {
  ...member,
  desk: { read: 'site', write: 'none' },
  requests: { read: 'site', write: 'none' },
  support: { read: 'site', write: 'none' },
  attendees: { read: 'site', write: 'none' },
}

/** Who may publish a plan may draw it. */
const manager: Readonly<Record<DocumentKind, Row>> = {
  ...staff,
  'plan-draft': { read: 'site', write: 'site' },
}

export const documentRights: Readonly<Record<MemberRole, Readonly<Record<DocumentKind, Row>>>> = {
  member,
  'team-manager': member,
  'front-desk': staff,
  community: staff,
  finance: staff,
  manager,
  owner: manager,
}

const nothing: Row = { read: 'none', write: 'none' }

const screen: Readonly<Record<DocumentKind, Row>> = {
  outbox: nothing,
  member: nothing,
  occupancy: { read: 'site', write: 'none' },
  catalogue: { read: 'site', write: 'none' },
  presence: nothing,
  desk: nothing,
  requests: nothing,
  profile: nothing,
  directory: nothing,
  tickets: nothing,
  messages: nothing,
  articles: nothing,
  support: nothing,
  happenings: nothing,
  attendees: nothing,
  'plan-draft': nothing,
  week: nothing,
}

export const screenRights = {
  nameless: screen,
  naming: { ...screen, presence: { read: 'site', write: 'none' } },
} as const satisfies Readonly<Record<string, Readonly<Record<DocumentKind, Row>>>>

function rightsOf(principal: Principal | ScreenPrincipal): Readonly<Record<DocumentKind, Row>> {
  if ('role' in principal) return documentRights[principal.role]
  return principal.showsNames ? screenRights.naming : screenRights.nameless
}

export function mayUseDocument(
  principal: Principal | ScreenPrincipal,
  action: DocumentAction,
  name: DocumentName,
): boolean {
  switch (rightsOf(principal)[name.kind][action]) {
    case 'none':
      return false
    case 'own':
      return 'memberId' in name && 'memberId' in principal && name.memberId === principal.memberId
    case 'team':
      return 'teamId' in name && 'teamId' in principal && name.teamId === principal.teamId
    case 'site':
      return 'siteId' in name && principal.siteIds.includes(name.siteId)
  }
}

/** Things done by intent or HTTP rather than by writing a document. */
export const commands = {
  'booking.request': 'member',
  'booking.override': 'staff',
  'booking.cancel': 'member',
  'booking.change': 'member',
  'booking.end': 'member',
  'booking.confirm': 'member',
  'booking.extend-hold': 'member',
  'booking.check-in': 'member',
  'booking.guests': 'member',
  'guest.check-in': 'staff',
  'rules.accept': 'member',
  'basket.request': 'member',
  'basket.cancel': 'member',
  'booking.sit': 'member',
  'series.request': 'member',
  'series.cancel': 'member',
  'series.change': 'member',
  'series.restore': 'member',
  'booking.approve': 'staff',
  'booking.decline': 'staff',
  'wait.join': 'member',
  'order.place': 'member',
  'wait.leave': 'member',
  'wait.remove': 'staff',
  'absence.declare': 'member',
  'absence.end': 'member',
  'favourite.set': 'member',
  'portrait.add': 'member',
  'presence.share': 'member',
  'ticket.open': 'member',
  'ticket.reply': 'member',
  'ticket.set-state': 'member',
  'ticket.note': 'staff',
  'ticket.assign': 'staff',
  'outage.announce': 'staff',
  'outage.end': 'staff',
  'article.save': 'staff',
  'articles.order': 'staff',
  'article.solved': 'member',
  'support.save': 'manager',
  'news.choose': 'member',
  'reminders.choose': 'member',
  'language.choose': 'member',
  'rsvp.set': 'member',
  'announcements.read': 'member',
  'message.send': 'member',
  'message.remove': 'member',
  'message.report': 'member',
  'thread.read': 'member',
  'thread.mute': 'member',
  'thread.block': 'member',
  'messages.take': 'member',
  'report.decide': 'staff',
  'messages.reopen': 'staff',
  'team.invite': 'member',
  'team.uninvite': 'member',
  'team.answer': 'member',
  'team.remove': 'member',
  'team.set-manager': 'member',
  'team.limit': 'member',
  'team.wallet': 'member',
  'week.send': 'member',
  'event.save': 'staff',
  'event.call-off': 'staff',
  'event.tell': 'staff',
  'attendance.mark': 'staff',
  'entry.note': 'staff',
  'perk.use': 'member',
  'perk.save': 'staff',
  'perk.remove': 'staff',
  'announcement.save': 'staff',
  'announcement.remove': 'staff',
  'closure.add': 'manager',
  'closure.remove': 'manager',
  'resource.save': 'manager',
  'resource.retire': 'manager',
  'rules.save': 'manager',
  'hours.save': 'manager',
  'floor.save': 'manager',
  'plan.publish': 'manager',
  'tier.save': 'manager',
  'passes.save': 'manager',
  'pass.request': 'member',
  'membership.change': 'member',
  'membership.pause': 'member',
  'membership.resume': 'member',
  'membership.end': 'member',
  'membership.take-back': 'member',
  'membership.start': 'manager',
  'membership.for-others': 'manager',
  'addon.take': 'member',
  'addon.end': 'member',
  'addon.end-for': 'manager',
  'billing.save': 'finance',
  'bills.issue': 'finance',
  'bill.pay': 'finance',
  'bill.credit': 'finance',
  'bills.read': 'finance',
  'bill-to.save': 'member',
  'tax-id.check': 'finance',
  'promo.save': 'finance',
  'promo.redeem': 'member',
  'credit.grant': 'finance',
  'credit.keep': 'finance',
  'credit.withdraw': 'finance',
  'deposit.take': 'finance',
  'deposit.return': 'finance',
  'deposit.deduct': 'finance',
  'deposit.keep': 'finance',
  'deposit.withdraw': 'finance',
  'signing.renew': 'finance',
  'lot.grant': 'manager',
  'lot.take-back': 'manager',
  'rates.save': 'manager',
  'extras.save': 'manager',
  'house-rules.save': 'manager',
  'site.save': 'manager',
  'finding.save': 'manager',
  'directory.save': 'manager',
  'news.save': 'manager',
  'guests.save': 'manager',
  'news.manage': 'manager',
  'members.read': 'staff',
  'members.note': 'staff',
  'members.manage': 'manager',
  'members.readdress': 'manager',
  'proofs.require': 'manager',
  'proofs.start-over': 'owner',
  'team.save': 'manager',
  'plans.read': 'staff',
  'screens.manage': 'manager',
} as const
export type Command = keyof typeof commands

/** May this person do it at all? Whether it is their own booking is decided with the facts. */
export function mayCommand(principal: Omit<Principal, 'teamId'>, command: Command): boolean {
  switch (commands[command]) {
    case 'member':
      return true
    case 'staff':
      return isStaff(principal.role)
    case 'finance':
      return keepsBooks(principal.role)
    case 'manager':
      return principal.role === 'manager' || principal.role === 'owner'
    case 'owner':
      return principal.role === 'owner'
  }
}
