/** A setting on its way: which bookings it would take the ground from, then the saving of it. */
import type { IntentBodies } from '../../../domain/bookings/wishes/intent.ts'
import type { Refusal } from '../../../domain/bookings/wishes/refusal.ts'
import type { SettingKind } from '../../../domain/bookings/wishes/setting-requests.ts'
import { makeIntent, messageOf, postJson, sendIntent } from '../../sync/send-intent.ts'
import { words } from '../../ui/team-words.ts'
import type { Preview } from '../save-closure.ts'

export async function previewSetting<Kind extends SettingKind | 'plan.publish'>(
  kind: Kind,
  body: IntentBodies[Kind],
): Promise<Preview | string> {
  const answer = await postJson('/api/settings/preview', makeIntent(kind, body))
  if (answer === null) return words.settings.needsConnection
  if (answer.status !== 200) return messageOf(answer.body)
  return answer.body as Preview // from our own server
}

export type SaveAnswer =
  | { readonly kind: 'saved' }
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'failed'; readonly message: string }

export async function saveSetting<Kind extends SettingKind>(
  kind: Kind,
  body: IntentBodies[Kind],
): Promise<SaveAnswer> {
  const answer = await sendIntent(makeIntent(kind, body))
  if (answer.kind === 'unreachable') {
    return { kind: 'failed', message: words.settings.needsConnection }
  }
  if (answer.kind === 'failed') return answer
  const { outcome } = answer.settled
  return outcome.kind === 'refused'
    ? { kind: 'refused', refusal: outcome.refusal }
    : { kind: 'saved' }
}
