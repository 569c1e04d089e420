/**
 * Puts the sample back to its first day. Everything members did there is gone, and so are their sign-ins: each device is told to forget what it
 * holds and begins again. The generation is new, for devices that hear of it only later. The audit trail stays, as it always does.
 */
import type { Instant } from '../../domain/values/instant.ts'
import { GENERATION } from '../storage/begin-generation.ts'
import type { Database } from '../storage/database.ts'
import { lockSettlement } from '../storage/locks.ts'
import { writeSetting } from '../storage/settings.ts'
import type { Storage, Tx } from '../storage/storage.ts'
import { writeSample } from './sample.ts'

/** In an order that no reference forbids. */
const emptied = [
  'payment_event',
  'payment_subject',
  'payment_alarm',
  'payment_movement',
  'emulated_object',
  'emulated_call',
  'ledger_entry',
  'paper',
  'signing_secret',
  'signing_key',
  'bill_to',
  'addon',
  'promo_redemption',
  'promo',
  'deposit_ask',
  'fund_move',
  'fund',
  'payment',
  'credit_note',
  'bill_line',
  'bill',
  'billing_run',
  'dispute',
  'refund',
  'pay_attempt',
  'pay_method',
  'payer',
  'claim',
  'membership',
  'lot_use',
  'lot',
  'booking',
  'series',
  'intent',
  'job',
  'document_row',
  'document_head',
  'client_claim',
  'series',
  'favourite',
  'wait',
  'calendar_feed',
  'news',
  'push_subscription',
  'news_template',
  'site_access',
  'read_key',
  'screen',
  'sign_in_app',
  'auth_passkey',
  'team_proof_rule',
  'entry',
  'perk_use',
  'perk',
  'rsvp',
  'event',
  'announcement_read',
  'earlier_words',
  'announcement',
  'message',
  'thread_side',
  'message_choice',
  'message_report',
  'ticket_entry',
  'ticket',
  'article_solved',
  'article',
  'outage',
  'support_setting',
  'mail_seen',
  'blob',
  'closure',
  'draft_session',
  'floor_plan',
  'resource',
  'tier',
  'rate',
  'profile',
  'invitation',
  'join_link',
  'join_request',
  'member_note',
  'member_site',
  'team_invitation',
  'team_week',
  'member',
  'team',
  'site',
] as const satisfies readonly (keyof Database)[]

/** What the space is, what was done to it, and what `endAll` ends. */
const kept = [
  ...(['setting', 'audit', 'ended_sign_in', 'change_count'] as const),
  ...(['auth_user', 'auth_session', 'auth_account', 'auth_verification'] as const),
] as const satisfies readonly (keyof Database)[]

type Forgotten = Exclude<keyof Database, (typeof emptied | typeof kept)[number]>

/** A table that is in neither does not compile. */
const tables: readonly ([Forgotten] extends [never] ? keyof Database : Forgotten)[] = emptied

/** Gives the names of the documents that are gone. */
export async function resetSample(
  storage: Storage,
  ports: { readonly now: Instant; readonly generation: string; endAll(tx: Tx): Promise<void> },
): Promise<readonly string[]> {
  return storage.transaction(async (tx) => {
    await lockSettlement(storage, tx)
    const heads = await tx.selectFrom('document_head').select('name').execute()
    await ports.endAll(tx)
    for (const table of tables) await tx.deleteFrom(table).execute()
    await writeSample(tx, ports.now)
    await writeSetting(tx, GENERATION, ports.generation)
    await tx
      .insertInto('audit')
      .values({ at: ports.now, actor: 'space', command: 'sample.reset', subject: '', detail: '' })
      .execute()
    return heads.map((head) => head.name)
  })
}
