/** The languages there are, and how a part of the catalogue is said in one. */
import { accented } from './accented.ts'

/** `en-XA` is English with accents and brackets: it shows at a glance what does not come from here, and what does not fit. */
export const languages = ['en', 'en-XA'] as const
export type Language = (typeof languages)[number]

export function isLanguage(text: unknown): text is Language {
  return languages.some((language) => language === text)
}

/** The same keys and functions as in English, with any text. */
type Loose<T> = T extends string
  ? string
  : T extends (...args: infer Args) => infer Said
    ? (...args: Args) => Loose<Said>
    : T extends readonly (infer One)[]
      ? readonly Loose<One>[]
      : { readonly [Key in keyof T]: Loose<T[Key]> }

export function inLanguage<T>(language: Language, part: T): Loose<T> {
  const said = language === 'en' ? part : accented(part)
  return said as Loose<T> // the same keys, with wider texts
}
