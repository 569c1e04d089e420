/** What and when, under which rule, and its state in words. */
import { type JSX, lazy, Show, Suspense } from 'solid-js'
import { stateAt } from '../../domain/bookings/arrival/state-at.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { toInstant } from '../../domain/values/instant.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import type { BookingRow } from '../store/rows.ts'
import { createCatalogues } from '../store/sites.ts'
import { words } from '../ui/first-words.ts'
import { Icon } from '../ui/icon.tsx'
import { StateBadge } from '../ui/state-badge.tsx'
import { bookingTones } from './booking-tones.ts'
import { kindIcons } from './kinds.ts'
import { endOf, priceOf, startOf } from './row-texts.ts'

const RuleText = lazy(async () => ({ default: (await import('./series/rule-text.tsx')).RuleText }))

export function CardHead(props: {
  readonly row: BookingRow
  readonly catalogue: Catalogue | undefined
  readonly today: LocalDate
  readonly nameOf: (resourceId: string) => string
}): JSX.Element {
  const catalogues = createCatalogues()
  const kind = () => props.catalogue?.resources.find(({ id }) => id === props.row.resourceId)?.kind
  const state = () => stateAt(props.row, toInstant(Date.now()))
  const word = () =>
    props.row.wish === 'cancel' ? words.bookings.cancelling : words.states.words[state()]
  /** The location is named where there is more than one. */
  const about = () => {
    const site = (catalogues() ?? []).length > 1 ? props.catalogue?.site.name : undefined
    return [site, priceOf(props.row)].filter((part) => part !== undefined).join(' · ')
  }
  return (
    <div class="booking-head">
      <Icon name={kindIcons[kind() ?? 'hot-desk']} />
      <div>
        <h3>{props.nameOf(props.row.resourceId)}</h3>
        <p>
          {words.amounts.date(props.row.date, props.today)}, {startOf(props.row)}–{endOf(props.row)}
        </p>
        <p class="soft">
          {about()}
          <Show when={props.row.series}>
            {(series) => (
              <Suspense>
                {' · '}
                <RuleText recurrence={series().recurrence} />
              </Suspense>
            )}
          </Show>
        </p>
      </div>
      <StateBadge tone={bookingTones[state()]} word={word()} />
    </div>
  )
}
