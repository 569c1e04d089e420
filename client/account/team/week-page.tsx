/** A team's week: who means to be where on which day, planned together with or without a connection, and sent as one. */
import { BackLink } from '../../ui/back-link.tsx'
import './team.css'
import { A, useParams } from '@solidjs/router'
import { createMemo, createSignal, type JSX, onCleanup, Show } from 'solid-js'
import type { SentWeek } from '../../../domain/bookings/teams/sent-week.ts'
import type { ToldTeam } from '../../../domain/bookings/teams/team-sections.ts'
import { daysOfWeek, type PlannedDay } from '../../../domain/bookings/teams/week.ts'
import { toInstant } from '../../../domain/values/instant.ts'
import { limits } from '../../../domain/values/limits.ts'
import {
  addDays,
  type IsoWeek,
  isoWeekOf,
  mondayOfIsoWeek,
} from '../../../domain/values/local-date.ts'
import { type Space, WithSpace } from '../../app/with-space.tsx'
import { createOwnWishes } from '../../store/own-wishes.ts'
import { createOwnRecords } from '../../store/records.ts'
import { holdEdits } from '../../sync/carry-edits.ts'
import type { EditsState, OpenEdits } from '../../sync/open-edits.ts'
import { openWeek, type WeekEdit } from '../../sync/open-week.ts'
import { momentText } from '../../ui/moment-text.ts'
import { words } from '../../ui/words.ts'
import { createOwnTeam, type OwnTeam } from './read-team.ts'
import { SendWeek } from './send-week.tsx'
import { SentGrid } from './sent-grid.tsx'
import { WeekGrid } from './week-grid.tsx'
import { nameOf } from './week-names.ts'

const { weeks } = words

export function WeekPage(): JSX.Element {
  return <WithSpace>{(space) => <Page space={space()} />}</WithSpace>
}

function Page(props: { readonly space: Space }): JSX.Element {
  const params = useParams<{ week?: string }>()
  const own = createOwnTeam()
  /** Next week, unless the address says another. */
  const week = createMemo((): IsoWeek => {
    const said = params.week ?? ''
    const isWeek = mondayOfIsoWeek(said) !== null
    return isWeek ? (said as IsoWeek) : isoWeekOf(addDays(props.space.today, 7)) // just checked
  })
  return (
    <main class="page" data-wide id="main" tabindex="-1">
      <Show when={own()}>
        {(found) => (
          <Show when={found().team} fallback={<NoTeam />}>
            {(team) => (
              <Show when={week()} keyed>
                {(one) => <Week space={props.space} own={found()} team={team()} week={one} />}
              </Show>
            )}
          </Show>
        )}
      </Show>
    </main>
  )
}

function NoTeam(): JSX.Element {
  return (
    <>
      <BackLink href="/me" label={words.app.places.me} />
      <h1>{words.teams.title}</h1>
      <p class="empty">{words.teams.none}</p>
    </>
  )
}

interface WeekProps {
  readonly space: Space
  readonly own: OwnTeam
  readonly team: ToldTeam
  readonly week: IsoWeek
}

function Week(props: WeekProps): JSX.Element {
  const sentWeeks = createOwnRecords('team-weeks', (value) => value as unknown as SentWeek) // only the space writes it
  const wishes = createOwnWishes(['week.send'])
  const sent = () => sentWeeks()?.all.get(props.week) ?? null
  const monday = () => daysOfWeek(props.week)[0] ?? props.space.today
  const wish = () =>
    (wishes() ?? []).findLast(
      ({ intent }) => intent.kind === 'week.send' && intent.body.week === props.week,
    )
  const waits = () => {
    const state = wish()?.state
    return sent() === null && (state === 'saved' || state === 'received') ? state : null
  }
  const refusal = () => {
    const outcome = wish()?.settled?.outcome
    return outcome?.kind === 'refused' ? outcome.refusal : null
  }
  return (
    <>
      <BackLink href="/me/team" label={props.team.name} />
      <h1>{weeks.title(words.amounts.shortDate(monday()))}</h1>
      <WeekLinks week={props.week} space={props.space} />
      <Show when={sent()} fallback={<Planning {...props} waits={waits()} />}>
        {(found) => (
          <>
            <p class="soft">
              {weeks.sentBy(
                nameOf(props.own, found().sentBy),
                momentText(
                  props.space.catalogue.zone,
                  toInstant(found().sentAt),
                  props.space.today,
                ),
              )}
            </p>
            <SentGrid {...props} sent={found()} />
          </>
        )}
      </Show>
      <p role="alert" class="state" data-tone="problem">
        <Show when={sent() === null && refusal()}>
          {(why) => words.refusal(why(), props.space.catalogue.zone)}
        </Show>
      </p>
    </>
  )
}

function Planning(props: WeekProps & { readonly waits: 'saved' | 'received' | null }): JSX.Element {
  const [days, setDays] = createSignal<readonly PlannedDay[]>([])
  const [state, setState] = createSignal<EditsState>('loading')
  let opened: OpenEdits<WeekEdit> | null = null
  const release = holdEdits(`week/${props.team.id}/${props.week}`)
  const opening = openWeek(props.team.id, props.week, (planned, where) => {
    setDays(planned)
    setState(where)
  })
  void opening.then((one) => {
    opened = one
  })
  onCleanup(() => void opening.then((one) => one?.close()).finally(release))
  const isManager = () =>
    props.own.people.some((one) => one.memberId === props.space.member.id && one.isManager)
  const isOpen = () => props.waits === null && state() !== 'closed'
  return (
    <>
      <p role="status" class="soft">
        {props.waits === null ? weeks.states[state()] : weeks.sending[props.waits]}
      </p>
      <Show when={state() !== 'loading'}>
        <WeekGrid
          {...props}
          days={days()}
          mayWrite={(memberId) => isOpen() && (isManager() || memberId === props.space.member.id)}
          onChange={(edit) => void opened?.write(edit)}
        />
        <Show when={isManager() && isOpen()}>
          <SendWeek {...props} days={days()} />
        </Show>
      </Show>
    </>
  )
}

/** The week before and after, as far as they are planned. */
function WeekLinks(props: { readonly week: IsoWeek; readonly space: Space }): JSX.Element {
  const monday = () => mondayOfIsoWeek(props.week) ?? props.space.today
  const last = () => addDays(props.space.today, limits.weekAheadDaysMax - 7)
  return (
    <nav class="row" aria-label={weeks.others}>
      <A class="button" href={`/me/team/week/${isoWeekOf(addDays(monday(), -7))}`}>
        {weeks.before}
      </A>
      <Show when={monday() < last()}>
        <A class="button" href={`/me/team/week/${isoWeekOf(addDays(monday(), 7))}`}>
          {weeks.after}
        </A>
      </Show>
    </nav>
  )
}
