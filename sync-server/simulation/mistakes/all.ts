import { basketInPart } from './basket-in-part.ts'
import { broadcastBeforePersist } from './broadcast-before-persist.ts'
import { checkThenInsert } from './check-then-insert.ts'
import { closedUnread } from './closed-unread.ts'
import { cursorWithoutContiguity } from './cursor-without-contiguity.ts'
import { fixedClientId } from './fixed-client-id.ts'
import { freeToTheFastest } from './free-to-the-fastest.ts'
import { headFromMemory } from './head-from-memory.ts'
import { keptAfterAbort } from './kept-after-abort.ts'
import { lateYes } from './late-yes.ts'
import type { Mistake } from './mistake.ts'
import { noteThatIsSaid } from './note-that-is-said.ts'
import { rightsOfSignIn } from './rights-of-sign-in.ts'
import { roomForEverybody } from './room-for-everybody.ts'
import { seriesInPart } from './series-in-part.ts'
import { skippedUpdate } from './skipped-update.ts'
import { wordToWhoHasBlocked } from './word-to-who-has-blocked.ts'

export const mistakes: readonly Mistake[] = [
  broadcastBeforePersist,
  cursorWithoutContiguity,
  fixedClientId,
  skippedUpdate,
  keptAfterAbort,
  headFromMemory,
  checkThenInsert,
  seriesInPart,
  rightsOfSignIn,
  lateYes,
  freeToTheFastest,
  basketInPart,
  roomForEverybody,
  noteThatIsSaid,
  wordToWhoHasBlocked,
  closedUnread,
]
