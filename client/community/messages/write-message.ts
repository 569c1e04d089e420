/** A member's wishes about messages: kept on this device with or without a network, in the order in which they were made. */
import type { IntentBodies } from '../../../domain/bookings/wishes/intent.ts'
import type { MessageBodies } from '../../../domain/bookings/wishes/message-requests.ts'
import { DAY_MS, toInstant } from '../../../domain/values/instant.ts'
import { deviceNow } from '../../app/clock.ts'
import { type WriteAnswer, writeIntent } from '../../sync/write-intent.ts'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'

/** A word to somebody is worth reading after weeks without a network; after a quarter it is history. */
const USEFUL_MS = 90 * DAY_MS

export function wishMessage<Kind extends keyof MessageBodies>(
  kind: Kind,
  body: IntentBodies[Kind],
): Promise<WriteAnswer> {
  return writeIntent(kind, body, { deadlineAt: toInstant(deviceNow() + USEFUL_MS) })
}

/** The same for what has no form to say beside it that this device kept nothing. True once it is kept. */
export async function wishAloud<Kind extends keyof MessageBodies>(
  kind: Kind,
  body: IntentBodies[Kind],
  said: string,
): Promise<boolean> {
  const answer = await wishMessage(kind, body)
  const isSaved = answer.kind === 'saved'
  showToast(isSaved ? said : words.states.notSaved[answer.why])
  return isSaved
}
