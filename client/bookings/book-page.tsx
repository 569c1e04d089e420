/** What is free when: kind, day and time on top, the list below, the same answers as on the plan. */
import './bookings.css'
import { type Accessor, createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { freeSpans } from '../../domain/bookings/availability.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { formatMinute, toWallTime } from '../../domain/values/zone.ts'
import { type Space, WithSpace } from '../app/with-space.tsx'
import { createBookings, createOccupancy, toOccupied } from '../store/portal-rows.ts'
import { Icon } from '../ui/icon.tsx'
import { words } from '../ui/words.ts'
import { AmenityChips, KindChoice, PeopleField } from './book-filters.tsx'
import { amenitiesOf, kindsOf, type Offer, offersOf } from './book-model.ts'
import { createBookSearch } from './book-search.ts'
import { gridOf, intervalAt, openSpanOf, spanOf, stepOf, type TimeChip } from './book-times.ts'
import { BookingSheet } from './booking-sheet.tsx'
import { DateStrip } from './date-strip.tsx'
import { OfferRow } from './offer-row.tsx'
import { TimeChoice } from './time-choice.tsx'

export function BookPage(): JSX.Element {
  return <WithSpace>{(space) => <Book space={space} />}</WithSpace>
}

function Book(props: { readonly space: Accessor<Space> }): JSX.Element {
  const { search, change } = createBookSearch(() => props.space())
  const bookings = createBookings()
  const rows = createOccupancy(
    () => props.space().catalogue.site.id,
    () => search().date,
  )
  const [opened, setOpened] = createSignal<Offer | null>(null)
  const occupied = createMemo(() => toOccupied(props.space().catalogue, rows() ?? []))
  const interval = createMemo(() => {
    const { date, span } = search()
    return span === null ? null : intervalAt(props.space().catalogue, date, span)
  })
  const offers = createMemo((): readonly Offer[] => {
    const wished = interval()
    if (wished === null || rows() === undefined) return []
    const input = {
      ...props.space(),
      interval: wished,
      people: search().people,
      occupied: occupied(),
      bookings: bookings() ?? [],
    }
    return offersOf(input, search())
  })
  const step = () => stepOf(props.space().catalogue, search().kind)
  const isPossible = (chip: TimeChip) =>
    chip === 'custom' ||
    spanOf(props.space().catalogue, chip, search().date, props.space().now, step()) !== null

  return (
    <main class="page" id="main">
      <div class="row" data-spread>
        <h1>{words.bookings.title}</h1>
        <a class="button" data-kind="quiet" href={planAddress(search())}>
          <Icon name="plan" />
          {words.bookings.showPlan}
        </a>
      </div>
      <div class="stack">
        <KindChoice
          kinds={kindsOf(props.space().catalogue, props.space().member)}
          kind={search().kind}
          onChange={(kind) => change({ kind, with: '' })}
        />
        <DateStrip
          today={props.space().today}
          date={search().date}
          bookings={bookings() ?? []}
          onChange={(date) => change({ date })}
        />
        <TimeChoice
          chip={search().chip}
          span={search().span}
          grid={gridOf(props.space().catalogue, search().date, step())}
          isPossible={isPossible}
          onChip={(time) => change({ time })}
          onSpan={({ from, until }) =>
            change({ time: 'custom', from: String(from), until: String(until) })
          }
        />
        <Show when={search().kind === 'meeting-room' || search().kind === 'event-hall'}>
          <PeopleField
            people={search().people}
            onChange={(people) => change({ people: String(people) })}
          />
        </Show>
        <AmenityChips
          amenities={amenitiesOf(props.space().catalogue, search().kind)}
          chosen={search().amenities}
          onChange={(chosen) => change({ with: chosen.join(',') })}
        />
      </div>
      <Summary space={props.space()} span={search().span} asOf={rows()?.[1]?.asOf} />
      <Results
        space={props.space}
        offers={offers()}
        isFiltered={search().amenities.length > 0}
        freeOf={(resource) => freeOf(resource)}
        open={openOf()}
        wished={search().span}
        onOpen={setOpened}
      />
      <Show when={opened()}>
        {(offer) => (
          <Show when={interval()}>
            {(wished) => (
              <BookingSheet
                catalogue={props.space().catalogue}
                offer={offer()}
                interval={wished()}
                people={search().people}
                onClose={() => setOpened(null)}
              />
            )}
          </Show>
        )}
      </Show>
    </main>
  )

  function openOf() {
    const open = openSpanOf(props.space().catalogue, search().date)
    return { from: open?.opens ?? 540, until: open?.closes ?? 1080 }
  }

  function freeOf(resource: Resource) {
    const { catalogue, now } = props.space()
    return freeSpans(catalogue, resource, search().date, occupied())
      .filter((span) => span.endsAt > now)
      .map((span) => {
        const end = toWallTime(catalogue.zone, span.endsAt)
        return {
          from: toWallTime(catalogue.zone, toInstant(Math.max(span.startsAt, now))).minute,
          until: end.date > search().date ? 1440 : end.minute,
        }
      })
  }
}

function planAddress(search: {
  readonly date: string
  readonly span: { from: number; until: number } | null
}) {
  const { date, span } = search
  const time = span === null ? {} : { from: String(span.from), until: String(span.until) }
  return `/plan?${new URLSearchParams({ date, ...time })}`
}

/** What the list answers for, and how old the answer is. */
function Summary(props: {
  readonly space: Space
  readonly span: { readonly from: number; readonly until: number } | null
  readonly asOf: number | undefined
}): JSX.Element {
  const asOfText = () => {
    if (props.asOf === undefined) return null
    const { minute, date } = toWallTime(props.space.catalogue.zone, toInstant(props.asOf))
    const day = date === props.space.today ? '' : `${words.amounts.shortDate(date)}, `
    return words.bookings.asOf(`${day}${formatMinute(minute)}`)
  }
  const isOld = () => props.asOf !== undefined && props.space.now - props.asOf > 86_400_000
  return (
    <>
      <p class="soft">
        <Show when={props.span}>
          {(span) => <strong>{words.amounts.timeRange(span().from, span().until)} </strong>}
        </Show>
        {asOfText()}
      </p>
      <Show when={isOld()}>
        <p class="notice" data-tone="held">
          {words.bookings.oldAvailability}
        </p>
      </Show>
    </>
  )
}

function Results(props: {
  readonly space: Accessor<Space>
  readonly offers: readonly Offer[]
  readonly isFiltered: boolean
  readonly freeOf: (resource: Resource) => readonly { from: number; until: number }[]
  readonly open: { readonly from: number; readonly until: number }
  readonly wished: { readonly from: number; readonly until: number } | null
  readonly onOpen: (offer: Offer) => void
}): JSX.Element {
  const isFree = ({ availability: { state } }: Offer) => state === 'available' || state === 'mine'
  const free = () => props.offers.filter(isFree)
  const taken = () => props.offers.filter((offer) => !isFree(offer))
  const row = (offer: Offer) => (
    <OfferRow
      offer={offer}
      open={props.open}
      free={props.freeOf(offer.resource)}
      wished={props.wished}
      onOpen={() => props.onOpen(offer)}
    />
  )
  return (
    <>
      <ul class="offers" aria-label={words.bookings.freeNow(free().length)}>
        <For
          each={free()}
          fallback={
            <li class="empty">
              <Icon name="search" />
              <p>
                <strong>
                  {props.isFiltered ? words.bookings.noneWithFilters : words.bookings.noneFree}
                </strong>
                <br />
                <span class="soft">{words.bookings.noneFreeTry}</span>
              </p>
            </li>
          }
        >
          {row}
        </For>
      </ul>
      <Show when={taken().length > 0}>
        <details class="taken" open={free().length === 0}>
          <summary>{words.bookings.notFree(taken().length)}</summary>
          <ul class="offers">
            <For each={taken()}>{row}</For>
          </ul>
        </details>
      </Show>
    </>
  )
}
