/** Teams of a location: who looks after each and pays its bills, how many may be in it, and what membership comes with it. */
import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import { isStaff } from '../../../domain/access/role.ts'
import type { Team } from '../../../domain/bookings/teams/team.ts'
import { isId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import { readJson } from '../../app/ask-space.ts'
import type { Space } from '../../app/with-space.tsx'
import { freshId } from '../../sync/fresh-id.ts'
import { makeIntent, sendIntent } from '../../sync/send-intent.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { Icon } from '../../ui/icon.tsx'
import { words } from '../../ui/team-words.ts'
import { whyNot } from '../why-not.ts'
import type { ListedMember } from './read-members.ts'

const { teams } = words

export function TeamsPart(props: {
  readonly space: Space
  readonly members: readonly ListedMember[]
  readonly onChange: () => Promise<void>
}): JSX.Element {
  const [found, { refetch }] = createResource(
    () => props.space.catalogue.site.id,
    (siteId) => readJson<{ readonly teams: readonly Team[] }>(`/api/teams?site=${siteId}`),
  )
  /** The team that is changed; null for a new one, undefined for none. */
  const [shown, show] = createSignal<Team | null | undefined>(undefined)
  const readerOf = (team: Team) => props.members.find(({ id }) => id === team.managerId)?.name
  return (
    <section class="stack" aria-labelledby="teams">
      <h2 id="teams">{teams.all}</h2>
      <p class="soft">{teams.allSentence}</p>
      <Show when={found.latest?.teams.length === 0}>
        <p>{teams.noneYet}</p>
      </Show>
      <ul class="stack">
        <For each={found.latest?.teams}>
          {(team) => (
            <li class="card row" data-spread>
              <div>
                <h3 dir="auto">{team.name}</h3>
                <p class="soft">{teams.about(readerOf(team) ?? '', team.seats)}</p>
              </div>
              <button
                type="button"
                class="button"
                aria-label={teams.changeOne(team.name)}
                onClick={() => show(team)}
              >
                {teams.change}
              </button>
            </li>
          )}
        </For>
      </ul>
      <div>
        <button type="button" class="button" onClick={() => show(null)}>
          <Icon name="add" />
          {teams.add}
        </button>
      </div>
      <Show when={shown() !== undefined}>
        <TeamSheet
          space={props.space}
          members={props.members}
          team={shown() ?? null}
          onClose={() => {
            show(undefined)
            void refetch()
            void props.onChange()
          }}
        />
      </Show>
    </section>
  )
}

function TeamSheet(props: {
  readonly space: Space
  readonly members: readonly ListedMember[]
  readonly team: Team | null
  readonly onClose: () => void
}): JSX.Element {
  const [name, setName] = createSignal(props.team?.name ?? '')
  const [managerId, setManagerId] = createSignal<string>(props.team?.managerId ?? '')
  const [tierId, setTierId] = createSignal<string>(props.team?.tierId ?? '')
  const [seats, setSeats] = createSignal(props.team?.seats?.toString() ?? '')
  const mayRead = () =>
    props.members.filter(
      ({ role, teamName }) =>
        !isStaff(role) && (teamName === null || teamName === props.team?.name),
    )
  async function save(): Promise<string | null> {
    const [manager, tier] = [managerId(), tierId()]
    if (!isId('member', manager)) return teams.whoReads
    const team = {
      ...{ id: props.team?.id ?? freshId('team'), name: name(), managerId: manager },
      ...{
        tierId: isId('tier', tier) ? tier : null,
        seats: seats() === '' ? null : Number(seats()),
      },
    }
    const { id: siteId } = props.space.catalogue.site
    return whyNot(
      await sendIntent(makeIntent('team.save', { siteId, team })),
      words.settings.needsConnection,
    )
  }
  return (
    <FormSheet
      title={props.team === null ? teams.add : teams.changeOne(props.team.name)}
      submit={teams.save}
      done={teams.wasSaved}
      send={save}
      onClose={props.onClose}
    >
      <label class="field">
        {teams.teamName}
        <input
          required
          maxlength={limits.settingNameLengthMax}
          value={name()}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label class="field">
        {teams.reader}
        <select
          required
          value={managerId()}
          onChange={(event) => setManagerId(event.currentTarget.value)}
        >
          <option value="">{teams.choose}</option>
          <For each={mayRead()}>{(one) => <option value={one.id}>{one.name}</option>}</For>
        </select>
      </label>
      <label class="field">
        {teams.membership}
        <select value={tierId()} onChange={(event) => setTierId(event.currentTarget.value)}>
          <option value="">{words.people.noMembership}</option>
          <For each={props.space.catalogue.tiers}>
            {(tier) => <option value={tier.id}>{tier.name}</option>}
          </For>
        </select>
      </label>
      <label class="field">
        {teams.seats}
        <input
          type="number"
          min="1"
          max={limits.teamPeopleMax}
          placeholder={teams.noSeats}
          value={seats()}
          onInput={(event) => setSeats(event.currentTarget.value)}
        />
      </label>
    </FormSheet>
  )
}
