/** What somebody wrote while they were of the team, and the space did not take because they are not any more: told here, and theirs to read. */
import { For, type JSX } from 'solid-js'
import { isStaff } from '../../domain/access/role.ts'
import { deskKinds, strandedWords, textOf } from '../../domain/support/desk-view.ts'
import { NotDoneNotice, whyNotDone } from '../app/not-done.tsx'
import type { Space } from '../app/with-space.tsx'
import { isDismissed } from '../store/dismissed.ts'
import { createOwnWishes } from '../store/own-wishes.ts'
import { SaidText } from '../ui/said-text.tsx'
import { words } from '../ui/words.ts'
import { createOwnTickets } from './help-model.ts'

export function WordsLeft(props: { readonly space: Space }): JSX.Element {
  const wishes = createOwnWishes(deskKinds)
  const tickets = createOwnTickets()
  const left = () => {
    const own = tickets()
    // Whoever is of the team finds them in the requests themselves.
    if (own === undefined || isStaff(props.space.member.role)) return []
    const isOwn = (id: string) => own.some((ticket) => ticket.id === id)
    return strandedWords(wishes() ?? [], isOwn).filter(({ intent }) => !isDismissed(intent.id))
  }
  return (
    <For each={left()}>
      {({ intent, refusal }) => (
        <NotDoneNotice id={intent.id} what={words.support.reply} why={whyNotDone({ refusal })}>
          <SaidText text={textOf(intent)} />
        </NotDoneNotice>
      )}
    </For>
  )
}
