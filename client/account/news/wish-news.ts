/** How one wants to be told, as wishes: they count whenever they arrive. */
import type { IntentBodies } from '../../../domain/bookings/wishes/intent.ts'
import { DAY_MS, toInstant } from '../../../domain/values/instant.ts'
import { deviceNow } from '../../app/clock.ts'
import { writeIntent } from '../../sync/write-intent.ts'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'

/** A device that is away for longer asks its member anew. */
const USEFUL_MS = 90 * DAY_MS

export async function wishNews<Kind extends 'news.choose' | 'reminders.choose' | 'language.choose'>(
  kind: Kind,
  body: IntentBodies[Kind],
): Promise<void> {
  const deadlineAt = toInstant(deviceNow() + USEFUL_MS)
  const answer = await writeIntent(kind, body, { deadlineAt })
  if (answer.kind === 'not-saved') showToast(words.states.notSaved[answer.why])
}
