import { held as english } from '../../domain/words/english/held.ts'
import { said } from './language.ts'

/** `words.held` alone: few hold anything, so what is said of it is not in `first-words`, and Today paints it first, so not in `words`. */
export const held = said(english)
