/** What the team does about help and reports, on its way: sent at once, because of two who answer one is told. */
import type { IntentBodies } from '../../../domain/bookings/wishes/intent.ts'
import type { MessageBodies } from '../../../domain/bookings/wishes/message-requests.ts'
import type { SupportBodies } from '../../../domain/bookings/wishes/support-requests.ts'
import { makeIntent, sendIntent } from '../../sync/send-intent.ts'
import { words } from '../../ui/team-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { whyNot } from '../why-not.ts'

/** Null once it is done; else why not, in words. */
export async function act<Kind extends keyof (SupportBodies & MessageBodies)>(
  kind: Kind,
  body: IntentBodies[Kind],
): Promise<string | null> {
  const answer = await sendIntent(makeIntent(kind, body))
  return whyNot(answer, words.operator.needsConnection)
}

/** The same for what has no form to say it beside. True once it is done. */
export async function actAloud<Kind extends keyof (SupportBodies & MessageBodies)>(
  kind: Kind,
  body: IntentBodies[Kind],
  done: string = words.supportDesk.done,
): Promise<boolean> {
  const why = await act(kind, body)
  showToast(why ?? done)
  return why === null
}
