/** Everybody in the team, and who is invited; for who looks after it each opens. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { ToldPerson, ToldTeam } from '../../../domain/bookings/teams/team-sections.ts'
import type { TeamLimits } from '../../../domain/memberships/team-limits.ts'
import type { Space } from '../../app/with-space.tsx'
import { Icon } from '../../ui/icon.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import { askTeam } from './ask-team.ts'
import { PersonSheet } from './person-sheet.tsx'
import type { OpenTeamWishes, OwnTeam } from './read-team.ts'
import type { TeamDetails } from './team-details.ts'

const { teams } = words

export interface PeopleProps {
  readonly space: Space
  readonly own: OwnTeam
  readonly team: ToldTeam
  readonly wishes: OpenTeamWishes
  /** Null for who does not look after it, and without a connection. */
  readonly details: TeamDetails | null
}

export function TeamPeople(props: PeopleProps): JSX.Element {
  const [opened, setOpened] = createSignal<string | null>(null)
  const person = () => props.own.people.find(({ memberId }) => memberId === opened())
  const taken = () => props.own.people.length + props.own.invited.length
  return (
    <section class="stack" data-gap="small">
      <div class="row" data-spread>
        <h2>{teams.people}</h2>
        <Show when={props.team.seats}>
          {(seats) => <span class="soft">{teams.places(taken(), seats())}</span>}
        </Show>
      </div>
      <ul class="team-list">
        <For each={props.own.people}>
          {(one) => (
            <li>
              <Person {...props} person={one} onOpen={() => setOpened(one.memberId)} />
            </li>
          )}
        </For>
        <Invited {...props} />
      </ul>
      <Show when={person()} keyed>
        {(one) => <PersonSheet {...props} person={one} onClose={() => setOpened(null)} />}
      </Show>
    </section>
  )
}

function Person(
  props: PeopleProps & { readonly person: ToldPerson; readonly onOpen: () => void },
): JSX.Element {
  const waits = () => props.wishes.about(props.person.memberId)
  const about = () =>
    [
      ...(props.person.isManager ? [teams.manages] : []),
      ...(props.person.isInvited && props.person.managed !== null ? [teams.invited] : []),
      ...(props.person.managed === null ? [] : limitTexts(props.person.managed.limits)),
    ].join(' · ')
  return (
    <>
      <span>
        <strong>{props.person.name}</strong>
        <Show when={props.person.memberId === props.space.member.id}>
          <span class="soft"> · {teams.you}</span>
        </Show>
        <br />
        <span class="soft">{about()}</span>
        <Show when={waits()}>{(state) => <Waits state={state()} />}</Show>
      </span>
      <Show when={props.person.managed !== null}>
        <button
          type="button"
          class="button"
          data-kind="icon"
          aria-label={teams.open(props.person.name)}
          onClick={() => props.onOpen()}
        >
          <Icon name="next" />
        </button>
      </Show>
    </>
  )
}

function Invited(props: PeopleProps): JSX.Element {
  async function takeBack(email: string): Promise<void> {
    const trouble = await askTeam('team.uninvite', { teamId: props.team.id, email })
    showToast(trouble ?? teams.wasSaved)
  }
  const fresh = () =>
    props.wishes.invites.filter(({ email }) =>
      props.own.invited.every((one) => one.email !== email),
    )
  return (
    <>
      <For each={props.own.invited}>
        {(one) => (
          <li>
            <span>
              <strong>{one.name}</strong>
              <br />
              <span class="soft">
                {teams.invited} · {one.email}
              </span>
              <Show when={props.wishes.about(one.email)}>
                {(state) => <Waits state={state()} />}
              </Show>
            </span>
            <button
              type="button"
              class="button"
              aria-label={teams.uninviteOne(one.name)}
              onClick={() => void takeBack(one.email)}
            >
              {teams.uninvite}
            </button>
          </li>
        )}
      </For>
      <For each={fresh()}>
        {(one) => (
          <li>
            <span>
              <strong>{one.name}</strong>
              <br />
              <span class="soft">{one.email}</span>
              <Waits state={one.state} />
            </span>
          </li>
        )}
      </For>
    </>
  )
}

function Waits(props: { readonly state: 'saved' | 'received' }): JSX.Element {
  return (
    <>
      <br />
      <span class="state" data-tone="waiting">
        {props.state === 'saved' ? teams.waits : teams.received}
      </span>
    </>
  )
}

export function limitTexts({ quotas, money }: TeamLimits): readonly string[] {
  const counted = quotas.map(({ unit, max, per }) => {
    const period = per === 'concurrent' ? 'day' : per
    return unit === 'minutes' ? teams.roomLimit(max, period) : teams.deskLimit(max, period)
  })
  return money === null ? counted : [...counted, teams.moneyLimit(money.max, money.per)]
}
