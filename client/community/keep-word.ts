/** A member's word about an event, kept on this device until the space hears of it; once the event is over nobody needs it. */
import type { ToldEvent } from '../../domain/community/events/happening-sections.ts'
import type { EventId, IntentId, SiteId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { undoIntent, type WriteAnswer, writeIntent } from '../sync/write-intent.ts'

export type EventNamed = Pick<ToldEvent, 'endsAt'> & { id: EventId; siteId: SiteId }

/** A place that is given up goes to who waits for it and does not come back: it stays with the member for as long as it can be undone. */
const UNDO_MS = 8_000
/** Words that may still be here. What is said after one must not arrive before it, so it is not said at all. */
const stillHere = new Map<EventId, IntentId>()

/** `told` is how many the space knows of. Null where there is nothing to say: what was here is taken back, and the space knows the rest. */
export async function keepWord(
  event: EventNamed,
  people: number,
  told: number,
  isUndoable: boolean,
): Promise<WriteAnswer | null> {
  const before = stillHere.get(event.id)
  stillHere.delete(event.id)
  const isBack = before !== undefined && (await undoIntent(before))
  if (isBack && told === people) return null
  const { id: eventId, siteId, endsAt } = event
  const options = { deadlineAt: toInstant(endsAt), undoMs: isUndoable ? UNDO_MS : 0 }
  const answer = await writeIntent('rsvp.set', { siteId, eventId, people }, options)
  if (isUndoable && answer.kind !== 'not-saved') stillHere.set(eventId, answer.id)
  return answer
}
