/**
 * How many messages nobody has looked at, beside Community; and on the icon of an installed app, with answers of the team and bookings that wait to
 * be confirmed: what somebody would want to know without opening it.
 */
import { createEffect, type JSX, Show } from 'solid-js'
import { formatDocumentName } from '../../domain/access/document-name.ts'
import { unreadOf } from '../../domain/community/messages/message-view.ts'
import { readEntry } from '../../domain/support/read-support.ts'
import { unreadAnswers } from '../../domain/support/unread-answers.ts'
import { toId } from '../../domain/values/ids.ts'
import { createBookings } from '../store/bookings.ts'
import { isDismissed } from '../store/dismissed.ts'
import { readIdentity } from '../store/identity.ts'
import { createRecords } from '../store/records.ts'
import { words } from '../ui/words.ts'
import { createOwnThreads } from './own-messages.ts'

export function UnreadCount(): JSX.Element {
  const own = createOwnThreads()
  const answers = createUnreadAnswers()
  const bookings = createBookings()
  const unread = () => unreadOf(own()?.threads ?? [])
  const toConfirm = () => (bookings() ?? []).filter(({ state }) => state === 'held').length
  createEffect(() => {
    if (own() === undefined || bookings() === undefined) return
    showBadge(unread() + answers() + toConfirm())
  })
  return (
    <Show when={unread() > 0}>
      <span class="count" role="img" aria-label={words.threads.unread(unread())}>
        {unread()}
      </span>
    </Show>
  )
}

function createUnreadAnswers(): () => number {
  const document = () => {
    const memberId = toId('member', readIdentity()?.memberId ?? 'mem_nobody')
    return formatDocumentName({ kind: 'tickets', memberId })
  }
  const entries = createRecords(document, 'entries', readEntry)
  return () => unreadAnswers(entries()?.all.values() ?? [], isDismissed)
}

/** Where the app has no icon of its own there is nothing to show it on. */
function showBadge(number: number): void {
  if (!('setAppBadge' in navigator)) return
  const done = number === 0 ? navigator.clearAppBadge() : navigator.setAppBadge(number)
  done.catch(() => undefined) // not permitted: the app says the same inside
}
