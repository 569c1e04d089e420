/** The team's answer on its way. It needs the space at once: a yes that comes too late is no yes. */
import type { ApprovalRequest } from '../../domain/bookings/approval/request-sections.ts'
import type { Waiting } from '../../domain/bookings/waitlist/waiting-list.ts'
import { makeIntent, type SendAnswer, sendIntent } from '../sync/send-intent.ts'
import { words } from '../ui/team-words.ts'

export async function approve(request: ApprovalRequest): Promise<string> {
  const { bookingId, memberName } = request
  const answer = await sendIntent(makeIntent('booking.approve', { bookingId }))
  return said(answer, words.approval.approved(memberName))
}

export async function decline(request: ApprovalRequest, reason: string): Promise<string> {
  const { bookingId, memberName } = request
  const answer = await sendIntent(makeIntent('booking.decline', { bookingId, reason }))
  return said(answer, words.approval.declinedToast(memberName))
}

export async function takeOffList(waiting: Waiting, reason: string): Promise<string> {
  const { waitId, memberName } = waiting
  const answer = await sendIntent(makeIntent('wait.remove', { waitId, reason }))
  return said(answer, words.waitlist.removedToast(memberName))
}

function said(answer: SendAnswer, done: string): string {
  if (answer.kind === 'unreachable') return words.operator.needsConnection
  if (answer.kind === 'failed') return answer.message
  const { outcome } = answer.settled
  return outcome.kind === 'refused' ? words.refusal(outcome.refusal) : done
}
