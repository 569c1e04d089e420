/** What became of each day, and of those that were not booked what would do instead, one tap away for who looks after the team. */
import { createSignal, type JSX, Show } from 'solid-js'
import type { DayResult, SentDay, SentWeek } from '../../../domain/bookings/teams/sent-week.ts'
import type { Alternative, Outcome } from '../../../domain/bookings/wishes/outcome.ts'
import { placeName } from '../../../domain/sites/catalogue.ts'
import type { IsoWeek } from '../../../domain/values/local-date.ts'
import { formatMinute } from '../../../domain/values/zone.ts'
import type { Space } from '../../app/with-space.tsx'
import { makeIntent, sendIntent } from '../../sync/send-intent.ts'
import { KeyedFor } from '../../ui/keyed-for.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import type { OwnTeam } from './read-team.ts'
import { WeekTable } from './week-grid.tsx'
import { nameOf } from './week-names.ts'

const { weeks } = words

interface SentProps {
  readonly space: Space
  readonly own: OwnTeam
  readonly week: IsoWeek
  readonly sent: SentWeek
}

export function SentGrid(props: SentProps): JSX.Element {
  const dayOf = (memberId: string, on: string) =>
    props.sent.days.find((day) => day.memberId === memberId && day.on === on)
  const open = () =>
    props.sent.days.filter(({ result }) => result.kind === 'refused' || result.kind === 'dearer')
  return (
    <>
      <WeekTable {...props}>
        {(memberId, on) => {
          const day = () => dayOf(memberId, on)
          return (
            <span
              class={isNo(day()) ? 'state' : ''}
              data-tone={isNo(day()) ? 'problem' : undefined}
            >
              {resultText(props.space, day()?.result)}
            </span>
          )
        }}
      </WeekTable>
      <Show when={open().length > 0}>
        <section class="stack" data-gap="small">
          <h2>{weeks.notBooked}</h2>
          <ul class="team-list">
            <KeyedFor each={open()} by={({ memberId, on }) => `${memberId} ${on}`}>
              {(day) => <NotBooked {...props} day={day()} />}
            </KeyedFor>
          </ul>
        </section>
      </Show>
    </>
  )
}

function isNo(day: SentDay | undefined): boolean {
  return day?.result.kind === 'refused' || day?.result.kind === 'dearer'
}

function resultText({ catalogue }: Space, result: DayResult | undefined): string {
  switch (result?.kind) {
    case undefined:
      return weeks.nothing
    case 'booked':
      return placeName(catalogue, result.resourceId) ?? weeks.anyDesk
    case 'refused':
    case 'dearer':
      return weeks.no
    case 'withdrawn':
      return weeks.withdrawn
    case 'late':
      return weeks.late
    case 'office':
      return weeks.office
    case 'home':
      return weeks.home
  }
}

function NotBooked(props: SentProps & { readonly day: SentDay }): JSX.Element {
  const { catalogue, today } = props.space
  const name = () => nameOf(props.own, props.day.memberId)
  const isManager = () =>
    props.own.people.some((one) => one.memberId === props.space.member.id && one.isManager)
  const why = () => {
    const { result } = props.day
    if (result.kind === 'dearer') return weeks.dearer(words.amounts.money(result.price))
    return result.kind === 'refused' ? words.refusal(result.refusal, catalogue.zone) : ''
  }
  const alternatives = () =>
    'alternatives' in props.day.result ? props.day.result.alternatives : []
  return (
    <li class="week-no">
      <span>
        <strong>{name()}</strong>, {words.amounts.dateWithin(props.day.on, today)}
        <br />
        <span class="soft">{why()}</span>
        <Show when={isManager()}>
          <span class="row" data-tight>
            {/* The list is told anew with every booking of the team; the answer to a tap stays. */}
            <KeyedFor
              each={alternatives()}
              by={({ choice }) => `${choice.resourceId} ${choice.interval.startsAt}`}
            >
              {(one) => <Instead {...props} alternative={one()} name={name()} />}
            </KeyedFor>
          </span>
        </Show>
      </span>
    </li>
  )
}

/** The answer comes at once, so it needs a connection: what was free when the week was settled may be gone. */
function Instead(
  props: SentProps & {
    readonly day: SentDay
    readonly alternative: Alternative
    readonly name: string
  },
): JSX.Element {
  const [answer, setAnswer] = createSignal<string | null>(null)
  const { catalogue } = props.space
  const text = () => {
    const { resourceId, wall } = props.alternative.choice
    const when = `${formatMinute(wall.start.minute)}–${formatMinute(wall.end.minute)}`
    return `${placeName(catalogue, resourceId) ?? ''}, ${when}`
  }
  function answered(outcome: Outcome): string {
    if (outcome.kind === 'refused') return words.refusal(outcome.refusal, catalogue.zone)
    return outcome.kind === 'ask-again'
      ? words.actingFor.otherPrice(outcome.price)
      : weeks.bookedInstead(props.name)
  }
  async function book(): Promise<void> {
    const { memberId } = props.day
    const sent = await sendIntent(
      makeIntent('booking.request', {
        ...{ siteId: catalogue.site.id, choice: props.alternative.choice, fallbacks: [] },
        ...{ takeNearest: false, people: 1, guests: [], note: '', quote: props.alternative.price },
        ...{ ceiling: null, override: null, payWith: 'team' as const },
        forMemberId: memberId === props.space.member.id ? null : memberId,
      }),
    )
    if (sent.kind === 'unreachable') return showToast(words.actingFor.needsConnection)
    if (sent.kind === 'failed') return showToast(sent.message)
    setAnswer(answered(sent.settled.outcome))
  }
  return (
    <Show when={answer() === null} fallback={<span role="status">{answer()}</span>}>
      <button type="button" class="button" onClick={() => void book()}>
        {text()}
      </button>
    </Show>
  )
}
