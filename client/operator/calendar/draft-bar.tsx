/** What is about to be done, whether the rules allow it, and the buttons for it: the same for a drag, for keys and for fingers. */
import { createEffect, createSignal, For, type JSX, on, Show } from 'solid-js'
import type { Refusal } from '../../../domain/bookings/wishes/refusal.ts'
import type { Money } from '../../../domain/values/money.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/team-words.ts'
import { showToast } from '../../ui/toast.tsx'
import type { Draft } from './draft.ts'
import { placeAfter } from './drag.ts'
import { moveBooking } from './move-booking.ts'

export function DraftBar(props: {
  readonly space: Space
  readonly draft: Draft
  readonly refusal: Refusal | null
  readonly onChange: (draft: Draft) => void
  readonly onBookFor: () => void
  readonly onBlockOut: () => void
  readonly onClose: () => void
}): JSX.Element {
  const [price, setPrice] = createSignal<Money | null>(null)
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const [isBusy, setIsBusy] = createSignal(false)
  const time = () => words.amounts.timeRange(props.draft.from, props.draft.until)
  const place = () => props.draft.resource.name
  const title = () =>
    props.draft.arrival === null
      ? words.calendar.picked(place(), time())
      : words.calendar.moving(props.draft.arrival.memberName, place(), time())
  const refusalText = () =>
    props.refusal === null ? null : words.refusal(props.refusal, props.space.catalogue.zone)
  const moveText = () => {
    const due = price()
    return due === null ? words.calendar.move : words.calendar.moveFor(words.amounts.money(due))
  }
  // Another place or time is another question.
  createEffect(
    on(
      () => [props.draft.resource.id, props.draft.from, props.draft.until],
      () => {
        setPrice(null)
        setTrouble(null)
      },
    ),
  )
  async function move(): Promise<void> {
    const { arrival } = props.draft
    if (arrival === null) return
    setIsBusy(true)
    const answer = await moveBooking(props.space.catalogue, arrival, props.draft, price())
    setIsBusy(false)
    if (answer.kind === 'asks') setPrice(answer.price)
    else if (answer.kind === 'failed') setTrouble(answer.message)
    else {
      showToast(words.calendar.moved(arrival.memberName))
      props.onClose()
    }
  }
  return (
    <section class="draft-bar" aria-label={title()}>
      <div>
        <strong>{title()}</strong>
        <Verdict text={trouble() ?? refusalText()} price={price()} />
      </div>
      <Steps space={props.space} draft={props.draft} onChange={props.onChange} />
      <div class="row">
        <Show
          when={props.draft.arrival}
          fallback={
            <>
              <button
                type="button"
                class="button"
                data-kind="primary"
                onClick={() => props.onBookFor()}
              >
                {words.calendar.bookForMember}
              </button>
              <button type="button" class="button" onClick={() => props.onBlockOut()}>
                {words.calendar.blockOut}
              </button>
            </>
          }
        >
          <button
            type="button"
            class="button"
            data-kind="primary"
            disabled={isBusy() || props.refusal !== null}
            onClick={() => void move()}
          >
            {moveText()}
          </button>
        </Show>
        <button type="button" class="button" onClick={() => props.onClose()}>
          {words.calendar.letGo}
        </button>
      </div>
    </section>
  )
}

/** Whether it can be done, and what it would owe then. */
function Verdict(props: {
  readonly text: string | null
  readonly price: Money | null
}): JSX.Element {
  return (
    <p class="state" role="status" data-tone={props.text === null ? 'available' : 'problem'}>
      {props.text ?? words.calendar.free}{' '}
      <Show when={props.price}>{(due) => words.calendar.costs(words.amounts.money(due()))}</Show>
    </p>
  )
}

/** Every drag has its buttons: place, earlier, later, longer, shorter. */
function Steps(props: {
  readonly space: Space
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}): JSX.Element {
  const steps = [
    { label: words.calendar.earlier, how: 'move', by: -1 },
    { label: words.calendar.later, how: 'move', by: 1 },
    { label: words.calendar.shorter, how: 'resize', by: -1 },
    { label: words.calendar.longer, how: 'resize', by: 1 },
  ] as const
  const to = (how: 'move' | 'resize', by: number, resource = props.draft.resource) =>
    props.onChange({
      ...props.draft,
      ...placeAfter({ ...props.draft, how }, resource, by * resource.rules.incrementMinutes),
    })
  return (
    <div class="row" data-tight>
      <label class="field">
        <span class="visually-hidden">{words.calendar.place}</span>
        <select
          onChange={(event) => {
            const id = event.currentTarget.value
            const found = props.space.catalogue.resources.find((one) => one.id === id)
            if (found !== undefined) to('move', 0, found)
          }}
        >
          <For each={props.space.catalogue.resources}>
            {(resource) => (
              <option value={resource.id} selected={resource.id === props.draft.resource.id}>
                {resource.name}
              </option>
            )}
          </For>
        </select>
      </label>
      <For each={steps}>
        {({ label, how, by }) => (
          <button type="button" class="button" data-kind="quiet" onClick={() => to(how, by)}>
            {label}
          </button>
        )}
      </For>
    </div>
  )
}
