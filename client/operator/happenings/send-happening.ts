import type { CommunityBodies } from '../../../domain/bookings/wishes/community-requests.ts'
import type { IntentBodies } from '../../../domain/bookings/wishes/intent.ts'
import type { PerkBodies } from '../../../domain/bookings/wishes/perk-requests.ts'
import { makeIntent, sendIntent } from '../../sync/send-intent.ts'
import { words } from '../../ui/team-words.ts'
import { whyNot } from '../why-not.ts'

/** Asks the space for it now; null where it is done, otherwise the sentence that says why not. */
export async function sendHappening<Kind extends keyof (CommunityBodies & PerkBodies)>(
  kind: Kind,
  body: IntentBodies[Kind],
): Promise<string | null> {
  const answer = await sendIntent(makeIntent(kind, body))
  return whyNot(answer, words.operator.needsConnection)
}
