import { memberEnglish } from '../../domain/words/member-words.ts'
import { said } from './language.ts'

/** What the screens say. What Today and Book are made of asks `first-words` instead, which is a third of this; the team's screens ask `team-words`. */
export const words = said(memberEnglish)
