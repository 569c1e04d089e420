/** What devices of every role are sent, as it comes and when it is asked for anew: of what is another member's own not one byte. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type DocumentKind,
  isServerWritten,
  parseDocumentName,
} from '../../domain/access/document-name.ts'
import { isStaff, type MemberRole, memberRoles } from '../../domain/access/role.ts'
import { openOf } from '../../domain/billing/payment.ts'
import type { AnyIntent } from '../../domain/bookings/wishes/intent.ts'
import { must } from '../../domain/values/assert.ts'
import { ticketIdOf, toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { isoWeekOf, toLocalDate } from '../../domain/values/local-date.ts'
import { intentOf } from '../settlement/for-tests.ts'
import { makeSqlite, type TestDatabase } from '../storage/for-tests.ts'
import { billsOfPayers } from '../storage/load-bills.ts'
import { loadProfile } from '../storage/load-profiles.ts'
import { papersOfBills } from '../storage/papers.ts'
import {
  openTestDoor,
  openTestEditing,
  type TestDoor,
  type TestPeer,
  testNow,
  testSample,
} from './for-tests.ts'

const site = 'sit_harbour-loft'
const today = toLocalDate('2026-11-24')
const hana = 'mem_hana'

/** Somebody of each role, at Hana's location; none of them is whom she writes to. */
const onlookers: Readonly<Record<MemberRole, string>> = {
  member: 'mem_anton',
  'team-manager': 'mem_ola',
  'front-desk': 'mem_jonas',
  community: 'mem_bruno',
  finance: 'mem_carla',
  manager: 'mem_chidi',
  owner: 'mem_mara',
}
const roles = Object.keys(memberRoles) as readonly MemberRole[] // its keys are they

/** A document of each kind: Hana's own, or of where she is. A kind that is new fails to compile until it is here. */
const documents: Readonly<Record<DocumentKind, string>> = {
  outbox: `outbox/${hana}/dev_hers`,
  member: `member/${hana}`,
  profile: `profile/${hana}`,
  tickets: `tickets/${hana}`,
  messages: `messages/${hana}`,
  occupancy: `occupancy/${site}/${isoWeekOf(today)}`,
  catalogue: `catalogue/${site}`,
  desk: `desk/${site}/${today}`,
  presence: `presence/${site}/${today}`,
  requests: `requests/${site}`,
  directory: `directory/${site}`,
  articles: `articles/${site}`,
  support: `support/${site}`,
  happenings: `happenings/${site}`,
  attendees: `attendees/${site}`,
  'plan-draft': `plan/${site}/flr_loft/draft`,
  week: `week/tea_north/${isoWeekOf(today)}`,
}

/** `team`: who manages the team that pays. */
type Readers = 'nobody' | 'staff' | 'team'

/** What stands somewhere of Hana's, and who but her may be sent it. */
const planted = {
  phone: ['+49 40 7171 0019 83', 'nobody'],
  company: ['MARKER-2-company', 'nobody'],
  about: ['MARKER-3-about', 'nobody'],
  skill: ['MARKER-4-skill', 'nobody'],
  letter: ['MARKER-5-letter', 'nobody'],
  billTo: ['MARKER-6-street', 'nobody'],
  guestAddress: ['marker-7@guests.example', 'nobody'],
  officeNote: ['MARKER-8-office', 'nobody'],
  account: ['hana@harbourloft.example', 'nobody'],
  bookingNote: ['MARKER-9-booking', 'nobody'],
  guestName: ['MARKER-10-guest', 'staff'],
  ticket: ['MARKER-11-ticket', 'staff'],
  ticketNote: ['MARKER-12-note', 'staff'],
  orderText: ['MARKER-13-order', 'nobody'],
  credit: ['MARKER-14-credit', 'nobody'],
  deposit: ['MARKER-15-deposit', 'nobody'],
  paidBy: ['MARKER-16-transfer', 'nobody'],
  teamDeposit: ['MARKER-17-team', 'team'],
} as const satisfies Readonly<Record<string, readonly [marker: string, readers: Readers]>>

const text = (what: keyof typeof planted): string => planted[what][0]

/** What her own device is sent of it: so that it is known how it would look. */
const ownOnly = [
  ...(['letter', 'billTo', 'guestAddress', 'guestName', 'bookingNote', 'ticket'] as const),
  ...(['orderText', 'credit', 'deposit', 'paidBy'] as const),
]

let database: TestDatabase
let door: TestDoor

beforeAll(async () => {
  database = await makeSqlite(testSample)
  door = await openTestDoor(await database.open())
  await door.space.storage.transaction(async (tx) => {
    for (const role of roles)
      await tx.updateTable('member').set({ role }).where('id', '=', onlookers[role]).execute()
  })
})
afterAll(async () => {
  await door.close()
  await database.remove()
})

async function openAs(member: string): Promise<TestPeer> {
  return door.open(await door.signIn(member))
}

function wish(kind: Parameters<typeof intentOf>[1], body: object): AnyIntent {
  return intentOf(testNow, kind, body)
}

async function settled(member: string, intent: AnyIntent): Promise<void> {
  await door.space.send(member, intent)
  const { outcome } = await door.space.outcomeOf(intent)
  expect(outcome, intent.kind).toMatchObject({ kind: 'confirmed' })
}

/** Opens each document on a channel of its own, and those of who looks, holding nothing of them, as far as that is granted. */
async function openAll(peer: TestPeer, who: string): Promise<void> {
  const own = [`member/${who}`, `tickets/${who}`, `messages/${who}`]
  for (const [index, document] of [...new Set([...Object.values(documents), ...own])].entries()) {
    const name = must(parseDocumentName(document), 'a name')
    const channel = 100 + index
    if (isServerWritten(name.kind))
      peer.say({ type: 'follow', channel, document, epoch: null, n: 0 })
    else peer.say({ type: 'edit', channel, document, epoch: null })
  }
  await peer.ping()
}

/** Every byte that came, in the order in which it did. */
function bytesOf({ heard }: TestPeer): string {
  const bodies = heard.flatMap((one) => (one.type === 'frame' ? [one.body] : []))
  return Buffer.concat(bodies).toString('utf8')
}

async function plant(): Promise<void> {
  const { space } = door
  await describeHerself(await openAs(hana))
  const [guestName, email, note] = [text('guestName'), text('guestAddress'), text('bookingNote')]
  const guests = [{ id: toId('guest', 'gue_hers'), name: guestName, email }]
  const place = ['res_room-beacon', today, 9 * 60, 10 * 60] as const
  const booked = await space.request(hana, ...place, { guests, note })
  await settled(hana, booked)
  await settled(hana, wish('message.send', { to: 'mem_dev', text: text('letter') }))
  const billTo = { name: '', address: text('billTo'), taxId: '', orderText: text('orderText') }
  const payer = { kind: 'member', memberId: hana }
  await settled(hana, wish('bill-to.save', { payer, billTo }))
  const about = { resourceId: null, bookingId: null, billId: null }
  const asked = { siteId: site, category: 'maintenance', text: text('ticket') }
  const ticket = wish('ticket.open', { ...asked, about, forMemberId: null })
  await settled(hana, ticket)
  const ticketId = ticketIdOf(ticket.id)
  await settled('mem_mara', wish('ticket.note', { ticketId, text: text('ticketNote') }))
  const writing = { id: 'nte_hers', site_id: site, member_id: hana, text: text('officeNote') }
  await space.storage.transaction((tx) =>
    tx
      .insertInto('member_note')
      .values({ ...writing, written_by: 'mem_mara', written_at: testNow })
      .execute(),
  )
}

/** What is kept for her, and her bill of the month with its paper: their ids, and the names of the bytes. */
async function bill(): Promise<readonly string[]> {
  const { space } = door
  const kept = { siteId: site, amount: { amountMinor: 200, currency: 'EUR' } }
  const came = { method: 'bank', on: today } as const
  const payer = { kind: 'member', memberId: hana }
  const credit = { ...kept, payer, reason: text('credit'), validUntil: null }
  await settled('mem_mara', wish('credit.grant', credit))
  const deposit = { ...kept, ...came, payer, reason: text('deposit') }
  await settled('mem_mara', wish('deposit.take', deposit))
  const ofTeam = { ...kept, ...came, payer: { kind: 'team', teamId: 'tea_north' } }
  await settled('mem_mara', wish('deposit.take', { ...ofTeam, reason: text('teamDeposit') }))
  const before = await billsOfPayers(space.storage.read, [hana], today)
  space.now = toInstant(Date.UTC(2026, 11, 1, 8))
  await settled(
    'mem_mara',
    intentOf(space.now, 'bills.issue', { siteId: site, from: '2026-11-01' }),
  )
  await space.runJobs()
  const bills = await billsOfPayers(space.storage.read, [hana], '2026-12-01')
  const known = new Set(before.map(({ bill: { id } }) => id))
  const issued = must(
    bills.find((one) => !known.has(one.bill.id)),
    'November was billed',
  )
  const { id: billId, number } = issued.bill
  const amount = openOf(issued)
  const payment = {
    siteId: site,
    billId,
    amount,
    method: 'bank',
    on: '2026-12-01',
    reference: text('paidBy'),
  }
  await settled('mem_mara', intentOf(space.now, 'bill.pay', payment))
  await space.makePapers([billId])
  const papers = await papersOfBills(space.storage.read, [billId])
  expect(papers.length).toBeGreaterThan(0)
  return [billId, number, ...papers.map(({ sha256 }) => sha256)]
}

/** She is in the directory by her name alone. */
async function describeHerself(peer: TestPeer): Promise<void> {
  const { doc, received } = await openTestEditing(peer, documents.profile)
  await received()
  doc.transact(() => {
    doc.getMap('fields').set('phone', text('phone'))
    doc.getMap('fields').set('company', text('company'))
    doc.getMap('skills').set(text('skill'), true)
    doc.getMap('shown').set('name', true)
    doc.getArray('about').insert(0, [text('about')])
  })
  await received()
  await door.space.runJobs()
  const kept = await loadProfile(door.space.storage.read, hana)
  expect(kept?.profile).toMatchObject({ phone: text('phone'), skills: [text('skill')] })
}

test('[SYNC-46] [GUESTS-10] [A-03] [X-04] no role is sent a byte of what is another member’s own, and the team nothing but what is for it', async () => {
  const peers = new Map<MemberRole, TestPeer>()
  for (const role of roles) {
    const peer = await openAs(onlookers[role])
    await openAll(peer, onlookers[role])
    peers.set(role, peer)
  }
  await plant()
  const ofBill = await bill()
  const own = await openAs(hana)
  await openAll(own, hana)
  for (const what of ownOnly) expect(bytesOf(own), `${what} is hers`).toContain(text(what))
  for (const one of ofBill) expect(bytesOf(own), 'her bill is hers').toContain(one)
  for (const what of ['officeNote', 'teamDeposit'] as const) {
    expect(bytesOf(own)).not.toContain(text(what))
  }
  expect(bytesOf(own)).not.toContain(text('ticketNote'))
  for (const [role, peer] of peers) {
    await peer.ping()
    peer.socket.terminate()
    const again = await openAs(onlookers[role])
    await openAll(again, onlookers[role])
    for (const bytes of [bytesOf(peer), bytesOf(again)]) {
      expect(bytes, `${role} is sent who is in the directory`).toContain('Hana Sato')
      for (const [what, [marker, readers]] of Object.entries(planted)) {
        const isSent =
          (readers === 'staff' && isStaff(role)) || (readers === 'team' && role === 'team-manager')
        expect(bytes.includes(marker), `${what} is sent to ${role}`).toBe(isSent)
      }
      for (const one of ofBill) expect(bytes, `her bill is sent to ${role}`).not.toContain(one)
    }
    again.socket.terminate()
  }
})
