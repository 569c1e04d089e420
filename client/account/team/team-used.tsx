/** What the team has booked, who used what of its passes, and its bills by person. Asked for with a connection; none of it stays here. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { isLive } from '../../../domain/bookings/booking.ts'
import { placeName } from '../../../domain/sites/catalogue.ts'
import type { MemberId } from '../../../domain/values/ids.ts'
import { isLocalDate } from '../../../domain/values/local-date.ts'
import { add, zero } from '../../../domain/values/money.ts'
import { formatMinute } from '../../../domain/values/zone.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/words.ts'
import type { TeamBooking, TeamDetails } from './team-details.ts'

const { teams } = words
/** As many as one looks through before the next section. */
const SHOWN_FIRST = 8

interface UsedProps {
  readonly space: Space
  readonly details: TeamDetails
}

export function bookingText(space: Space, { resourceId, wall }: TeamBooking): string {
  const place = placeName(space.catalogue, resourceId) ?? ''
  const when = words.amounts.dateWithin(wall.start.date, space.today)
  return `${place}, ${when} ${formatMinute(wall.start.minute)}–${formatMinute(wall.end.minute)}`
}

function nameOf({ people }: TeamDetails, id: MemberId): string {
  return people.find(({ memberId }) => memberId === id)?.name ?? words.people.erase.formerMember
}

export function TeamUsed(props: UsedProps): JSX.Element {
  return (
    <>
      <Lots {...props} />
      <UsedByPerson {...props} />
      <Ahead {...props} />
      <Bills {...props} />
    </>
  )
}

function Lots(props: UsedProps): JSX.Element {
  return (
    <ul class="team-list" aria-label={teams.wallet}>
      <For each={props.details.lots} fallback={<li class="soft">{teams.noPasses}</li>}>
        {(lot) => (
          <li>
            <span>
              <strong>{words.lots.nameOf(lot)}</strong>{' '}
              <span class="soft">{words.lots.kinds(lot.kinds)}</span>
              <br />
              <span class="soft">
                {lot.used
                  .map(({ memberId, amount }) =>
                    teams.usedByOne(
                      nameOf(props.details, memberId),
                      words.lots.amount(lot.unit, amount),
                    ),
                  )
                  .join(' · ')}
              </span>
            </span>
            <span>{words.lots.left(lot, lot.left)}</span>
          </li>
        )}
      </For>
    </ul>
  )
}

/** Bookings of this month that stand or were had, and what they owe, by whoever has them. */
function UsedByPerson(props: UsedProps): JSX.Element {
  const month = () => props.space.today.slice(0, 7)
  const { currency } = props.space.catalogue.site
  const usedOf = (id: MemberId) => {
    const own = props.details.bookings.filter(
      ({ memberId, wall }) => memberId === id && wall.start.date.startsWith(month()),
    )
    const had = own.filter(({ state }) => isLive(state) || state === 'completed')
    const owed = own.reduce(
      (sum, one) => (one.owed.currency === currency ? add(sum, one.owed) : sum),
      zero(currency),
    )
    return teams.usedOne(had.length, words.amounts.money(owed))
  }
  return (
    <section class="stack" data-gap="small">
      <h2>{teams.used}</h2>
      <ul class="team-list">
        <For each={props.details.people}>
          {({ memberId, name }) => (
            <li>
              <span>{name}</span>
              <span class="soft">{usedOf(memberId)}</span>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

function Ahead(props: UsedProps): JSX.Element {
  const ahead = () =>
    props.details.bookings.filter(
      ({ state, interval }) => isLive(state) && interval.endsAt > props.space.now,
    )
  const [isAll, setIsAll] = createSignal(false)
  const shown = () => (isAll() ? ahead() : ahead().slice(0, SHOWN_FIRST))
  return (
    <section class="stack" data-gap="small">
      <h2>{teams.bookings}</h2>
      <ul class="team-list">
        <For each={shown()} fallback={<li class="soft">{teams.noBookings}</li>}>
          {(booking) => (
            <li>
              <span>
                {nameOf(props.details, booking.memberId)}
                <br />
                <span class="soft">{bookingText(props.space, booking)}</span>
              </span>
              <span class="soft">{words.amounts.money(booking.owed)}</span>
            </li>
          )}
        </For>
      </ul>
      <Show when={shown().length < ahead().length}>
        <div>
          <button type="button" class="button" onClick={() => setIsAll(true)}>
            {teams.allBookings(ahead().length)}
          </button>
        </div>
      </Show>
    </section>
  )
}

function Bills(props: UsedProps): JSX.Element {
  const dateOf = (text: string) =>
    isLocalDate(text) ? words.amounts.date(text, props.space.today) : text
  return (
    <section class="stack" data-gap="small">
      <h2>{teams.bills}</h2>
      <For each={props.details.bills} fallback={<p class="soft">{teams.noBills}</p>}>
        {(bill) => (
          <details class="team-bill">
            <summary>
              <span>{teams.billOf(bill.number, dateOf(bill.issuedOn))}</span>
              <span>
                {words.amounts.money(bill.total)}{' '}
                <span class="soft">
                  <Show when={bill.open.amountMinor > 0} fallback={teams.paid}>
                    {teams.stillOpen(words.amounts.money(bill.open))}
                  </Show>
                </span>
              </span>
            </summary>
            <ul class="team-list">
              <For each={bill.people}>
                {({ name, amount }) => (
                  <li>
                    <span>{name === '' ? teams.together : name}</span>
                    <span>{words.amounts.money(amount)}</span>
                  </li>
                )}
              </For>
            </ul>
          </details>
        )}
      </For>
    </section>
  )
}
