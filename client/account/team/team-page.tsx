/** The member's team: who is in it, and for who looks after it all that they may decide, with or without a connection. */
import { BackLink } from '../../ui/back-link.tsx'
import './team.css'
import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import type { ToldInvitation, ToldTeam } from '../../../domain/bookings/teams/team-sections.ts'
import { toInstant } from '../../../domain/values/instant.ts'
import { readJson } from '../../app/ask-space.ts'
import { type Space, WithSpace } from '../../app/with-space.tsx'
import { Icon } from '../../ui/icon.tsx'
import { momentWithin } from '../../ui/moment-text.ts'
import { words } from '../../ui/words.ts'
import { askTeam } from './ask-team.ts'
import { InviteSheet } from './invite-sheet.tsx'
import { createOwnTeam, createTeamWishes, type OwnTeam } from './read-team.ts'
import type { TeamDetails } from './team-details.ts'
import { TeamPeople } from './team-people.tsx'
import { TeamUsed } from './team-used.tsx'
import { TeamWalletChoice } from './team-wallet.tsx'

const { teams } = words

export function TeamPage(): JSX.Element {
  return <WithSpace>{(space) => <Page space={space()} />}</WithSpace>
}

function Page(props: { readonly space: Space }): JSX.Element {
  const own = createOwnTeam()
  return (
    <main class="page" id="main" tabindex="-1">
      <BackLink href="/me" label={words.app.places.me} />
      <Show when={own()} fallback={<h1>{teams.title}</h1>}>
        {(found) => (
          <>
            <h1>{found().team?.name ?? teams.title}</h1>
            <For each={found().invitations}>
              {(invitation) => <Invitation invitation={invitation} />}
            </For>
            <Show
              when={found().team}
              fallback={<p class="empty">{found().asOf === null ? teams.arrives : teams.none}</p>}
            >
              {(team) => <TeamOf space={props.space} own={found()} team={team()} />}
            </Show>
          </>
        )}
      </Show>
    </main>
  )
}

function TeamOf(props: {
  readonly space: Space
  readonly own: OwnTeam
  readonly team: ToldTeam
}): JSX.Element {
  const wishes = createTeamWishes()
  const isManager = () =>
    props.own.people.some((one) => one.memberId === props.space.member.id && one.isManager)
  const managers = () => props.own.people.filter((one) => one.isManager).map(({ name }) => name)
  return (
    <>
      <p class="soft">
        {isManager() ? teams.youManage : teams.managedBy(managers().join(', '))}
        <Show when={props.own.asOf}>
          {(at) => (
            <>
              {' '}
              {teams.asOf(
                momentWithin(props.space.catalogue.zone, toInstant(at()), props.space.today),
              )}
            </>
          )}
        </Show>
      </p>
      <p role="status" class="soft">
        <Show when={wishes().refusal}>
          {(why) => teams.notDone(words.refusal(why(), props.space.catalogue.zone))}
        </Show>
      </p>
      <div class="row">
        <Show when={isManager()}>
          <Invite teamId={props.team.id} />
        </Show>
        <a class="button" href="/me/team/week">
          <Icon name="bookings" />
          {words.weeks.link}
        </a>
      </div>
      <Show
        when={isManager()}
        fallback={<TeamPeople {...props} wishes={wishes()} details={null} />}
      >
        <Managing {...props} wishes={wishes()} />
      </Show>
    </>
  )
}

function Invite(props: { readonly teamId: ToldTeam['id'] }): JSX.Element {
  const [isOpen, setIsOpen] = createSignal(false)
  return (
    <>
      <button type="button" class="button" data-kind="primary" onClick={() => setIsOpen(true)}>
        <Icon name="add" />
        {teams.invite}
      </button>
      <Show when={isOpen()}>
        <InviteSheet teamId={props.teamId} onClose={() => setIsOpen(false)} />
      </Show>
    </>
  )
}

function Managing(props: {
  readonly space: Space
  readonly own: OwnTeam
  readonly team: ToldTeam
  readonly wishes: ReturnType<ReturnType<typeof createTeamWishes>>
}): JSX.Element {
  // Read anew where somebody came or left.
  const [details] = createResource(
    () => `${props.team.id}?${props.own.people.length}`,
    (key) => readJson<TeamDetails>(`/api/teams/${key}`),
  )
  return (
    <>
      <TeamPeople {...props} details={details.latest ?? null} />
      <TeamWalletChoice team={props.team} />
      <Show
        when={details.latest}
        fallback={
          <p class="soft" role="status">
            {details.loading ? '' : teams.needsConnection}
          </p>
        }
      >
        {(found) => <TeamUsed space={props.space} details={found()} />}
      </Show>
    </>
  )
}

function Invitation(props: { readonly invitation: ToldInvitation }): JSX.Element {
  const answer = (accepts: boolean) =>
    void askTeam('team.answer', { teamId: props.invitation.teamId, accepts })
  return (
    <section class="notice stack" data-gap="small">
      <strong>{teams.invitedYou(props.invitation.invitedBy, props.invitation.teamName)}</strong>
      <p class="soft">{teams.invitedSentence}</p>
      <div class="row">
        <button type="button" class="button" data-kind="primary" onClick={() => answer(true)}>
          {teams.join}
        </button>
        <button type="button" class="button" onClick={() => answer(false)}>
          {teams.decline}
        </button>
      </div>
    </section>
  )
}
