import type { EventSave } from '../../../domain/bookings/wishes/community-requests.ts'
import type { Refusal } from '../../../domain/bookings/wishes/refusal.ts'
import type { DayPreview } from '../../../domain/community/events/put-up.ts'
import { makeIntent, messageOf, postJson } from '../../sync/send-intent.ts'
import { words } from '../../ui/team-words.ts'
import type { AffectedBooking } from '../save-closure.ts'

/** One day of an event with the bookings that are in its way, by name. */
export interface EventDay extends Omit<DayPreview, 'bookings'> {
  readonly affected: readonly AffectedBooking[]
}

/** What putting it up would touch, or the sentence that says why it cannot be asked. */
export async function previewEvent(wish: EventSave): Promise<readonly EventDay[] | string> {
  const answer = await postJson('/api/events/preview', makeIntent('event.save', wish))
  if (answer === null) return words.operator.needsConnection
  if (answer.status !== 200) return messageOf(answer.body)
  const { refusal, days } = answer.body as {
    readonly refusal: Refusal | null
    readonly days: readonly EventDay[]
  } // from our own server
  return refusal === null ? days : words.refusal(refusal)
}
