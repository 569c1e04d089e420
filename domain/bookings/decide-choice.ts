/** The one decision about one choice that the device predicts with and the server decides with. */
import { quote } from '../prices/quote.ts'
import type { Money } from '../values/money.ts'
import { checkRules, type RuleInput } from './booking-rules.ts'
import { findUnit } from './find-unit.ts'
import type { Occupied } from './occupancy.ts'
import type { Refusal } from './refusal.ts'

export interface ChoiceInput extends RuleInput {
  readonly occupied: readonly Occupied[]
  readonly preferredUnit: number | null
}

export type ChoiceAnswer =
  | { readonly kind: 'fits'; readonly unit: number; readonly price: Money }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export function decideChoice(input: ChoiceInput): ChoiceAnswer {
  const refusal = checkRules(input)
  if (refusal !== null) return { kind: 'refused', refusal }
  const found = findUnit(input.resource, input.interval, input.occupied, input.preferredUnit)
  if (found.kind === 'taken') return { kind: 'refused', refusal: found.refusal }
  const { price } = quote(
    input.catalogue,
    input.resource,
    input.interval,
    input.tier === null ? null : input.tier.id,
  )
  return { kind: 'fits', unit: found.unit, price }
}
