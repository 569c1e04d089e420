import { broadcastBeforePersist } from './broadcast-before-persist.ts'
import { checkThenInsert } from './check-then-insert.ts'
import { cursorWithoutContiguity } from './cursor-without-contiguity.ts'
import { fixedClientId } from './fixed-client-id.ts'
import { keptAfterAbort } from './kept-after-abort.ts'
import type { Mistake } from './mistake.ts'
import { skippedUpdate } from './skipped-update.ts'

export const mistakes: readonly Mistake[] = [
  broadcastBeforePersist,
  cursorWithoutContiguity,
  fixedClientId,
  skippedUpdate,
  keptAfterAbort,
  checkThenInsert,
]
