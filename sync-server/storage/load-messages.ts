/** Reads of messages between members. */
import type { Selectable } from 'kysely'
import {
  freshSide,
  type Message,
  type MessageChoice,
  type MessageState,
  type ThreadSide,
  threadOf,
  usualChoice,
} from '../../domain/community/messages/message.ts'
import type { Report } from '../../domain/community/messages/report.ts'
import { type MemberId, toId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { inParts } from './in-parts.ts'
import type { MessageTables } from './message-tables.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

function toMessage(row: Selectable<MessageTables['message']>): Message {
  return {
    id: toId('message', row.id),
    from: toId('member', row.from_id),
    to: toId('member', row.to_id),
    n: row.n,
    sentAt: toInstant(Number(row.sent_at)),
    state: row.state as MessageState, // written by us alone
    text: row.text,
    isWithheld: row.is_withheld === 1,
  }
}

export async function findMessages(
  reader: Reader,
  ids: readonly string[],
): Promise<readonly Message[]> {
  if (ids.length === 0) return []
  const rows = await reader
    .selectFrom('message')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('n')
    .execute()
  return rows.map(toMessage)
}

/** The latest that they wrote or were shown. */
export async function messagesOfMember(
  reader: Reader,
  memberId: string,
): Promise<readonly Message[]> {
  const rows = await reader
    .selectFrom('message')
    .selectAll()
    .where((where) =>
      where.or([
        where('from_id', '=', memberId),
        where.and([where('to_id', '=', memberId), where('is_withheld', '=', 0)]),
      ]),
    )
    .orderBy('sent_at', 'desc')
    .orderBy('thread')
    .orderBy('n', 'desc')
    .limit(limits.messagesKept)
    .execute()
  return rows.map(toMessage)
}

/** Between two members: the last place that is taken, and the last and whether there is one of those that came from the other. */
export async function threadFacts(reader: Reader, thread: string, otherId: string) {
  const all = reader.selectFrom('message').where('thread', '=', thread)
  const last = await all.select(({ fn }) => fn.max('n').as('n')).executeTakeFirst()
  const came = await all
    .select(({ fn }) => fn.max('n').as('n'))
    .where('from_id', '=', otherId)
    .where('is_withheld', '=', 0)
    .executeTakeFirst()
  return { lastN: Number(last?.n ?? 0), lastCameN: Number(came?.n ?? 0) }
}

/** What came to a side and was not read, of what still stands. */
export async function unreadBetween(reader: Reader, side: ThreadSide): Promise<number> {
  const row = await reader
    .selectFrom('message')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('thread', '=', threadOf(side.memberId, side.otherId))
    .where('from_id', '=', side.otherId)
    .where('n', '>', side.readN)
    .where('is_withheld', '=', 0)
    .where('state', '=', 'there')
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/** How much somebody has written since, and how many threads they began. */
export async function writtenBy(
  reader: Reader,
  memberId: string,
  since: { readonly hour: number; readonly day: number },
) {
  const own = reader.selectFrom('message').where('from_id', '=', memberId)
  const count = own.select(({ fn }) => fn.countAll<number>().as('count'))
  const lastHour = await count.where('sent_at', '>', since.hour).executeTakeFirst()
  const begun = await count.where('sent_at', '>', since.day).where('n', '=', 1).executeTakeFirst()
  return { lastHour: Number(lastHour?.count ?? 0), begunToday: Number(begun?.count ?? 0) }
}

export async function sidesOfMember(
  reader: Reader,
  memberId: string,
): Promise<readonly ThreadSide[]> {
  const rows = await reader
    .selectFrom('thread_side')
    .selectAll()
    .where('member_id', '=', memberId)
    .orderBy('other_id')
    .execute()
  return rows.map(toSide)
}

export async function findSide(
  reader: Reader,
  memberId: MemberId,
  otherId: MemberId,
): Promise<ThreadSide> {
  const row = await reader
    .selectFrom('thread_side')
    .selectAll()
    .where('member_id', '=', memberId)
    .where('other_id', '=', otherId)
    .executeTakeFirst()
  return row === undefined ? freshSide(memberId, otherId) : toSide(row)
}

function toSide(row: Selectable<MessageTables['thread_side']>): ThreadSide {
  return {
    memberId: toId('member', row.member_id),
    otherId: toId('member', row.other_id),
    readN: row.read_n,
    isMuted: row.is_muted === 1,
    isBlocked: row.is_blocked === 1,
  }
}

export async function messageChoice(reader: Reader, memberId: string): Promise<MessageChoice> {
  return (await messageChoices(reader, [memberId])).get(memberId) ?? usualChoice
}

/** Of those who chose something. */
export async function messageChoices(
  reader: Reader,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, MessageChoice>> {
  const found = new Map<string, MessageChoice>()
  for (const part of inParts(memberIds)) {
    const rows = reader.selectFrom('message_choice').selectAll().where('member_id', 'in', part)
    for (const { member_id, body } of await rows.execute()) {
      found.set(member_id, parseKept<MessageChoice>(body))
    }
  }
  return found
}

export async function findReport(reader: Reader, id: string): Promise<Report | null> {
  const found = reader.selectFrom('message_report').select('body').where('id', '=', id)
  const row = await found.executeTakeFirst()
  return row === undefined ? null : parseKept<Report>(row.body)
}

/** Those that wait for the team, the oldest first, and the latest that were decided. */
export async function reportsOfSite(reader: Reader, siteId: string): Promise<readonly Report[]> {
  const of = reader.selectFrom('message_report').select('body').where('site_id', '=', siteId)
  const rows = [
    ...(await of
      .where('decided_at', 'is', null)
      .orderBy('made_at')
      .orderBy('id')
      .limit(limits.reportsWaitingMax)
      .execute()),
    ...(await of
      .where('decided_at', 'is not', null)
      .orderBy('decided_at', 'desc')
      .orderBy('id')
      .limit(limits.reportsDecidedListed)
      .execute()),
  ]
  return rows.map(({ body }) => parseKept<Report>(body))
}

/** What people are called where others read it: as in the directory, or else by their account. */
export async function shownNames(
  reader: Reader,
  memberIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>()
  for (const part of inParts([...new Set(memberIds)])) {
    const rows = await reader
      .selectFrom('member')
      .leftJoin('profile', 'profile.member_id', 'member.id')
      .select(['member.id', 'member.name', 'profile.published'])
      .where('member.id', 'in', part)
      .execute()
    for (const { id, name, published } of rows) {
      const card = published === null ? null : parseKept<{ readonly name: string }>(published)
      names.set(id, card?.name ?? name)
    }
  }
  return names
}
