import type { IntentBodies } from '../../domain/bookings/wishes/intent.ts'
import { makeIntent, sendIntent } from '../sync/send-intent.ts'
import { words } from '../ui/words.ts'

export type AbsenceKind = 'absence.declare' | 'absence.end'

/** Days away, or back again. Null once the space has said yes, otherwise why not, in words. */
export async function wishAbsence<K extends AbsenceKind>(
  kind: K,
  body: IntentBodies[K],
): Promise<string | null> {
  const answer = await sendIntent(makeIntent(kind, body))
  if (answer.kind === 'unreachable') return words.account.thisNeedsConnection
  if (answer.kind === 'failed') return answer.message
  const { outcome } = answer.settled
  return outcome.kind === 'refused' ? words.refusal(outcome.refusal) : null
}
