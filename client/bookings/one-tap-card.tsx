/** One place at one time with one button: what it costs after passes and allowance is on it, and the tap is the wish. */
import './bookings.css'
import { createSignal, For, type JSX, mergeProps, Show } from 'solid-js'
import { checkUnpaid } from '../../domain/bookings/check-unpaid.ts'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import type { IntentId } from '../../domain/values/ids.ts'
import type { Interval } from '../../domain/values/interval.ts'
import type { Space } from '../app/with-space.tsx'
import { Icon } from '../ui/icon.tsx'
import { words } from '../ui/words.ts'
import { createCoverModel } from './cover-model.ts'
import { kindIcons } from './kinds.ts'
import { requestBooking } from './request-booking.ts'
import { UnpaidNotice } from './unpaid-notice.tsx'

export interface OneTap {
  readonly resource: Resource
  readonly interval: Interval
  /** What stands below the name: when, or how many there are. */
  readonly text: string
}

export function OneTapCard(props: {
  readonly space: Space
  readonly offer: OneTap
  readonly onSent: (id: IntentId) => void
}): JSX.Element {
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const place = () => props.offer.resource
  const isAsked = () => place().approvalMinutes !== null
  const cover = createCoverModel(
    mergeProps(
      () => props.space,
      () => ({ offer: props.offer, interval: props.offer.interval }),
    ),
  )
  const rest = () => cover.cover().rest
  const unpaid = () => {
    const { catalogue, member, now } = props.space
    return checkUnpaid(catalogue, member, rest().amountMinor > 0, now)
  }

  async function book(): Promise<void> {
    const { catalogue } = props.space
    const written = await requestBooking({
      siteId: catalogue.site.id,
      choice: choiceAt(catalogue, place().id, props.offer.interval),
      price: rest(),
      payWith: cover.payWith(),
      people: 1,
      note: '',
      takeNearest: true,
    })
    if (written.kind === 'saved') props.onSent(written.id)
    else setTrouble(words.states.notSaved[written.why])
  }

  return (
    <article class="card booking">
      <div class="booking-head">
        <Icon name={kindIcons[place().kind]} />
        <div>
          <h3>{place().name}</h3>
          <p>{props.offer.text}</p>
          <For each={cover.cover().uses}>{(use) => <p class="soft">{words.lots.uses(use)}</p>}</For>
        </div>
        <Show when={unpaid() === null}>
          <button
            type="button"
            class="button"
            data-kind="soft"
            aria-label={words.bookings.bookLabel(place().name, rest(), isAsked())}
            onClick={() => void book()}
          >
            {words.bookings.bookFor(rest(), isAsked())}
          </button>
        </Show>
      </div>
      <Show when={unpaid()}>{(no) => <UnpaidNotice refusal={no()} />}</Show>
      <Show when={trouble()}>{(text) => <p role="alert">{text()}</p>}</Show>
    </article>
  )
}
