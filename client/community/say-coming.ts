import type { OwnRsvp, ToldEvent } from '../../domain/community/events/happening-sections.ts'
import { undoIntent } from '../sync/write-intent.ts'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'
import { type EventNamed, keepWord } from './keep-word.ts'

type Named = Pick<ToldEvent, 'title'> & EventNamed

/** `told` is how many the space knows of. */
export function sayComing(event: Named, people: number, told: number): Promise<void> {
  return say(event, people, told, null)
}

/** With other guests than before. */
export function sayHowMany(event: Named, people: number, told: OwnRsvp | null): Promise<void> {
  const { youWait, youCome, youAndGuests } = words.happenings
  const comes = people > 1 ? youAndGuests(people - 1) : youCome
  return say(event, people, told?.people ?? 0, told?.state === 'waiting' ? youWait : comes)
}

export function sayNotComing(event: Named, told: number): Promise<void> {
  return say(event, 0, told, words.happenings.staysAway(event.title))
}

/** What gives places up is said aloud, and can be undone. */
async function say(event: Named, people: number, told: number, aloud: string | null) {
  const answer = await keepWord(event, people, told, aloud !== null)
  if (answer === null) return
  if (answer.kind === 'not-saved') return showToast(words.states.notSaved[answer.why])
  const label = words.happenings.undo
  if (aloud !== null) showToast(aloud, { label, run: () => void undoIntent(answer.id) })
}
