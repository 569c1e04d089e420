/** "Try it as a member with Hot desk, Thursday 14:00 to 16:00": the very decision that a wish would get, on what is not saved yet. */
import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import { decideChoice } from '../../../domain/bookings/decide-choice.ts'
import { intervalAt } from '../../../domain/bookings/wishes/times-of-day.ts'
import { isQuotedPrepaid } from '../../../domain/prices/prepaid.ts'
import { quote } from '../../../domain/prices/quote.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { Resource } from '../../../domain/sites/resource.ts'
import { addDays, isLocalDate } from '../../../domain/values/local-date.ts'
import { formatMinute } from '../../../domain/values/zone.ts'
import type { Space } from '../../app/with-space.tsx'
import { createOccupancy, toOccupied } from '../../store/occupancy.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { words } from '../../ui/team-words.ts'
import { NumberField, SelectField } from './fields.tsx'

export function TryIt(props: {
  readonly space: Space
  /** The space as it would be. */
  readonly after: Catalogue
  /** False while something typed is wrong: then there is nothing to try. */
  readonly isSound: boolean
  /** Where it may be tried. */
  readonly places: readonly Resource[]
}): JSX.Element {
  const [placeId, setPlaceId] = createSignal<string | null>(null)
  const [tierId, setTierId] = createSignal<string>(props.after.tiers[0]?.id ?? '')
  const [date, setDate] = createSignal(addDays(props.space.today, 1))
  const [from, setFrom] = createSignal(14 * 60)
  const [until, setUntil] = createSignal(16 * 60)
  const [people, setPeople] = createSignal(1)
  const place = () => props.places.find(({ id }) => id === placeId()) ?? props.places[0]
  const rows = createOccupancy(() => props.after.site.id, date)
  const answer = createMemo(() => {
    const chosen = place()
    const interval = intervalAt(props.after, date(), { from: from(), until: until() })
    if (chosen === undefined || interval === null) return null
    const tier = props.after.tiers.find(({ id }) => id === tierId())
    const member = { ...props.space.member, role: 'member' as const, tierId: tier?.id ?? null }
    const decided = decideChoice({
      catalogue: props.after,
      member: { ...member, assigned: [] },
      resource: chosen,
      interval,
      people: people(),
      occupied: toOccupied(props.after, rows() ?? []),
      ownTimes: [],
      preferredUnit: null,
      now: props.space.now,
    })
    return { decided, priced: quote(props.after, chosen, interval, member.tierId) }
  })
  return (
    <section class="card stack try-it" aria-label={words.settings.tryIt.title}>
      <h2>{words.settings.tryIt.title}</h2>
      <SelectField
        label={words.settings.tryIt.as}
        value={tierId()}
        problem={null}
        options={props.after.tiers.map(({ id, name }) => ({
          value: id as string,
          label: words.settings.tryIt.memberWith(name),
        }))}
        onChange={setTierId}
      />
      <SelectField
        label={words.settings.tryIt.place}
        value={place()?.id ?? ''}
        problem={null}
        options={props.places.map(({ id, name }) => ({ value: id as string, label: name }))}
        onChange={setPlaceId}
      />
      <label class="field">
        {words.operator.date}
        <input
          type="date"
          value={date()}
          onChange={(event) => {
            const { value } = event.currentTarget
            if (isLocalDate(value)) setDate(value)
          }}
        />
      </label>
      <div class="two-fields">
        <TimeField label={words.operator.from} minute={from()} onChange={setFrom} />
        <TimeField label={words.operator.until} minute={until()} onChange={setUntil} />
      </div>
      <NumberField
        label={words.bookings.people}
        value={people()}
        problem={null}
        onChange={setPeople}
      />
      <div role="status" class="stack" data-gap="small">
        <Show when={props.isSound} fallback={<p class="soft">{words.settings.tryIt.mendFirst}</p>}>
          <Show when={answer()} fallback={<p class="soft">{words.settings.tryIt.noTime}</p>}>
            {(found) => <Verdict {...found()} after={props.after} />}
          </Show>
        </Show>
      </div>
    </section>
  )
}

function Verdict(props: {
  readonly decided: ReturnType<typeof decideChoice>
  readonly priced: ReturnType<typeof quote>
  readonly after: Catalogue
}): JSX.Element {
  const refusal = () => (props.decided.kind === 'refused' ? props.decided.refusal : null)
  const rates = () =>
    props.priced.lines.flatMap((line) => {
      const rate = props.after.rates.find(({ id }) => id === line.rateId)
      return rate === undefined ? [] : [words.prices.rateUsed(rate, props.after, line.price)]
    })
  return (
    <Show
      when={refusal()}
      fallback={
        <>
          <StateBadge tone="available" word={words.settings.tryIt.yes} />
          <p>{words.amounts.money(props.priced.price)}</p>
          <p class="soft">{rates().join(' · ')}</p>
          <Show when={isQuotedPrepaid(props.after.rates, props.priced)}>
            <p>{words.prepaid.tryIt}</p>
          </Show>
        </>
      }
    >
      {(no) => (
        <>
          <StateBadge tone="problem" word={words.settings.tryIt.no} />
          <p>{words.refusal(no(), props.after.zone)}</p>
        </>
      )}
    </Show>
  )
}

export function TimeField(props: {
  readonly label: string
  readonly minute: number
  readonly onChange: (minute: number) => void
}): JSX.Element {
  return (
    <label class="field">
      {props.label}
      <input
        type="time"
        value={formatMinute(props.minute)}
        onChange={(event) => {
          const [hours, minutes] = event.currentTarget.value.split(':').map(Number)
          if (hours !== undefined && minutes !== undefined) props.onChange(hours * 60 + minutes)
        }}
      />
    </label>
  )
}
