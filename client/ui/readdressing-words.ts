import { readdressing as english } from '../../domain/words/english/readdressing.ts'
import { said } from './language.ts'

/** Few of the team ever need it: it is in no catalogue that everybody of them loads. */
export const readdressing = said(english)
