/** Facts about messages between members, and which documents show them. */
import { type DocumentName, formatDocumentName } from '../../domain/access/document-name.ts'
import {
  type Message,
  type MessageChoice,
  type ThreadSide,
  threadOf,
} from '../../domain/community/messages/message.ts'
import type { Report } from '../../domain/community/messages/report.ts'
import { intentIdOfMessage, type MemberId, type SiteId } from '../../domain/values/ids.ts'
import { forgetDocument } from '../storage/document-log.ts'
import type { Tx } from '../storage/storage.ts'
import { directoriesOf } from './write-profile.ts'

export type MessageFact =
  /** A new one; `siteId` is a location of both. It is given its place in the thread where it is written. */
  | { readonly kind: 'message'; readonly siteId: SiteId; readonly message: Message }
  /** Its words are gone. */
  | { readonly kind: 'message-removed'; readonly message: Message }
  | { readonly kind: 'thread-side'; readonly side: ThreadSide }
  | { readonly kind: 'message-choice'; readonly memberId: MemberId; readonly choice: MessageChoice }
  | { readonly kind: 'message-report'; readonly report: Report }

const kinds: Readonly<Record<MessageFact['kind'], true>> = {
  message: true,
  'message-removed': true,
  'thread-side': true,
  'message-choice': true,
  'message-report': true,
}

export function isOfMessages<Other extends { readonly kind: string }>(
  fact: Other | MessageFact,
): fact is MessageFact {
  return Object.hasOwn(kinds, fact.kind)
}

export async function writeMessages(tx: Tx, fact: MessageFact): Promise<readonly DocumentName[]> {
  switch (fact.kind) {
    case 'message':
      return writeMessage(tx, fact.message)
    case 'message-removed':
      return removeWords(tx, fact.message)
    case 'thread-side':
      await writeSide(tx, fact.side)
      return [{ kind: 'messages', memberId: fact.side.memberId }]
    case 'message-choice': {
      const { memberId: member_id, choice } = fact
      const body = JSON.stringify(choice)
      await tx
        .insertInto('message_choice')
        .values({ member_id, body })
        .onConflict((conflict) => conflict.column('member_id').doUpdateSet({ body }))
        .execute()
      return [
        { kind: 'messages', memberId: member_id },
        ...(await directoriesOf(tx, member_id)),
        ...(await reportsAbout(tx, member_id)),
      ]
    }
    case 'message-report':
      await writeReport(tx, fact.report)
      return [{ kind: 'support', siteId: fact.report.siteId }]
  }
}

/** Places rise without a gap, because settlement is one at a time and no message is ever taken out. */
async function writeMessage(tx: Tx, message: Message): Promise<readonly DocumentName[]> {
  const { id, from, to, sentAt, state, text, isWithheld } = message
  const thread = threadOf(from, to)
  const last = await tx
    .selectFrom('message')
    .select((select) => select.fn.max('n').as('n'))
    .where('thread', '=', thread)
    .executeTakeFirst()
  const n = message.n === 0 ? Number(last?.n ?? 0) + 1 : message.n
  await tx
    .insertInto('message')
    .values({
      ...{ id, thread, n, from_id: from, to_id: to, sent_at: sentAt, state, text },
      is_withheld: isWithheld ? 1 : 0,
    })
    .execute()
  return isWithheld ? [{ kind: 'messages', memberId: from }] : bothOf(message)
}

/** Both copies begin anew, because their logs would go on telling; and the wish that carried the words becomes empty. */
async function removeWords(tx: Tx, message: Message): Promise<readonly DocumentName[]> {
  const { id, state, text } = message
  await tx.updateTable('message').set({ state, text }).where('id', '=', id).execute()
  await tx
    .updateTable('intent')
    .set({ record: '{}' })
    .where('id', '=', intentIdOfMessage(id))
    .where('settled_at', 'is not', null)
    .execute()
  const names = bothOf(message)
  for (const name of names) await forgetDocument(tx, formatDocumentName(name))
  return names
}

function bothOf({ from, to }: Message): readonly DocumentName[] {
  return [
    { kind: 'messages', memberId: from },
    { kind: 'messages', memberId: to },
  ]
}

async function writeSide(tx: Tx, side: ThreadSide): Promise<void> {
  const { memberId: member_id, otherId: other_id, readN: read_n } = side
  const how = {
    ...{ read_n, is_muted: side.isMuted ? 1 : 0 },
    is_blocked: side.isBlocked ? 1 : 0,
  }
  await tx
    .insertInto('thread_side')
    .values({ member_id, other_id, ...how })
    .onConflict((conflict) => conflict.columns(['member_id', 'other_id']).doUpdateSet(how))
    .execute()
}

async function writeReport(tx: Tx, report: Report): Promise<void> {
  const { id, siteId: site_id, by: by_id, about: about_id, madeAt: made_at, decided } = report
  const decision = { decided_at: decided?.at ?? null, body: JSON.stringify(report) }
  await tx
    .insertInto('message_report')
    .values({ ...{ id, site_id, by_id, about_id, made_at }, ...decision })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(decision))
    .execute()
}

/** The teams that read whether messages are closed to somebody. */
async function reportsAbout(tx: Tx, memberId: MemberId): Promise<readonly DocumentName[]> {
  const rows = await tx
    .selectFrom('message_report')
    .select('site_id')
    .distinct()
    .where('about_id', '=', memberId)
    .execute()
  return rows.map(({ site_id }) => ({ kind: 'support', siteId: site_id as SiteId })) // a key of ours
}
