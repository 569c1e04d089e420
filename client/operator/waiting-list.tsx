/** Who waits for what, in the order in which they are asked; staff may take somebody off, and say why. */
import { createSignal, type JSX, Show } from 'solid-js'
import type { Waiting } from '../../domain/bookings/waitlist/waiting-list.ts'
import { placeName } from '../../domain/sites/catalogue.ts'
import { formatMinute, toWallTime } from '../../domain/values/zone.ts'
import type { Space } from '../app/with-space.tsx'
import { KeyedFor } from '../ui/keyed-for.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'
import { takeOffList } from './answer-request.ts'
import { ReasonSheet } from './reason-sheet.tsx'

export function WaitingList(props: {
  readonly space: Space
  readonly waiting: readonly Waiting[]
}): JSX.Element {
  const [removing, setRemoving] = createSignal<Waiting | null>(null)
  const open = () => props.waiting.filter(({ endsAt }) => endsAt > props.space.now)
  async function remove(waiting: Waiting, reason: string): Promise<void> {
    setRemoving(null)
    showToast(await takeOffList(waiting, reason))
  }
  return (
    <section class="stack" aria-labelledby="waiting-title">
      <div>
        <h2 id="waiting-title">{words.waitlist.listTitle}</h2>
        <p class="soft">{words.waitlist.listSentence}</p>
      </div>
      <ol class="waiting">
        <KeyedFor
          each={open()}
          by={(one) => one.waitId}
          fallback={<li class="soft">{words.waitlist.nobody}</li>}
        >
          {(one) => (
            <li>
              <WaitingText space={props.space} waiting={one()} />
              <button
                type="button"
                class="button"
                data-kind="quiet"
                aria-label={words.waitlist.removeLabel(one().memberName)}
                onClick={() => setRemoving(one())}
              >
                {words.waitlist.remove}
              </button>
            </li>
          )}
        </KeyedFor>
      </ol>
      <Show when={removing()}>
        {(one) => (
          <ReasonSheet
            title={words.waitlist.removeTitle(one().memberName)}
            hint={words.waitlist.removeHint}
            verb={words.waitlist.remove}
            onClose={() => setRemoving(null)}
            onSay={(reason) => void remove(one(), reason)}
          />
        )}
      </Show>
    </section>
  )
}

function WaitingText(props: { readonly space: Space; readonly waiting: Waiting }): JSX.Element {
  const one = () => props.waiting
  const names = () => {
    const [first = ''] = one().resourceIds
    const others = one().resourceIds.length
    return others > 1
      ? words.waitlist.placesCount(others)
      : (placeName(props.space.catalogue, first) ?? words.bookings.notOnPlan)
  }
  const when = () => {
    const { standing, date, startText, endText } = one()
    const days =
      standing === null
        ? words.amounts.date(date, props.space.today)
        : words.waitlist.onDays(standing.weekdays)
    return `${days}, ${startText}–${endText}`
  }
  const offered = () => {
    const at = one().offeredUntil
    return at !== null && at > props.space.now
      ? formatMinute(toWallTime(props.space.catalogue.zone, at).minute)
      : null
  }
  return (
    <div>
      <strong>{one().memberName}</strong>
      <p>
        {names()} · {when()}
      </p>
      <Show when={one().standing}>
        {(order) => (
          <p class="soft">
            {words.waitlist.had(order().had, order().count)} ·{' '}
            {words.waitlist.untilDay(order().until)}
          </p>
        )}
      </Show>
      <Show when={offered()}>
        {(time) => <StateBadge tone="held" word={words.waitlist.heldUntil(time())} />}
      </Show>
    </div>
  )
}
