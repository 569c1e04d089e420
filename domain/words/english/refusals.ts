/** One sentence for each reason a wish can be refused with. */
import type { Refusal, RefusalReason } from '../../bookings/refusal.ts'
import { count, duration } from './amounts.ts'

type RefusalOf<Reason extends RefusalReason> = Extract<Refusal, { reason: Reason }>

const refusals: { readonly [Reason in RefusalReason]: (refusal: RefusalOf<Reason>) => string } = {
  booked: () => 'It is booked by someone else at that time.',
  held: () => 'It is being held for someone else at that time.',
  'asked-for': () => 'Someone else has asked for it at that time.',
  'pool-full': ({ units }) => `All ${units} places are taken at that time.`,
  'pool-split': () => 'No single place is free all the time. Parts of it are.',
  assigned: () => 'It belongs to another member.',
  linked: () => 'It is part of a room that is booked at that time.',
  blocked: ({ closureName }) =>
    closureName === null ? 'It is out of use at that time.' : `Out of use: ${closureName}.`,
  closed: ({ closureName }) =>
    closureName === null ? 'The space is closed at that time.' : `Closed: ${closureName}.`,
  buffer: ({ bufferMinutes }) =>
    `It needs ${duration(bufferMinutes)} free before and after another booking.`,
  notice: ({ noticeMinutes }) => `It must be booked at least ${duration(noticeMinutes)} before.`,
  past: () => 'That time is over.',
  'too-far': ({ limit }) => `It can be booked up to ${count(limit.days, 'day')} ahead.`,
  'too-short': ({ minMinutes }) => `It can be booked for ${duration(minMinutes)} or longer.`,
  'too-long': ({ maxMinutes }) => `It can be booked for ${duration(maxMinutes)} at most.`,
  increment: ({ incrementMinutes }) => `It is booked in steps of ${duration(incrementMinutes)}.`,
  'nonexistent-local-time': () => 'The clocks change then, and that time does not exist.',
  capacity: ({ capacity }) => `It takes ${count(capacity, 'person', 'people')}, you included.`,
  quota: ({ limit }) => `You have reached your limit of ${count(limit, 'booking')}.`,
  tier: () => 'Your membership does not include it. Ask the space about changing it.',
  overdue: () => 'An invoice is overdue. Pay it first, then book.',
  'rules-not-accepted': () => 'Accept the house rules first, then book.',
  'already-yours': () => 'You have booked it for that time already.',
  expired: () => 'The space heard of it too late. Nothing was booked or charged.',
  'unknown-resource': () => 'It is not there any more.',
  'unknown-booking': () => 'There is no such booking.',
  'already-cancelled': () => 'That booking is over or cancelled already.',
  'already-started': () => 'It has started, so it can no longer be cancelled.',
  'hold-expired': () => 'It was held for you, but the time ran out.',
  'hold-already-extended': () => 'It was held a little longer once already.',
  'not-held': () => 'It is not being held any more.',
  'not-allowed': () => 'You may not do that here. Ask the space.',
  'unresolved-bookings': ({ bookingIds }) =>
    `${count(bookingIds.length, 'booking')} must be dealt with first.`,
  'preview-changed': () => 'Something changed while you were looking. Look again.',
  malformed: () => 'The request could not be read. Update the app and try again.',
  'unknown-kind': () => 'The space does not know this kind of request yet.',
}

/** Why not, in words: the rule that decided, never the other person. */
export function refusal(refusal: Refusal): string {
  const say = refusals[refusal.reason] as (refusal: Refusal) => string // the table has one row per reason
  return say(refusal)
}
