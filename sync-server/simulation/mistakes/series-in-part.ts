/** A series is settled date by date, and what fits is kept: "only all" becomes "what you can get". */
import type { AnyIntent } from '../../../domain/bookings/wishes/intent.ts'
import type { Mistake } from './mistake.ts'

export const seriesInPart: Mistake = {
  title: 'a series in part',
  foundBy: ['a series wished "only all" is booked whole or not at all'],
  seenAt: 3,
  kinds: (real) =>
    real.map((kind) => ({
      ...kind,
      settle: (ledger, intent, actor, now) => kind.settle(ledger, inPart(intent), actor, now),
    })),
}

function inPart(intent: AnyIntent): AnyIntent {
  if (intent.kind !== 'series.request') return intent
  return { ...intent, body: { ...intent.body, mode: 'what-can-be-had' } }
}
