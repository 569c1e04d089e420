/** What the team does about help and reports, on its way to the space. */
import type { IntentBodies } from '../../../domain/bookings/wishes/intent.ts'
import type { MessageBodies } from '../../../domain/bookings/wishes/message-requests.ts'
import type { SupportBodies } from '../../../domain/bookings/wishes/support-requests.ts'
import { usefulUntil } from '../../app/useful-until.ts'
import { createStatus } from '../../store/status.ts'
import { makeIntent, sendIntent } from '../../sync/send-intent.ts'
import { writeIntent } from '../../sync/write-intent.ts'
import { words } from '../../ui/team-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { whyNot } from '../why-not.ts'

type Kind = keyof (SupportBodies & MessageBodies)

/** What everybody here reads or works by is set up at once, so that of two who do it one is told. */
type SetUp = Extract<Kind, 'article.save' | 'articles.order' | 'support.save'>

/** Null once it is set up; else why not, in words. */
export async function setUp<One extends SetUp>(
  kind: One,
  body: IntentBodies[One],
): Promise<string | null> {
  const answer = await sendIntent(makeIntent(kind, body))
  return whyNot(answer, words.operator.needsConnection)
}

/** The same for what has no form to say it beside. */
export async function setUpAloud<One extends SetUp>(
  kind: One,
  body: IntentBodies[One],
): Promise<void> {
  showToast((await setUp(kind, body)) ?? words.supportDesk.done)
}

/** Everything else is kept on this device, and sent when the space can be reached. Null once it is kept; else why not, in words. */
export async function act<One extends Exclude<Kind, SetUp>>(
  kind: One,
  body: IntentBodies[One],
): Promise<string | null> {
  const answer = await writeIntent(kind, body, { deadlineAt: usefulUntil() })
  return answer.kind === 'saved' ? null : words.states.notSaved[answer.why]
}

/** The same for what has no form to say it beside; where it stands shows how far it has come. True once it is kept. */
export async function actAloud<One extends Exclude<Kind, SetUp>>(
  kind: One,
  body: IntentBodies[One],
): Promise<boolean> {
  const why = await act(kind, body)
  if (why !== null) showToast(why)
  return why === null
}

/** Whether what is kept here is heard at once, so that it may be said as done. */
export function createIsOnline(): () => boolean {
  const status = createStatus()
  return () => status()?.state === 'online'
}
