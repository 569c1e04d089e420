/** Takes back what waits on this device about a request. Its words go to where they were typed, and pictures that have not left with them. */
import type { DeskEntry } from '../../../domain/support/desk-view.ts'
import { keepBack } from '../../app/ticket-pictures.ts'
import { findUnsent, keepUnsent } from '../../store/unsent.ts'
import { undoIntent } from '../../sync/write-intent.ts'
import { words } from '../../ui/team-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { answerKey, withText } from './answer-text.ts'

export async function takeBack(entry: DeskEntry): Promise<void> {
  const { wish, ticketId } = entry
  if (wish === null) return
  if (!(await undoIntent(wish))) return showToast(words.support.underway)
  if (entry.kind !== 'said' && entry.kind !== 'note') return
  const key = answerKey(ticketId)
  const typed = String((await findUnsent(key))?.value ?? '')
  await keepUnsent({ key, value: withText(typed, entry.text), bytes: null })
  if (entry.kind === 'said') await keepBack(key, ticketId)
}
