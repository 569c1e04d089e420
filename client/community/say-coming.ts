import type { ToldEvent } from '../../domain/community/events/happening-sections.ts'
import type { EventId, SiteId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { writeIntent } from '../sync/write-intent.ts'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'

/** The member's word about an event, kept on this device until the space hears of it; once it is over nobody needs it. */
export async function sayComing(
  { id: eventId, siteId, endsAt }: Pick<ToldEvent, 'endsAt'> & { id: EventId; siteId: SiteId },
  people: number,
): Promise<void> {
  const answer = await writeIntent(
    'rsvp.set',
    { siteId, eventId, people },
    { deadlineAt: toInstant(endsAt) },
  )
  if (answer.kind === 'not-saved') showToast(words.states.notSaved[answer.why])
}
