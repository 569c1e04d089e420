/**
 * Somebody is forgotten (D-55). They leave every location first; then what they said of themselves, to others and to the team goes, their name
 * and address with it, and every document that told of them is begun anew, because the old ones would go on telling. What stays is about a
 * "former member": that a place was booked, what was owed for it, and bills as they were issued, which the law has kept.
 */
import { answer } from '../../domain/community/events/rsvp.ts'
import { forgottenEmail } from '../../domain/memberships/forgotten.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { usualNewsChoice } from '../../domain/memberships/news-choice.ts'
import { isId, type MemberId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { people } from '../../domain/words/english/people.ts'
import type { Fact } from '../settlement/kind.ts'
import { renameAsks } from '../settlement/write-deposits.ts'
import { renameFunds } from '../settlement/write-funds.ts'
import { forgetBillTos } from '../storage/bill-tos.ts'
import { dropBlob } from '../storage/blobs.ts'
import { forgetDocument } from '../storage/document-log.ts'
import { findEvent, rsvpsOf } from '../storage/load-happenings.ts'
import { type NamedPicture, namedPictures, picturesOfMember } from '../storage/named-pictures.ts'
import { silenceWishes } from '../storage/silence-wishes.ts'
import type { Tx } from '../storage/storage.ts'
import { type Readdressed, readdressed } from './change-details.ts'
import { endMemberships } from './end-memberships.ts'
import { leaveSite } from './leave-site.ts'
import { headsLike, namesTelling, peersOf } from './names-telling.ts'
import { silenceMessages } from './silence-messages.ts'
import { silenceTickets } from './silence-tickets.ts'

export async function eraseMember(tx: Tx, member: Member, now: Instant): Promise<readonly Fact[]> {
  const left: Fact[] = []
  for (const siteId of member.siteIds) left.push(...(await leaveSite(tx, member.id, siteId, now)))
  left.push(...(await endMemberships(tx, member.id, null, now)))
  const pictures = await picturesOfMember(tx, member.id)
  await silenceBodies(tx, member.id)
  const known = await everKnownAs(tx, member)
  await silenceInvites(tx, known.emails)
  await silenceTickets(tx, member.id)
  await silenceMessages(tx, member.id)
  const peers = await peersOf(tx, member.id)
  await silenceAudit(tx, member.id, known)
  left.push(...(await leaveEvents(tx, member.id, now)))
  await dropRows(tx, member.id, known.emails)
  await dropPictures(tx, pictures)
  await forgetBillTos(tx, [member.id])
  await renameMember(tx, member)
  await renameAsks(tx, member.id, people.erase.formerMember)
  await renameFunds(tx, member.id, people.erase.formerMember)
  await dropOwnDocuments(tx, member.id)
  return [
    ...left.map(silenced),
    { kind: 'told-anew', names: await namesTelling(tx, member, peers) },
  ]
}

/** Typed by them about a booking, a series or a wait. */
const quiet = { note: '', guests: [] } as const

function silenced(fact: Fact): Fact {
  if (fact.kind === 'booking') return { ...fact, booking: { ...fact.booking, ...quiet } }
  return fact.kind === 'wait' ? { ...fact, wait: { ...fact.wait, note: '' } } : fact
}

async function silenceBodies(tx: Tx, memberId: string): Promise<void> {
  for (const table of ['booking', 'series', 'wait'] as const) {
    const rows = await tx
      .selectFrom(table)
      .select(['id', 'body'])
      .where('member_id', '=', memberId)
      .execute()
    for (const { id, body } of rows) {
      const before = JSON.parse(body) as Readonly<Record<string, unknown>> // written by us alone
      const said = Object.entries(quiet).filter(([key]) => key in before)
      const after = JSON.stringify({ ...before, ...Object.fromEntries(said) })
      if (after !== body)
        await tx.updateTable(table).set({ body: after }).where('id', '=', id).execute()
    }
  }
  // What they wished is settled and stands in its facts; what was not is wished by nobody any more.
  await tx
    .deleteFrom('intent')
    .where('member_id', '=', memberId)
    .where('settled_at', 'is', null)
    .execute()
  await tx.updateTable('intent').set({ record: '{}' }).where('member_id', '=', memberId).execute()
}

/** What they are called and were, where the team changed it for them: the trail has the names from before. */
interface KnownAs {
  readonly names: readonly string[]
  readonly emails: readonly string[]
}

async function everKnownAs(tx: Tx, { id, name, email }: Member): Promise<KnownAs> {
  const rows = await tx
    .selectFrom('audit')
    .select('detail')
    .where('command', '=', readdressed)
    .where('subject', '=', id)
    .execute()
  const changes = rows.map(({ detail }) => JSON.parse(detail) as Readdressed) // written by us alone
  const said = [{ name, email }, ...changes.flatMap(({ from, to }) => [from, to])]
  return {
    names: [...new Set(said.flatMap((one) => one.name ?? []))],
    emails: [...new Set(said.flatMap((one) => one.email ?? []))],
  }
}

/** Whoever invited them to a team wrote down their address. */
async function silenceInvites(tx: Tx, emails: readonly string[]): Promise<void> {
  for (const email of emails) {
    const rows = tx
      .selectFrom('intent')
      .select(['id', 'member_id', 'device_id'])
      .where('kind', 'in', ['team.invite', 'team.uninvite'])
      .where('settled_at', 'is not', null)
      .where(({ eb, fn }) => eb(fn<string>('lower', ['record']), 'like', `%"${email}"%`))
    await silenceWishes(tx, await rows.execute())
  }
}

/** Shorter words are in too many texts to be about anybody. */
const NAME_LETTERS_MIN = 3

/** What of the trail about somebody tells who they are. */
const telling = ['bill-to.save', 'tax-id.check', readdressed]

/** Who did what to whom stays, by ids; who bills were made out to, and a name in whatever somebody typed, also in part, does not. */
async function silenceAudit(tx: Tx, id: MemberId, { names, emails }: KnownAs): Promise<void> {
  const ofThem = tx.updateTable('audit').set({ detail: '' }).where('subject', '=', id)
  await ofThem.where('command', 'in', telling).execute()
  const words = names.flatMap((name) => name.split(/\s+/))
  const long = new Set(words.filter(({ length }) => length >= NAME_LETTERS_MIN))
  for (const text of [...long, ...emails]) {
    const pattern = `%${text.toLowerCase().replaceAll(/[%_]/g, '')}%`
    await tx
      .updateTable('audit')
      .set({ detail: '' })
      .where(({ eb, fn }) => eb(fn<string>('lower', ['detail']), 'like', pattern))
      .execute()
  }
}

/** Their places at events go to who waits for one. */
async function leaveEvents(tx: Tx, memberId: MemberId, now: Instant): Promise<readonly Fact[]> {
  const rows = tx.selectFrom('rsvp').select('event_id').where('member_id', '=', memberId)
  const facts: Fact[] = []
  for (const { event_id } of await rows.execute()) {
    const event = await findEvent(tx, event_id)
    const said = { memberId, people: 0 }
    const decision = answer(event, await rsvpsOf(tx, [event_id]), said, now)
    if (event === null || decision.kind === 'refused') continue
    const others = decision.rsvps.filter((rsvp) => rsvp.memberId !== memberId)
    facts.push(...others.map((rsvp): Fact => ({ kind: 'rsvp', siteId: event.siteId, rsvp })))
  }
  return facts
}

const ownRows = [
  'favourite',
  'calendar_feed',
  'read_key',
  'push_subscription',
  'news',
  'rsvp',
  'entry',
  'perk_use',
  'announcement_read',
  'invitation',
  'team_invitation',
  'member_note',
  'profile',
  'message_choice',
  'thread_side',
  'sign_in_app',
] as const

async function dropRows(tx: Tx, id: MemberId, emails: readonly string[]): Promise<void> {
  for (const table of ownRows) await tx.deleteFrom(table).where('member_id', '=', id).execute()
  await tx.deleteFrom('join_request').where('email', 'in', emails).execute()
}

/** What nothing names any more is not kept for the while that pictures are kept otherwise. */
async function dropPictures(tx: Tx, pictures: readonly NamedPicture[]): Promise<void> {
  for (const siteId of new Set(pictures.map((one) => one.siteId))) {
    if (!isId('site', siteId)) continue
    const named = await namedPictures(tx, siteId)
    const gone = pictures.filter((one) => one.siteId === siteId && !named.has(one.hash))
    for (const { hash } of gone) await dropBlob(tx, siteId, hash)
  }
}

async function renameMember(tx: Tx, { id }: Member): Promise<void> {
  await tx
    .updateTable('member')
    .set({
      ...{ name: people.erase.formerMember, email: forgottenEmail(id), account_id: null },
      ...{ consents: '[]', is_findable: 0, team_id: null, news: JSON.stringify(usualNewsChoice) },
    })
    .where('id', '=', id)
    .execute()
}

async function dropOwnDocuments(tx: Tx, memberId: string): Promise<void> {
  for (const name of await headsLike(tx, [`outbox/${memberId}/%`, `profile/${memberId}`])) {
    await forgetDocument(tx, name)
    await tx.deleteFrom('client_claim').where('document', '=', name).execute()
  }
}
