/** What the member waits for, beside their bookings: each wait in its own state, with a way out. */
import './waitlist.css'
import { type Accessor, type JSX, Show } from 'solid-js'
import { viewedTime } from '../../../domain/bookings/viewed-time.ts'
import { isWaiting, type WaitRow } from '../../../domain/bookings/waitlist/wait-view.ts'
import { type Catalogue, placeName } from '../../../domain/sites/catalogue.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { createCatalogues } from '../../store/sites.ts'
import { createWaits } from '../../store/waits.ts'
import { KeyedFor } from '../../ui/keyed-for.tsx'
import { StateBadge, type StateTone } from '../../ui/state-badge.tsx'
import { words } from '../../ui/words.ts'
import { sentenceOf } from './order-draft.ts'
import { leaveWait } from './wish-wait.ts'

const tones: Readonly<Record<WaitRow['state'], StateTone>> = {
  saved: 'held',
  received: 'held',
  waiting: 'held',
  offered: 'held',
  refused: 'problem',
  removed: 'problem',
}

export function WaitList(props: { readonly today: LocalDate }): JSX.Element {
  const waits = createWaits()
  const catalogues = createCatalogues()
  // What is offered stands among the bookings, with its answer.
  const shown = () => (waits() ?? []).filter(({ state }) => state !== 'offered')
  const catalogueOf = ({ siteId }: WaitRow) =>
    catalogues()?.find((one) => one.siteId === siteId)?.catalogue
  return (
    <Show when={shown().length > 0}>
      <section class="stack">
        <h2>{words.waitlist.title}</h2>
        <KeyedFor each={shown()} by={(row) => row.waitId}>
          {(row) => <WaitCard row={row} catalogue={catalogueOf(row())} today={props.today} />}
        </KeyedFor>
      </section>
    </Show>
  )
}

function WaitCard(props: {
  readonly row: Accessor<WaitRow>
  readonly catalogue: Catalogue | undefined
  readonly today: LocalDate
}): JSX.Element {
  const row = () => props.row()
  const name = () => {
    const [first] = row().resourceIds
    return placeName(props.catalogue, first ?? '') ?? words.bookings.notOnPlan
  }
  const title = () => (row().standing === null ? name() : words.waitlist.keepLooking)
  /** What waits on this device with the rest of its series cannot be taken back alone. */
  const isLeavable = () => isWaiting(row()) && (row().series === null || row().state === 'waiting')
  const badge = () =>
    row().isLeaving ? words.waitlist.leaving : words.waitlist.states[row().state]
  return (
    <article class="card booking" aria-label={`${title()}, ${badge()}`}>
      <div class="row" data-spread>
        <div>
          <h3>{title()}</h3>
          <p>{about(row(), props)}</p>
          <Show when={row().series}>
            <p class="soft">{words.waitlist.ofSeries}</p>
          </Show>
          <Show when={row().standing}>
            {(order) => (
              <p class="soft">
                {words.waitlist.had(order().had.length, order().count)} ·{' '}
                {words.waitlist.untilDay(order().until)}
              </p>
            )}
          </Show>
        </div>
        <StateBadge tone={tones[row().state]} word={badge()} />
      </div>
      <Show when={row().refusal}>
        {(no) => <p class="notice">{words.refusal(no(), props.catalogue?.zone)}</p>}
      </Show>
      <Show when={row().reason}>
        {(reason) => <p class="notice">{words.waitlist.removed(reason())}</p>}
      </Show>
      <Show when={isLeavable() && !row().isLeaving}>
        <div class="row booking-actions">
          <button
            type="button"
            class="button"
            data-kind="quiet"
            aria-label={row().standing === null ? words.waitlist.leaveLabel(name()) : undefined}
            onClick={() => void leaveWait(row())}
          >
            {row().standing === null ? words.waitlist.leave : words.waitlist.stop}
          </button>
        </div>
      </Show>
    </article>
  )
}

function about(
  row: WaitRow,
  { catalogue, today }: { readonly catalogue: Catalogue | undefined; readonly today: LocalDate },
): string {
  const { standing, at, ceiling, resourceIds } = row
  if (standing !== null) {
    return sentenceOf(catalogue?.resources ?? [], { ...standing, resourceIds, ceiling })
  }
  if (at === null) return ''
  const { date, startText, endText } = viewedTime(at)
  return `${words.amounts.date(date, today)}, ${startText}–${endText}`
}
