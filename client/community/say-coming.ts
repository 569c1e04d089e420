import type { ToldEvent } from '../../domain/community/events/happening-sections.ts'
import type { EventId, IntentId, SiteId } from '../../domain/values/ids.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { undoIntent, type WriteAnswer, writeIntent } from '../sync/write-intent.ts'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'

type Named = Pick<ToldEvent, 'endsAt' | 'title'> & { id: EventId; siteId: SiteId }

/** A place that is given up goes to who waits for it and does not come back: it stays with the member for as long as it can be undone. */
const UNDO_MS = 8_000
/** Words not to come that may still be here. What is said after one must not arrive before it. */
const stillHere = new Map<EventId, IntentId>()

/** The member's word about an event, kept on this device until the space hears of it; once it is over nobody needs it. `told` is how many the space knows of. */
export async function sayComing(event: Named, people: number, told: number): Promise<void> {
  const before = stillHere.get(event.id)
  stillHere.delete(event.id)
  const isBack = before !== undefined && (await undoIntent(before))
  if (isBack && told === people) return
  tellTrouble(await write(event, people, 0))
}

export async function sayNotComing(event: Named): Promise<void> {
  const answer = await write(event, 0, UNDO_MS)
  if (answer.kind === 'not-saved') return tellTrouble(answer)
  stillHere.set(event.id, answer.id)
  showToast(words.happenings.staysAway(event.title), {
    label: words.happenings.undo,
    run: () => void undoIntent(answer.id),
  })
}

function write({ id: eventId, siteId, endsAt }: Named, people: number, undoMs: number) {
  return writeIntent(
    'rsvp.set',
    { siteId, eventId, people },
    { deadlineAt: toInstant(endsAt), undoMs },
  )
}

function tellTrouble(answer: WriteAnswer): void {
  if (answer.kind === 'not-saved') showToast(words.states.notSaved[answer.why])
}
