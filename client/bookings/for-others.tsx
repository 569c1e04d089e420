/**
 * Booking for somebody else: staff for the members of their location, who manages a team for its people. Staff may also book against the
 * rules and say why; a place that is taken stays taken. The answer comes at once, so it needs a connection; names stay on no device.
 */
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { mayCommand } from '../../domain/access/permissions.ts'
import { decideChoice } from '../../domain/bookings/decide-choice.ts'
import type { PayWith } from '../../domain/bookings/lots/lot.ts'
import type { Occupied } from '../../domain/bookings/occupancy/occupancy.ts'
import { decideOverride } from '../../domain/bookings/override.ts'
import { choiceAt } from '../../domain/bookings/wishes/choice.ts'
import type { Override } from '../../domain/bookings/wishes/intent.ts'
import type { Refusal } from '../../domain/bookings/wishes/refusal.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Interval } from '../../domain/values/interval.ts'
import { limits } from '../../domain/values/limits.ts'
import type { Money } from '../../domain/values/money.ts'
import { PersonSearch } from '../app/person-search.tsx'
import { findPeople, type PersonFound } from '../sync/find-people.ts'
import { makeIntent, sendIntent } from '../sync/send-intent.ts'
import { words } from '../ui/words.ts'

export interface ForOthersProps {
  readonly catalogue: Catalogue
  readonly member: Member
  readonly resource: Resource
  readonly interval: Interval
  readonly people: number
  readonly occupied: readonly Occupied[]
  readonly now: Instant
  /** Called once it is booked. */
  readonly onBooked?: (name: string) => void
}

/** In the booking sheet, closed at first. */
export function ForOthers(props: ForOthersProps): JSX.Element {
  return (
    <details class="stack">
      <summary>{words.actingFor.title}</summary>
      <BookForSomebody {...props} />
    </details>
  )
}

export function BookForSomebody(props: ForOthersProps): JSX.Element {
  const [person, setPerson] = createSignal<PersonFound | null>(null)
  return (
    <div class="stack">
      <PersonSearch
        find={(text) => findPeople(props.catalogue.site.id, text)}
        label={words.actingFor.find}
        title={words.actingFor.title}
        needsConnection={words.actingFor.needsConnection}
        chosen={person()}
        onChoose={setPerson}
      />
      <Show when={person()} keyed>
        {(one) => <BookFor {...props} person={one} />}
      </Show>
    </div>
  )
}

/** What this person would be told, and the button that books it for them. */
function BookFor(props: ForOthersProps & { readonly person: PersonFound }): JSX.Element {
  const [message, setMessage] = createSignal<string | null>(null)
  const [isBusy, setIsBusy] = createSignal(false)
  const [reason, setReason] = createSignal('')
  const [payWith, setPayWith] = createSignal<PayWith>('personal')
  /** What the space alone knew: what they have elsewhere. */
  const [told, setTold] = createSignal<Refusal | null>(null)
  const input = () => ({
    ...props,
    // What they have elsewhere is not known here; the space looks at it.
    member: { ...props.member, ...props.person },
    ownTimes: [],
    preferredUnit: null,
  })
  const answer = createMemo(() => decideChoice(input()))
  const against = createMemo(() => decideOverride(input()))
  const mayOverride = () => {
    const { id, role, siteIds } = props.member
    return mayCommand({ memberId: id, role, siteIds }, 'booking.override')
  }

  async function book(quote: Money, override: Override | null): Promise<void> {
    setIsBusy(true)
    const sent = await sendIntent(
      makeIntent('booking.request', {
        siteId: props.catalogue.site.id,
        choice: choiceAt(props.catalogue, props.resource.id, props.interval),
        ...{ fallbacks: [], takeNearest: false, note: '', ceiling: null, guests: [] },
        people: props.people,
        quote,
        forMemberId: props.person.id,
        override,
        payWith: payWith(),
      }),
    )
    setMessage(answered(sent))
    setIsBusy(false)
  }

  function answered(sent: Awaited<ReturnType<typeof sendIntent>>): string | null {
    if (sent.kind === 'unreachable') return words.actingFor.needsConnection
    if (sent.kind === 'failed') return sent.message
    const { outcome } = sent.settled
    if (outcome.kind === 'refused') {
      setTold(outcome.refusal)
      return null
    }
    if (outcome.kind === 'ask-again') return words.actingFor.otherPrice(outcome.price)
    props.onBooked?.(props.person.name)
    const owed = 'price' in outcome ? outcome.price : null
    return words.actingFor.booked(props.person.name, owed)
  }

  const fitting = () => {
    const found = answer()
    return found.kind === 'fits' && told() === null ? found : null
  }
  const refused = () => {
    const found = answer()
    return told() ?? (found.kind === 'refused' ? found.refusal : null)
  }
  /** What they have is not known here: the space takes it off the price. */
  const mayPay = () => (fitting() ?? overridden())?.price.amountMinor !== 0
  const overridden = () => {
    const found = against()
    return mayOverride() && found.kind === 'fits' ? found : null
  }
  return (
    <div class="stack">
      <Show when={mayPay()}>
        <PaysChoice person={props.person} value={payWith()} onChange={setPayWith} />
      </Show>
      <Show when={fitting()}>
        {(fits) => (
          <button
            type="button"
            class="button"
            disabled={isBusy()}
            onClick={() => void book(fits().price, null)}
          >
            {words.actingFor.book(props.person.name, fits().price)}
          </button>
        )}
      </Show>
      <Show when={refused()}>
        {(no) => <p class="notice">{words.refusal(no(), props.catalogue.zone)}</p>}
      </Show>
      <Show when={refused() !== null && overridden()}>
        {(fits) => (
          <form
            class="stack"
            onSubmit={(event) => {
              event.preventDefault()
              void book(fits().price, { reason: reason().trim() })
            }}
          >
            <label class="field">
              {words.actingFor.reason}
              <input
                required
                maxlength={limits.overrideReasonLengthMax}
                value={reason()}
                onInput={(event) => setReason(event.currentTarget.value)}
              />
            </label>
            <button type="submit" class="button" disabled={isBusy() || reason().trim() === ''}>
              {words.actingFor.bookAnyway(props.person.name, fits().price)}
            </button>
          </form>
        )}
      </Show>
      <p role="status">{message()}</p>
    </div>
  )
}

/** Whose passes pay: theirs, their team's where they have one, or none. */
function PaysChoice(props: {
  readonly person: PersonFound
  readonly value: PayWith
  readonly onChange: (payWith: PayWith) => void
}): JSX.Element {
  const options = (): readonly PayWith[] =>
    props.person.teamId === null ? ['personal', 'money'] : ['personal', 'team', 'money']
  return (
    <label class="field">
      {words.lots.payWith}
      <select
        onChange={({ currentTarget: { value } }) => {
          const found = options().find((one) => one === value)
          if (found !== undefined) props.onChange(found)
        }}
      >
        <For each={options()}>
          {(one) => (
            <option value={one} selected={one === props.value}>
              {words.actingFor.payWiths[one]}
            </option>
          )}
        </For>
      </select>
      <span class="soft">{words.actingFor.covers}</span>
    </label>
  )
}
