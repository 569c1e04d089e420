import { isLanguage, type Language, languages, type Words } from '../../domain/words/words.ts'

const LANGUAGE_KEY = 'portal.language'

function readLanguage(): Language {
  const kept = localStorage.getItem(LANGUAGE_KEY)
  return isLanguage(kept) ? kept : 'en'
}

export const language: Language = readLanguage()

/** What the screens say, in the language chosen on this device. Another choice starts the page again. */
export const words: Words = languages[language]

export function chooseLanguage(next: Language): void {
  localStorage.setItem(LANGUAGE_KEY, next)
  location.reload()
}
