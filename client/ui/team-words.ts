import { english } from '../../domain/words/words.ts'
import { said } from './language.ts'

/** What the team's screens say: all of `words`, and what is said to the team alone. */
export const words = said(english)
