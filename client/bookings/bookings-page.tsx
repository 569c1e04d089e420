/** Everything the member has wished or booked, at every location: what comes first, then what was. */
import { type Accessor, createMemo, type JSX, lazy, Show, Suspense } from 'solid-js'
import type { SeriesId } from '../../domain/values/ids.ts'
import { type Space, WithSpace } from '../app/with-space.tsx'
import { createBookings } from '../store/bookings.ts'
import type { BookingRow } from '../store/rows.ts'
import { createCatalogues } from '../store/sites.ts'
import { Icon } from '../ui/icon.tsx'
import { KeyedFor } from '../ui/keyed-for.tsx'
import { words } from '../ui/words.ts'
import { BookingCard } from './booking-card.tsx'
import { groupSeries } from './series/group-series.ts'
import { SeriesBlock } from './series/series-block.tsx'
import { showLinked } from './show-linked.ts'

/** Few series miss a date. */
const SeriesGaps = lazy(async () => ({
  default: (await import('./series/series-gaps.tsx')).SeriesGaps,
}))

/** Few wait for anything. */
const WaitList = lazy(async () => ({
  default: (await import('./waitlist/wait-list.tsx')).WaitList,
}))

export function BookingsPage(): JSX.Element {
  return <WithSpace>{(space) => <Bookings space={space()} />}</WithSpace>
}

interface Day {
  readonly date: BookingRow['date']
  readonly rows: readonly BookingRow[]
}

const ended: readonly BookingRow['state'][] = ['cancelled', 'lapsed', 'not-paid', 'no-show']

function Bookings(props: { readonly space: Space }): JSX.Element {
  const bookings = createBookings()
  const catalogues = createCatalogues()
  /** A card without its location's catalogue has fewer lines and buttons. */
  const isKnown = () => bookings() !== undefined && catalogues() !== undefined
  showLinked(isKnown)
  const isOver = (row: BookingRow) => row.endsAt <= props.space.now || ended.includes(row.state)
  const grouped = createMemo(() => groupSeries((bookings() ?? []).filter((row) => !isOver(row))))
  const coming = createMemo(() => byDay(grouped().heads))
  const past = createMemo(() => (bookings() ?? []).filter(isOver).reverse())
  const catalogueOf = ({ siteId }: BookingRow) =>
    catalogues()?.find((one) => one.siteId === siteId)?.catalogue
  const card = (row: Accessor<BookingRow>) => (
    <BookingCard row={row()} catalogue={catalogueOf(row())} today={props.space.today} />
  )
  // Where nothing of a series is to come any more, its missing dates stand at the last of what was.
  const gapsAt = createMemo(() => firstOfEachSeries([...grouped().heads, ...past()]))
  const gaps = (row: BookingRow) => (
    <Show when={gapsAt().get(row.id)}>
      {(seriesId) => (
        <Suspense>
          <SeriesGaps
            seriesId={seriesId()}
            rows={bookings() ?? []}
            {...props.space}
            catalogue={catalogueOf(row)}
          />
        </Suspense>
      )}
    </Show>
  )
  return (
    <main class="page" id="main" tabindex="-1">
      <h1>{words.bookings.mine}</h1>
      <Show when={isKnown()}>
        <KeyedFor each={coming()} by={(day) => day.date} fallback={<NothingBooked />}>
          {(day) => (
            <section class="stack">
              <h2>{words.amounts.date(day().date, props.space.today)}</h2>
              <KeyedFor each={day().rows} by={(row) => row.id}>
                {(row) => (
                  <>
                    {card(row)}
                    <Show when={grouped().following.get(row().id)}>
                      {(rows) => (
                        <SeriesBlock
                          rows={rows()}
                          catalogue={catalogueOf(row())}
                          member={props.space.member}
                          today={props.space.today}
                          card={card}
                        />
                      )}
                    </Show>
                    {gaps(row())}
                  </>
                )}
              </KeyedFor>
            </section>
          )}
        </KeyedFor>
        <Waits today={props.space.today} />
        <Past rows={past()}>{(row) => [card(row), gaps(row())]}</Past>
      </Show>
    </main>
  )
}

function Waits(props: { readonly today: Space['today'] }): JSX.Element {
  return (
    <Suspense>
      <WaitList {...props} />
    </Suspense>
  )
}

function firstOfEachSeries(rows: readonly BookingRow[]): ReadonlyMap<string, SeriesId> {
  const known = new Set<string>()
  return new Map(
    rows.flatMap(({ id, series }): readonly (readonly [string, SeriesId])[] => {
      if (series === null || known.has(series.id)) return []
      known.add(series.id)
      return [[id, series.id]]
    }),
  )
}

function Past(props: {
  readonly rows: readonly BookingRow[]
  readonly children: (row: Accessor<BookingRow>) => JSX.Element
}): JSX.Element {
  return (
    <Show when={props.rows.length > 0}>
      <details class="taken">
        <summary>{words.bookings.showPast(props.rows.length)}</summary>
        <div class="stack">
          <KeyedFor each={props.rows} by={(row) => row.id}>
            {props.children}
          </KeyedFor>
        </div>
      </details>
    </Show>
  )
}

function NothingBooked(): JSX.Element {
  return (
    <div class="empty">
      <Icon name="bookings" />
      <p>
        <strong>{words.bookings.nothingBooked}</strong>
        <br />
        <span class="soft">{words.bookings.nothingBookedSentence}</span>
      </p>
      <a class="button" data-kind="primary" href="/book">
        {words.bookings.bookDesk}
      </a>
    </div>
  )
}

/** Rows come in order of their start; each location's own date groups them. */
function byDay(rows: readonly BookingRow[]): readonly Day[] {
  const days = new Map<BookingRow['date'], BookingRow[]>()
  for (const row of rows) days.set(row.date, [...(days.get(row.date) ?? []), row])
  return [...days].map(([date, ofDay]) => ({ date, rows: ofDay }))
}
