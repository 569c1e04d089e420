import type { IntentBodies } from '../../../domain/bookings/wishes/intent.ts'
import type { TeamBodies } from '../../../domain/bookings/wishes/team-requests.ts'
import { DAY_MS, toInstant } from '../../../domain/values/instant.ts'
import { deviceNow } from '../../app/clock.ts'
import { writeIntent } from '../../sync/write-intent.ts'
import { words } from '../../ui/words.ts'

/** A word about the team that reaches the space later than this was about another time. */
const USEFUL_MS = 30 * DAY_MS

/** Kept on this device until the space hears of it. Null where it is, otherwise why not, in words. */
export async function askTeam<Kind extends keyof TeamBodies>(
  kind: Kind,
  body: IntentBodies[Kind],
): Promise<string | null> {
  const answer = await writeIntent(kind, body, { deadlineAt: toInstant(deviceNow() + USEFUL_MS) })
  return answer.kind === 'not-saved' ? words.states.notSaved[answer.why] : null
}
