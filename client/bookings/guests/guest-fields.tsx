/** Whom somebody brings, by name: added and removed one by one. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { WishedGuest } from '../../../domain/bookings/wishes/guest-wish.ts'
import { limits } from '../../../domain/values/limits.ts'
import { isMailAddress } from '../../../domain/values/mail-address.ts'
import { freshId } from '../../sync/fresh-id.ts'
import { words } from '../../ui/words.ts'

export function GuestFields(props: {
  readonly guests: readonly WishedGuest[]
  /** How many more fit. */
  readonly room: number
  /** What is said beside a name. */
  readonly about?: (guest: WishedGuest) => string
  /** Opens what the guest shows at the door, once there is something to show. */
  readonly onShow?: ((guest: WishedGuest) => void) | undefined
  readonly onAdd: (guest: WishedGuest) => void
  readonly onRemove: (guest: WishedGuest) => void
}): JSX.Element {
  const [name, setName] = createSignal('')
  const [email, setEmail] = createSignal('')
  const isWrong = () => email().trim() !== '' && !isMailAddress(email().trim())
  const isFull = () => props.room <= 0 || props.guests.length >= limits.guestsMax
  function add(): void {
    const trimmed = name().trim()
    if (trimmed === '' || isFull() || isWrong()) return
    const address = email().trim().toLowerCase()
    const told = address === '' ? {} : { email: address }
    props.onAdd({ id: freshId('guest'), name: trimmed, ...told })
    setName('')
    setEmail('')
  }
  return (
    <div class="stack" data-gap="small">
      <ul class="facts" aria-label={words.guests.title}>
        <For each={props.guests}>
          {(guest) => (
            <li>
              <span>
                {guest.name}
                <Show when={guest.email}>
                  {(address) => <span class="soft"> · {address()}</span>}
                </Show>
                <Show when={props.about?.(guest)}>
                  {(text) => <span class="soft"> · {text()}</span>}
                </Show>
              </span>
              <Show when={props.onShow}>
                {(show) => <ShowCode guest={guest} onShow={show()} />}
              </Show>
              <button
                type="button"
                class="button"
                data-kind="quiet"
                aria-label={words.guests.removeLabel(guest.name)}
                onClick={() => props.onRemove(guest)}
              >
                {words.guests.remove}
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={!isFull()} fallback={<p class="soft">{words.guests.full}</p>}>
        <div class="stack" data-gap="small">
          <Typed label={words.guests.name} value={name()} onType={setName} onEnter={add} />
          <Typed
            label={words.guests.email}
            isMail
            value={email()}
            problem={isWrong() ? words.guests.wrongEmail : ''}
            onType={setEmail}
            onEnter={add}
          />
          <div class="row">
            <button type="button" class="button" onClick={add}>
              {words.guests.add}
            </button>
          </div>
        </div>
      </Show>
    </div>
  )
}

/** Enter adds the guest; it does not send the form around it. */
function Typed(props: {
  readonly label: string
  readonly isMail?: boolean
  readonly value: string
  readonly problem?: string
  readonly onType: (typed: string) => void
  readonly onEnter: () => void
}): JSX.Element {
  return (
    <label class="field">
      {props.label}
      <input
        type={props.isMail === true ? 'email' : 'text'}
        maxlength={props.isMail === true ? limits.emailLengthMax : limits.guestNameLengthMax}
        autocomplete="off"
        value={props.value}
        aria-invalid={(props.problem ?? '') !== ''}
        onInput={(event) => props.onType(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          props.onEnter()
        }}
      />
      <span class="soft" data-problem="">
        {props.problem}
      </span>
    </label>
  )
}

export function ShowCode(props: {
  readonly guest: WishedGuest
  readonly onShow: (guest: WishedGuest) => void
}): JSX.Element {
  return (
    <button
      type="button"
      class="button"
      data-kind="quiet"
      aria-label={words.guests.showLabel(props.guest.name)}
      onClick={() => props.onShow(props.guest)}
    >
      {words.guests.show}
    </button>
  )
}

/** In the booking sheet, closed at first. */
export function GuestsOfWish(props: {
  readonly guests: readonly WishedGuest[]
  readonly capacity: number
  readonly onChange: (guests: readonly WishedGuest[]) => void
}): JSX.Element {
  return (
    <details class="stack">
      <summary>{words.guests.summary(props.guests.length)}</summary>
      <GuestFields
        guests={props.guests}
        room={props.capacity - 1 - props.guests.length}
        onAdd={(guest) => props.onChange([...props.guests, guest])}
        onRemove={(guest) => props.onChange(props.guests.filter(({ id }) => id !== guest.id))}
      />
    </details>
  )
}
