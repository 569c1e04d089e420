/**
 * "Try it as Hana, Thursday 14:00 to 16:00", or as any member with a tier: the very decision that a wish would get, on what is not saved yet.
 */
import { createMemo, createResource, createSignal, type JSX, Show } from 'solid-js'
import { decideChoice } from '../../../domain/bookings/decide-choice.ts'
import { type OwnTime, ownTimesOf } from '../../../domain/bookings/limits/own-time.ts'
import { intervalAt } from '../../../domain/bookings/wishes/times-of-day.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import { isQuotedPrepaid } from '../../../domain/prices/prepaid.ts'
import { quote } from '../../../domain/prices/quote.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { Resource } from '../../../domain/sites/resource.ts'
import { addDays, isLocalDate } from '../../../domain/values/local-date.ts'
import { formatMinute } from '../../../domain/values/zone.ts'
import { PersonSearch } from '../../app/person-search.tsx'
import type { Space } from '../../app/with-space.tsx'
import { createOccupancy, toOccupied } from '../../store/occupancy.ts'
import { findPeople, type PersonFound } from '../../sync/find-people.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { words } from '../../ui/team-words.ts'
import { readDetails } from '../members/read-members.ts'
import { NumberField, SelectField } from './fields.tsx'

/** Beside the tiers, whose ids are longer. */
const SOMEBODY = 'somebody'

interface Who {
  readonly member: Member
  readonly ownTimes: readonly OwnTime[]
}

/** Any member with a tier, who has booked nothing, or a person with all that counts for them; null until one is chosen. */
function createTrying(space: () => Space, after: () => Catalogue) {
  const [as, setAs] = createSignal<string>(after().tiers[0]?.id ?? SOMEBODY)
  const [person, setPerson] = createSignal<PersonFound | null>(null)
  const [told] = createResource(person, ({ id }) => readDetails([after().site.id, id]))
  const who = (): Who | null => {
    if (as() !== SOMEBODY) {
      const tier = after().tiers.find(({ id }) => id === as())
      const member = { ...space().member, role: 'member' as const, tierId: tier?.id ?? null }
      return { member: { ...member, assigned: [] }, ownTimes: [] }
    }
    const chosen = person()
    if (chosen === null || told.loading) return null
    const siteId = after().site.id
    const booked = (told()?.bookings ?? []).map((one) => ({ ...one, siteId }))
    return { member: { ...space().member, ...chosen }, ownTimes: ownTimesOf(after(), booked) }
  }
  return { as, setAs, person, setPerson, who }
}

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
  const trying = createTrying(
    () => props.space,
    () => props.after,
  )
  const [date, setDate] = createSignal(addDays(props.space.today, 1))
  const [from, setFrom] = createSignal(14 * 60)
  const [until, setUntil] = createSignal(16 * 60)
  const [people, setPeople] = createSignal(1)
  const place = () => props.places.find(({ id }) => id === placeId()) ?? props.places[0]
  const rows = createOccupancy(() => props.after.site.id, date)
  const answer = createMemo(() => {
    const chosen = place()
    const interval = intervalAt(props.after, date(), { from: from(), until: until() })
    const asked = trying.who()
    if (chosen === undefined || interval === null || asked === null) return null
    const decided = decideChoice({
      ...asked,
      catalogue: props.after,
      resource: chosen,
      interval,
      people: people(),
      occupied: toOccupied(props.after, rows() ?? []),
      preferredUnit: null,
      now: props.space.now,
    })
    return { decided, priced: quote(props.after, chosen, interval, asked.member.tierId) }
  })
  const missing = () =>
    trying.who() === null ? words.settings.tryIt.chooseWho : words.settings.tryIt.noTime
  return (
    <section class="card stack try-it" aria-label={words.settings.tryIt.title}>
      <h2>{words.settings.tryIt.title}</h2>
      <WhoField trying={trying} after={props.after} />
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
          <Show when={answer()} fallback={<p class="soft">{missing()}</p>}>
            {(found) => <Verdict {...found()} after={props.after} />}
          </Show>
        </Show>
      </div>
    </section>
  )
}

function WhoField(props: {
  readonly trying: ReturnType<typeof createTrying>
  readonly after: Catalogue
}): JSX.Element {
  return (
    <>
      <SelectField
        label={words.settings.tryIt.as}
        value={props.trying.as()}
        problem={null}
        options={[
          ...props.after.tiers.map(({ id, name }) => ({
            value: id as string,
            label: words.settings.tryIt.memberWith(name),
          })),
          { value: SOMEBODY, label: words.settings.tryIt.somebody },
        ]}
        onChange={props.trying.setAs}
      />
      <Show when={props.trying.as() === SOMEBODY}>
        <PersonSearch
          find={(text) => findPeople(props.after.site.id, text)}
          label={words.actingFor.find}
          title={words.settings.tryIt.who}
          needsConnection={words.settings.needsConnection}
          chosen={props.trying.person()}
          onChoose={props.trying.setPerson}
        />
      </Show>
    </>
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
