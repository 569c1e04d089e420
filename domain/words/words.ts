/**
 * Everything the portal says, by language. One module per part of the product and language; a typed function wherever a sentence
 * takes a value, so that screens, mails, documents and feeds say the same.
 */

import { accented } from './accented.ts'
import { account } from './english/account.ts'
import { amounts } from './english/amounts.ts'
import { app } from './english/app.ts'
import { arrival } from './english/arrival.ts'
import { bookings } from './english/bookings.ts'
import { cancellation } from './english/cancellation.ts'
import { floor } from './english/floor.ts'
import { limits } from './english/limits.ts'
import { operator } from './english/operator.ts'
import { prices } from './english/prices.ts'
import { refusal } from './english/refusals.ts'
import { search } from './english/search.ts'
import { series } from './english/series.ts'
import { states } from './english/states.ts'
import { today } from './english/today.ts'

export const english = {
  account,
  amounts,
  app,
  arrival,
  bookings,
  cancellation,
  floor,
  limits,
  operator,
  prices,
  refusal,
  series,
  search,
  states,
  today,
} as const

/** The shape every language has: the same keys and functions as English, with any text. */
export type Words = Loose<typeof english>

type Loose<T> = T extends string
  ? string
  : T extends (...args: infer Args) => infer Said
    ? (...args: Args) => Loose<Said>
    : T extends readonly (infer One)[]
      ? readonly Loose<One>[]
      : { readonly [Key in keyof T]: Loose<T[Key]> }

/** `en-XA` is English with accents and brackets: it shows at a glance what does not come from here, and what does not fit. */
export const languages = { en: english, 'en-XA': accented(english) } satisfies Record<string, Words>
export type Language = keyof typeof languages

export function isLanguage(text: unknown): text is Language {
  return typeof text === 'string' && Object.hasOwn(languages, text)
}
