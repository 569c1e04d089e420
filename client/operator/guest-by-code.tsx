/** Somebody shows a code at the desk: typed, or read by a scanner that types it, it says whose guest they are. Only where guests come. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { Arrival } from '../../domain/bookings/desk-sections.ts'
import { guestCode } from '../../domain/bookings/guests/guest-code.ts'
import type { Space } from '../app/with-space.tsx'
import { words } from '../ui/words.ts'
import { GuestRow } from './arrival-guests.tsx'

const DIGITS = 6

export function GuestByCode(props: {
  readonly space: Space
  readonly arrivals: readonly Arrival[]
}): JSX.Element {
  const [typed, setTyped] = createSignal('')
  const digits = () => typed().replace(/\D/g, '')
  const isWhole = () => digits().length === DIGITS
  const isAnybody = () => props.arrivals.some(({ guests }) => guests.length > 0)
  const found = () =>
    props.arrivals.flatMap((arrival) =>
      arrival.guests
        .filter(({ id }) => guestCode(id) === digits())
        .map((guest) => ({ arrival, guest })),
    )
  return (
    <Show when={isAnybody()}>
      <details>
        <summary>{words.guests.findByCode}</summary>
        <div class="stack" data-gap="small">
          <label class="field">
            {words.guests.codeField}
            <input
              inputmode="numeric"
              autocomplete="off"
              maxlength={DIGITS + 1}
              value={typed()}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </label>
          <div role="status">
            <Show when={isWhole()}>
              <ul>
                <For each={found()} fallback={<li class="soft">{words.guests.noSuchCode}</li>}>
                  {({ arrival, guest }) => (
                    <>
                      <li>{words.guests.of(arrival.memberName)}</li>
                      <GuestRow space={props.space} arrival={arrival} guest={guest} />
                    </>
                  )}
                </For>
              </ul>
            </Show>
          </div>
        </div>
      </details>
    </Show>
  )
}
