import { firstEnglish } from '../../domain/words/first-words.ts'
import { said } from './language.ts'

/** What Today and Book say before anybody has tapped anything, by the same names as in `words`. */
export const words = said(firstEnglish)
