/** A language as browsers and mails name it, "de" or "pt-BR": words that the space writes itself may be in any. */
const pattern = /^[a-z]{2,3}(-[A-Za-z]{2,8})?$/

export function isLanguageCode(text: unknown): text is string {
  return typeof text === 'string' && pattern.test(text)
}

/** What the portal itself is written in, and what everybody reads who chose nothing else. */
export const usualLanguage = 'en'
