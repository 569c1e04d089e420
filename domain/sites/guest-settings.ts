/** What a location tells guests who come in, and how long it knows who came (D-60). */
import { limits } from '../values/limits.ts'
import { numberProblems, problemIf, type SettingProblem } from './setting-problem.ts'

export interface GuestSettings {
  /** Days after a booking for which its guests are known by name. */
  readonly keptDays: number
  /** What a guest agrees to when they are signed in; empty where nothing is asked. */
  readonly consent: string
}

export const usualGuests: GuestSettings = { keptDays: 30, consent: '' }

export function guestSettingProblems({
  keptDays,
  consent,
}: GuestSettings): readonly SettingProblem[] {
  return [
    ...numberProblems(keptDays, 'guests.keptDays', 1, limits.guestsKeptDaysMax),
    ...problemIf(consent.length > limits.guestConsentLengthMax, 'guests.consent', 'too-long'),
  ]
}
