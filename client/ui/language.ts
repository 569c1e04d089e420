import { inLanguage, isLanguage, type Language } from '../../domain/words/language.ts'

const LANGUAGE_KEY = 'portal.language'

function readLanguage(): Language {
  const kept = localStorage.getItem(LANGUAGE_KEY)
  return isLanguage(kept) ? kept : 'en'
}

export const language: Language = readLanguage()

/** A part of the catalogue in the language chosen on this device. Another choice starts the page again. */
export function said<T>(part: T): ReturnType<typeof inLanguage<T>> {
  return inLanguage(language, part)
}

export function chooseLanguage(next: Language): void {
  localStorage.setItem(LANGUAGE_KEY, next)
  location.reload()
}
