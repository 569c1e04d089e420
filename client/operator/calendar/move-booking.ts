/** A member's booking taken elsewhere by staff: asked of the space at once, because it says what it costs. */
import type { Arrival } from '../../../domain/bookings/desk-sections.ts'
import { choiceAt } from '../../../domain/bookings/wishes/choice.ts'
import { intervalAt } from '../../../domain/bookings/wishes/times-of-day.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { Money } from '../../../domain/values/money.ts'
import { makeIntent, sendIntent } from '../../sync/send-intent.ts'
import { words } from '../../ui/team-words.ts'
import type { Draft } from './draft.ts'

export type MoveAnswer =
  | { readonly kind: 'moved' }
  /** It can be had, and would owe so much in all: said before it is done. */
  | { readonly kind: 'asks'; readonly price: Money }
  | { readonly kind: 'failed'; readonly message: string }

/** `agreed` is what staff were told it would owe; null asks first. */
export async function moveBooking(
  catalogue: Catalogue,
  arrival: Arrival,
  draft: Draft,
  agreed: Money | null,
): Promise<MoveAnswer> {
  const interval = intervalAt(catalogue, draft.date, draft)
  if (interval === null) {
    return { kind: 'failed', message: words.refusal({ reason: 'nonexistent-local-time' }) }
  }
  const quote = agreed ?? { amountMinor: 0, currency: catalogue.site.currency }
  const choice = choiceAt(catalogue, draft.resource.id, interval)
  const body = { bookingId: arrival.bookingId, choice, quote, ceiling: null }
  const answer = await sendIntent(makeIntent('booking.change', body))
  if (answer.kind === 'unreachable')
    return { kind: 'failed', message: words.operator.needsConnection }
  if (answer.kind === 'failed') return answer
  const { outcome } = answer.settled
  switch (outcome.kind) {
    case 'ask-again':
      return { kind: 'asks', price: outcome.price }
    case 'refused':
      return { kind: 'failed', message: words.refusal(outcome.refusal, catalogue.zone) }
    default:
      return { kind: 'moved' }
  }
}
