/** The old names of the English catalogue. */
import { date, duration, money, weekday } from './english/amounts.ts'
import { refusal } from './english/refusals.ts'
import { states } from './english/states.ts'

export const refusalText = refusal
export const stateWords = states.words
export const stateSentences = states.sentences
export const availabilityWords = states.availability
export const kindWords = states.kinds
export const notSavedWords = states.notSaved
export const moneyText = money
export const dateText = date
export const weekdayText = weekday
export { duration }

/** Cancelling is free until the start under every rule that exists. */
export function cancellationText(dateText: string, startText: string): string {
  return `Free cancellation until ${dateText}, ${startText}`
}
