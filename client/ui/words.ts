import { english } from '../../domain/words/words.ts'
import { said } from './language.ts'

/** What the screens say, all of it. What Today and Book are made of asks `first-words` instead, which is a third of this. */
export const words = said(english)
