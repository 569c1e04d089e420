/** A closure on its way: what it would touch, then the saving of it with a decision about each booking inside. */
import type { Booking } from '../../domain/bookings/booking.ts'
import type { WhatIf } from '../../domain/bookings/settings/what-if.ts'
import type { ClosureRequest } from '../../domain/bookings/wishes/intent.ts'
import type { ClosureId, SiteId } from '../../domain/values/ids.ts'
import { freshId } from '../sync/fresh-id.ts'
import { makeIntent, messageOf, postJson, sendIntent } from '../sync/send-intent.ts'
import { words } from '../ui/team-words.ts'

/** A booking inside a closure, with the name of whose it is. */
export interface AffectedBooking {
  readonly booking: Booking
  readonly memberName: string
}

/** What a change would touch and mean, before it is saved. */
export interface Preview {
  readonly affected: readonly AffectedBooking[]
  readonly whatIf: WhatIf | null
}

export interface ClosureAnswer {
  readonly isDone: boolean
  readonly message: string
}

export function makeClosureId(): ClosureId {
  return freshId('closure')
}

/** The bookings that the closure would touch, or the sentence that says why it cannot be asked. */
export async function previewClosure(request: ClosureRequest): Promise<Preview | string> {
  const answer = await postJson('/api/closures/preview', makeIntent('closure.add', request))
  if (answer === null) return words.operator.needsConnection
  if (answer.status !== 200) return messageOf(answer.body)
  return answer.body as Preview // from our own server
}

export async function saveClosure(request: ClosureRequest): Promise<ClosureAnswer> {
  const answer = await sendIntent(makeIntent('closure.add', request))
  return answerOf(answer, words.operator.closureSaved)
}

export async function removeClosure(siteId: SiteId, closureId: ClosureId): Promise<ClosureAnswer> {
  const answer = await sendIntent(makeIntent('closure.remove', { siteId, closureId }))
  return answerOf(answer, words.operator.removed)
}

function answerOf(answer: Awaited<ReturnType<typeof sendIntent>>, done: string): ClosureAnswer {
  if (answer.kind === 'unreachable')
    return { isDone: false, message: words.operator.needsConnection }
  if (answer.kind === 'failed') return { isDone: false, message: answer.message }
  const { outcome } = answer.settled
  if (outcome.kind === 'refused') return { isDone: false, message: words.refusal(outcome.refusal) }
  return { isDone: true, message: done }
}
