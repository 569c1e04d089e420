import { expect, test } from 'vitest'
import { toId } from '../values/ids.ts'
import { isoWeekOf, toLocalDate } from '../values/local-date.ts'
import { type DocumentKind, type DocumentName, isServerWritten } from './document-name.ts'
import {
  type Command,
  commands,
  type DocumentAction,
  mayCommand,
  mayUseDocument,
} from './permissions.ts'
import { type MemberRole, memberRoles } from './role.ts'

const ada = toId('member', 'mem_ada')
const northId = toId('team', 'tea_north')
const ben = toId('member', 'mem_ben')
const here = toId('site', 'sit_harbour-loft')
const elsewhere = toId('site', 'sit_pier-studio')
const device = toId('device', 'dev_phone')
const date = toLocalDate('2026-11-26')
const week = isoWeekOf(date)

/** Each kind as it belongs to ada or her site, to somebody else at her site, and to another site. */
const documents: Readonly<Record<DocumentKind, { own: DocumentName; other: DocumentName }>> = {
  outbox: {
    own: { kind: 'outbox', memberId: ada, deviceId: device },
    other: { kind: 'outbox', memberId: ben, deviceId: device },
  },
  member: { own: { kind: 'member', memberId: ada }, other: { kind: 'member', memberId: ben } },
  occupancy: {
    own: { kind: 'occupancy', siteId: here, week },
    other: { kind: 'occupancy', siteId: elsewhere, week },
  },
  catalogue: {
    own: { kind: 'catalogue', siteId: here },
    other: { kind: 'catalogue', siteId: elsewhere },
  },
  presence: {
    own: { kind: 'presence', siteId: here, date },
    other: { kind: 'presence', siteId: elsewhere, date },
  },
  profile: { own: { kind: 'profile', memberId: ada }, other: { kind: 'profile', memberId: ben } },
  directory: {
    own: { kind: 'directory', siteId: here },
    other: { kind: 'directory', siteId: elsewhere },
  },
  tickets: { own: { kind: 'tickets', memberId: ada }, other: { kind: 'tickets', memberId: ben } },
  messages: {
    own: { kind: 'messages', memberId: ada },
    other: { kind: 'messages', memberId: ben },
  },
  articles: {
    own: { kind: 'articles', siteId: here },
    other: { kind: 'articles', siteId: elsewhere },
  },
  happenings: {
    own: { kind: 'happenings', siteId: here },
    other: { kind: 'happenings', siteId: elsewhere },
  },
  week: {
    own: { kind: 'week', teamId: northId, week: isoWeekOf(date) },
    other: { kind: 'week', teamId: toId('team', 'tea_south'), week: isoWeekOf(date) },
  },
  requests: {
    own: { kind: 'requests', siteId: here },
    other: { kind: 'requests', siteId: elsewhere },
  },
  support: {
    own: { kind: 'support', siteId: here },
    other: { kind: 'support', siteId: elsewhere },
  },
  attendees: {
    own: { kind: 'attendees', siteId: here },
    other: { kind: 'attendees', siteId: elsewhere },
  },
  'plan-draft': {
    own: { kind: 'plan-draft', siteId: here, floorId: toId('floor', 'flr_loft') },
    other: { kind: 'plan-draft', siteId: elsewhere, floorId: toId('floor', 'flr_pier') },
  },
  desk: {
    own: { kind: 'desk', siteId: here, date },
    other: { kind: 'desk', siteId: elsewhere, date },
  },
}

/** What the table of SPEC.md allows on one's own; everything else is denied. */
const forEverybody = [
  'outbox read',
  'outbox write',
  'member read',
  'occupancy read',
  'catalogue read',
  'presence read',
  'profile read',
  'profile write',
  'directory read',
  'tickets read',
  'messages read',
  'articles read',
  'happenings read',
  'week read',
  'week write',
]
const forStaff = [...forEverybody, 'requests read', 'support read', 'attendees read', 'desk read']
const forManagers = [
  ...forEverybody,
  'requests read',
  'support read',
  'attendees read',
  'plan-draft read',
  'plan-draft write',
  'desk read',
]
const allowed: Readonly<Record<MemberRole, readonly string[]>> = {
  member: forEverybody,
  'team-manager': forEverybody,
  'front-desk': forStaff,
  community: forStaff,
  finance: forStaff,
  manager: forManagers,
  owner: forManagers,
}

const roles = Object.values(memberRoles)
const kinds = Object.keys(documents) as DocumentKind[] // the keys of the record above
const actions: readonly DocumentAction[] = ['read', 'write']

test('[ACCESS-01] every role, document and action is allowed as the table says, and never on what is not one’s own', () => {
  const found: Record<string, readonly string[]> = {}
  for (const role of roles) {
    const principal = { memberId: ada, role, teamId: northId, siteIds: [here] }
    found[role] = kinds.flatMap((kind) =>
      actions
        .filter((action) => mayUseDocument(principal, action, documents[kind].own))
        .map((action) => `${kind} ${action}`),
    )
    for (const kind of kinds) {
      for (const action of actions) {
        expect(mayUseDocument(principal, action, documents[kind].other)).toBe(false)
      }
    }
  }
  expect(found).toEqual(allowed)
})

test('[ACCESS-01] somebody of no site at all reads only what is their own', () => {
  const principal = { memberId: ada, role: memberRoles.owner, teamId: null, siteIds: [] }
  const read = kinds.filter((kind) => mayUseDocument(principal, 'read', documents[kind].own))
  expect(read).toEqual(['outbox', 'member', 'profile', 'tickets', 'messages'])
})

test('[ACCESS-02] nobody writes what the server writes', () => {
  for (const kind of kinds.filter(isServerWritten)) {
    for (const role of roles) {
      const principal = { memberId: ada, role, teamId: northId, siteIds: [here, elsewhere] }
      expect(mayUseDocument(principal, 'write', documents[kind].own)).toBe(false)
    }
  }
})

test('[ACCESS-03] members book, staff also read members, finance also bills, managers and owners also close', () => {
  const ofMembers: readonly Command[] = [
    ...(['booking.request', 'booking.cancel', 'booking.change', 'booking.end'] as const),
    ...(['booking.confirm', 'booking.extend-hold', 'booking.check-in'] as const),
    'booking.sit',
    ...(['series.request', 'series.cancel', 'series.change', 'series.restore'] as const),
    'rules.accept',
    'booking.guests',
    'basket.request',
    'basket.cancel',
    'wait.join',
    'order.place',
    'wait.leave',
    'absence.declare',
    'absence.end',
    'favourite.set',
    'portrait.add',
    'presence.share',
    'news.choose',
    'reminders.choose',
    'language.choose',
    'pass.request',
    ...(['promo.redeem', 'addon.take', 'addon.end'] as const),
    'bill-to.save',
    'ticket.open',
    'ticket.reply',
    'ticket.set-state',
    'article.solved',
    'membership.change',
    'membership.pause',
    'membership.resume',
    'membership.end',
    'membership.take-back',
    'rsvp.set',
    ...(['announcements.read', 'perk.use'] as const),
    ...(['message.send', 'message.remove', 'message.report'] as const),
    ...(['thread.read', 'thread.mute', 'thread.block', 'messages.take'] as const),
    ...(['team.invite', 'team.uninvite', 'team.answer', 'team.remove'] as const),
    ...(['team.set-manager', 'team.limit', 'team.wallet', 'week.send'] as const),
  ]
  const ofStaff: readonly Command[] = [
    'booking.override',
    'booking.approve',
    'booking.decline',
    'guest.check-in',
    'wait.remove',
    'ticket.note',
    'ticket.assign',
    'outage.announce',
    'outage.end',
    'article.save',
    'articles.order',
    ...(['event.save', 'event.call-off', 'event.tell', 'attendance.mark', 'entry.note'] as const),
    ...(['announcement.save', 'announcement.remove', 'perk.save', 'perk.remove'] as const),
    ...(['report.decide', 'messages.reopen'] as const),
    'members.read',
    'members.note',
    'plans.read',
  ]
  const ofFinance: readonly Command[] = [
    'billing.save',
    'bills.issue',
    'bill.pay',
    'bill.credit',
    'bills.read',
    'promo.save',
    'credit.grant',
    'credit.keep',
    'credit.withdraw',
    'deposit.take',
    'deposit.return',
    ...(['deposit.deduct', 'deposit.keep', 'deposit.withdraw'] as const),
    'signing.renew',
    'tax-id.check',
  ]
  const ofManagers: readonly Command[] = [
    ...ofMembers,
    ...ofFinance,
    'closure.add',
    'closure.remove',
    'resource.save',
    'resource.retire',
    'rules.save',
    'hours.save',
    'floor.save',
    'plan.publish',
    'tier.save',
    'rates.save',
    'extras.save',
    'house-rules.save',
    'site.save',
    'finding.save',
    'directory.save',
    ...(['members.manage', 'members.readdress'] as const),
    'proofs.require',
    'team.save',
    ...(['guests.save', 'news.save', 'news.manage'] as const),
    'passes.save',
    'lot.grant',
    'lot.take-back',
    'support.save',
    ...(['membership.start', 'membership.for-others', 'addon.end-for'] as const),
    'screens.manage',
    ...ofStaff,
  ]
  const expected: Readonly<Record<MemberRole, readonly Command[]>> = {
    member: ofMembers,
    'team-manager': ofMembers,
    'front-desk': [...ofMembers, ...ofStaff],
    community: [...ofMembers, ...ofStaff],
    finance: [...ofMembers, ...ofStaff, ...ofFinance],
    manager: ofManagers,
    owner: [...ofManagers, 'proofs.start-over'],
  }
  const all = Object.keys(commands) as Command[] // the keys of the table
  const found = Object.fromEntries(
    roles.map((role) => [
      role,
      new Set(
        all.filter((command) => mayCommand({ memberId: ada, role, siteIds: [here] }, command)),
      ),
    ]),
  )
  const sets = Object.entries(expected).map(([role, allowed]) => [role, new Set(allowed)])
  expect(found).toEqual(Object.fromEntries(sets))
})

test('[ACCESS-06] a screen reads what is free and what there is at its location, names where they are turned on, and writes nothing', () => {
  const screenId = toId('screen', 'scr_lobby')
  const readBy = (showsNames: boolean) => {
    const screen = { screenId, siteIds: [here], showsNames }
    for (const kind of kinds) {
      expect(mayUseDocument(screen, 'write', documents[kind].own)).toBe(false)
      expect(mayUseDocument(screen, 'read', documents[kind].other)).toBe(false)
    }
    return kinds.filter((kind) => mayUseDocument(screen, 'read', documents[kind].own))
  }
  expect(readBy(false)).toEqual(['occupancy', 'catalogue'])
  expect(readBy(true)).toEqual(['occupancy', 'catalogue', 'presence'])
})
