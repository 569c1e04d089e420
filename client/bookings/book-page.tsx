import { useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import type { ResourceKind } from '../../domain/sites/resource.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { addDays, type LocalDate, toLocalDate } from '../../domain/values/local-date.ts'
import { formatMinute, toWallTime } from '../../domain/values/zone.ts'
import {
  availabilityWords,
  kindWords,
  moneyText,
  refusalText,
  weekdayText,
} from '../../domain/words/english.ts'
import { createNow } from '../app/clock.ts'
import {
  chooseSite,
  createBookings,
  createCatalogues,
  createMember,
  createOccupancy,
  createSiteCatalogue,
  toOccupied,
} from '../store/portal-rows.ts'
import { StateBadge, type StateTone } from '../ui/state-badge.tsx'
import { intervalAt, type Offer, offersOf, spanOf, type TimeChip } from './book-model.ts'
import { BookingSheet } from './booking-sheet.tsx'

const kinds: readonly ResourceKind[] = [
  'hot-desk',
  'meeting-room',
  'phone-booth',
  'private-office',
  'event-hall',
]
const chips: readonly (readonly [TimeChip, string])[] = [
  ['now', 'Now'],
  ['morning', 'Morning'],
  ['afternoon', 'Afternoon'],
  ['all-day', 'All day'],
  ['custom', 'Custom'],
]
const tones: Readonly<Record<Offer['availability']['state'], StateTone>> = {
  available: 'available',
  mine: 'mine',
  asked: 'held',
  held: 'held',
  busy: 'busy',
  blocked: 'blocked',
  closed: 'blocked',
  unavailable: 'blocked',
}

/** What is free when: date, time and kind on top, the list below, the same answers as on the plan. */
export function BookPage(): JSX.Element {
  const [search] = useSearchParams<{ kind?: string }>()
  const site = createSiteCatalogue()
  const catalogues = createCatalogues()
  const member = createMember()
  const bookings = createBookings()
  const now = createNow()
  const today = () => {
    const zone = site()?.catalogue.zone
    return zone === undefined ? toLocalDate('2000-01-01') : toWallTime(zone, now()).date
  }
  const [kind, setKind] = createSignal<ResourceKind>(
    kinds.find((one) => one === search.kind) ?? 'hot-desk',
  )
  const [daysAhead, setDaysAhead] = createSignal(0)
  const [chip, setChip] = createSignal<TimeChip>('all-day')
  const [custom, setCustom] = createSignal({ from: 540, until: 1020 })
  const [people, setPeople] = createSignal(1)
  const [open, setOpen] = createSignal<Offer | null>(null)
  const date = (): LocalDate => addDays(today(), daysAhead())
  const span = () => {
    const row = site()
    if (row === undefined || chip() === 'custom') return custom()
    return spanOf(row.catalogue, chip(), date(), now())
  }
  const interval = createMemo(() => {
    const row = site()
    return row === undefined ? null : intervalAt(row.catalogue, date(), span())
  })
  const rows = createOccupancy(() => site()?.siteId, date)
  const offers = createMemo(() => {
    const row = site()
    const who = member()
    const wished = interval()
    if (row === undefined || who === undefined || wished === null) return []
    return offersOf({
      catalogue: row.catalogue,
      member: who,
      kind: kind(),
      interval: wished,
      people: people(),
      occupied: toOccupied(row.catalogue, rows() ?? []),
      bookings: bookings() ?? [],
      now: now(),
    })
  })
  const asOf = () => {
    const row = site()
    const at = rows()?.[1]?.asOf
    if (row === undefined || at === undefined) return ''
    return `as of ${formatMinute(toWallTime(row.catalogue.zone, toInstant(at)).minute)}`
  }

  return (
    <main class="page" id="main">
      <div class="row" data-spread>
        <h1>Book</h1>
        <Show when={(catalogues() ?? []).length > 1}>
          <label>
            <span class="visually-hidden">Location</span>
            <select
              class="button"
              value={site()?.siteId ?? ''}
              onChange={(event) => {
                const chosen = catalogues()?.find((row) => row.siteId === event.currentTarget.value)
                if (chosen !== undefined) chooseSite(chosen.siteId)
              }}
            >
              <For each={catalogues()}>
                {(row) => <option value={row.siteId}>{row.catalogue.site.name}</option>}
              </For>
            </select>
          </label>
        </Show>
      </div>
      <fieldset class="strip">
        <legend class="visually-hidden">What</legend>
        <For each={kinds}>
          {(one) => (
            <button
              type="button"
              class="chip"
              aria-pressed={kind() === one}
              onClick={() => setKind(one)}
            >
              {kindWords[one]}
            </button>
          )}
        </For>
      </fieldset>
      <fieldset class="strip">
        <legend class="visually-hidden">Day</legend>
        <For each={Array.from({ length: 14 }, (_, day) => day)}>
          {(day) => (
            <button
              type="button"
              class="chip"
              aria-pressed={daysAhead() === day}
              onClick={() => setDaysAhead(day)}
            >
              {day === 0
                ? 'Today'
                : `${weekdayText(addDays(today(), day))} ${Number(addDays(today(), day).slice(8))}`}
            </button>
          )}
        </For>
      </fieldset>
      <fieldset class="strip">
        <legend class="visually-hidden">Time</legend>
        <For each={chips}>
          {([one, label]) => (
            <button
              type="button"
              class="chip"
              aria-pressed={chip() === one}
              onClick={() => setChip(one)}
            >
              {label}
            </button>
          )}
        </For>
      </fieldset>
      <Show when={chip() === 'custom'}>
        <div class="row">
          <TimeField
            label="From"
            minute={custom().from}
            onChange={(from) => setCustom({ ...custom(), from })}
          />
          <TimeField
            label="Until"
            minute={custom().until}
            onChange={(until) => setCustom({ ...custom(), until })}
          />
        </div>
      </Show>
      <Show when={kind() === 'meeting-room' || kind() === 'event-hall'}>
        <label class="field">
          People
          <input
            type="number"
            min="1"
            max="500"
            value={people()}
            onInput={(event) => setPeople(event.currentTarget.valueAsNumber || 1)}
          />
        </label>
      </Show>
      <p class="soft">
        {formatMinute(span().from)}–{formatMinute(span().until)} · {asOf()}
      </p>
      <ul class="stack">
        <For
          each={offers()}
          fallback={<li class="card">Nothing of this kind here, or it has not arrived yet.</li>}
        >
          {(offer) => <OfferRow offer={offer} onOpen={() => setOpen(offer)} />}
        </For>
      </ul>
      <Show when={open()}>
        {(offer) => (
          <Show when={site()}>
            {(row) => (
              <Show when={interval()}>
                {(wished) => (
                  <BookingSheet
                    catalogue={row().catalogue}
                    offer={offer()}
                    interval={wished()}
                    people={people()}
                    onClose={() => setOpen(null)}
                  />
                )}
              </Show>
            )}
          </Show>
        )}
      </Show>
    </main>
  )
}

function OfferRow(props: { readonly offer: Offer; readonly onOpen: () => void }): JSX.Element {
  const free = () => props.offer.availability.price
  const refusal = () => props.offer.availability.refusal
  return (
    <li class="card row" data-spread>
      <div>
        <h3>{props.offer.resource.name}</h3>
        <p class="soft">
          {[props.offer.resource.zoneName, ...props.offer.resource.amenities].join(' · ')}
        </p>
        <StateBadge
          tone={tones[props.offer.availability.state]}
          word={availabilityWords[props.offer.availability.state]}
        />
        <Show when={refusal()}>{(no) => <p class="soft">{refusalText(no())}</p>}</Show>
      </div>
      <Show when={free()}>
        {(price) => (
          <button
            type="button"
            class="button"
            data-kind="primary"
            aria-label={`Book ${props.offer.resource.name}, ${moneyText(price())}`}
            onClick={props.onOpen}
          >
            {moneyText(price())} · Book
          </button>
        )}
      </Show>
    </li>
  )
}

function TimeField(props: {
  readonly label: string
  readonly minute: number
  readonly onChange: (minute: number) => void
}): JSX.Element {
  return (
    <label class="field">
      {props.label}
      <input
        type="time"
        step="900"
        value={formatMinute(props.minute)}
        onChange={(event) => {
          const [hours, minutes] = event.currentTarget.value.split(':').map(Number)
          if (hours !== undefined && minutes !== undefined) props.onChange(hours * 60 + minutes)
        }}
      />
    </label>
  )
}
