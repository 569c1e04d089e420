/** Everybody by name, searched as one types. A long list shows a part, and the next with each tap. */
import { useSearchParams } from '@solidjs/router'
import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import { matchesName } from '../../../domain/memberships/matches-name.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import type { Space } from '../../app/with-space.tsx'
import { FindField } from '../../ui/find-field.tsx'
import { createMedia } from '../../ui/media.ts'
import { words } from '../../ui/words.ts'
import type { ListedMember } from './read-members.ts'

/** Rows that are drawn at once: a screen or two, so that a list of thousands opens at once. */
const PART = 100
const { people } = words

export function MemberList(props: {
  readonly space: Space
  readonly members: readonly ListedMember[]
}): JSX.Element {
  const [search] = useSearchParams<{ find?: string }>()
  const [typed, setTyped] = createSignal(search.find ?? '')
  const [shown, setShown] = createSignal(PART)
  const found = createMemo(() =>
    props.members.filter(({ name, email, teamName }) =>
      matchesName(`${name} ${email} ${teamName ?? ''}`, typed()),
    ),
  )
  const part = () => found().slice(0, shown())
  const isNarrow = createMedia('(max-width: 699px)')
  return (
    <section class="stack">
      <FindField
        label={people.search}
        value={typed()}
        onInput={(text) => {
          setTyped(text)
          setShown(PART)
        }}
      />
      <p role="status" class="soft">
        {found().length === 0 ? people.noMatch : people.found(found().length)}
      </p>
      <Show when={isNarrow()} fallback={<Table space={props.space} members={part()} />}>
        <ul class="stack" data-gap="small">
          <For each={part()}>{(member) => <Card member={member} space={props.space} />}</For>
        </ul>
      </Show>
      <Show when={found().length > shown()}>
        <div class="row">
          <button type="button" class="button" onClick={() => setShown(shown() + PART)}>
            {people.more(Math.min(PART, found().length - shown()))}
          </button>
        </div>
      </Show>
    </section>
  )
}

interface Rows {
  readonly space: Space
  readonly members: readonly ListedMember[]
}

function Table(props: Rows): JSX.Element {
  return (
    <div class="member-scroll">
      <table class="member-table">
        <thead>
          <tr>
            <th scope="col">{people.name}</th>
            <th scope="col">{people.membership}</th>
            <th scope="col">{people.role}</th>
            <th scope="col">{people.lastHere}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.members}>{(member) => <Row member={member} space={props.space} />}</For>
        </tbody>
      </table>
    </div>
  )
}

/** Four columns are too many for a phone. All of a card leads to its member; that somebody is no more than that goes without saying. */
function Card(props: { readonly member: ListedMember; readonly space: Space }): JSX.Element {
  const membership = () =>
    [tierName(props.space, props.member), props.member.teamName].filter((one) => one !== null)
  const here = () => {
    const text = hereText(props.space, props.member)
    return text === people.invited ? text : people.wasHere(text)
  }
  return (
    <li>
      <a class="card person member-card" href={`/operator/members/${props.member.id}`}>
        <strong>{props.member.name}</strong>
        <span class="soft">
          {props.member.role === 'member' ? '' : people.roles[props.member.role]}
        </span>
        <span class="person-act">
          {membership().join(' · ')}
          <br />
          <span class="soft">
            {props.member.email} · {here()}
          </span>
        </span>
      </a>
    </li>
  )
}

function Row(props: { readonly member: ListedMember; readonly space: Space }): JSX.Element {
  return (
    <tr>
      <th scope="row">
        <a href={`/operator/members/${props.member.id}`}>{props.member.name}</a>
        <span class="soft">{props.member.email}</span>
      </th>
      <td>
        {tierName(props.space, props.member)}
        <Show when={props.member.teamName}>{(team) => <span class="soft">{team()}</span>}</Show>
      </td>
      <td>{people.roles[props.member.role]}</td>
      <td>{hereText(props.space, props.member)}</td>
    </tr>
  )
}

export function tierName({ catalogue }: Space, { tierId }: Pick<ListedMember, 'tierId'>): string {
  return catalogue.tiers.find(({ id }) => id === tierId)?.name ?? people.noMembership
}

/** When they last came, by their bookings; who has not even been in the portal may wait for their invitation. */
export function hereText(space: Space, { hereAt, seenAt, isInvited }: ListedMember): string {
  if (hereAt === null && seenAt === null && isInvited) return people.invited
  return dayText(space, hereAt)
}

export function dayText(space: Space, at: Instant | null): string {
  if (at === null) return people.never
  const { date } = toWallTime(space.catalogue.zone, at)
  const isOfThisYear = date.slice(0, 4) === space.today.slice(0, 4)
  const { amounts } = words
  return isOfThisYear ? amounts.date(date, space.today) : amounts.datedFrom(date, space.today)
}
