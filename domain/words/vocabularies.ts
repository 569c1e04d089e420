/** How people say what they look for, by language. Apart from the catalogue: only a search reads it, and only once somebody searches. */
import type { SearchVocabulary } from '../bookings/search/vocabulary.ts'
import { searchVocabulary } from './english/search-vocabulary.ts'
import type { Language } from './language.ts'

export const vocabularies: Readonly<Record<Language, SearchVocabulary>> = {
  en: searchVocabulary,
  // Accented English is read, not typed.
  'en-XA': searchVocabulary,
}
