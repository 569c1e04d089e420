/** The members of a location: a list to search, one of them, who to let in, and how people find each other. */
import { useParams } from '@solidjs/router'
import { createResource, type JSX, Show } from 'solid-js'
import '../operator.css'
import '../settings/settings.css'
import './members.css'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/words.ts'
import { OnlyForStaff } from '../only-for.tsx'
import { DirectorySetting } from './directory-setting.tsx'
import { InviteForm } from './invite-form.tsx'
import { JoiningPart } from './joining-part.tsx'
import { mayManage } from './may-manage.ts'
import { MemberList } from './member-list.tsx'
import { MemberPart, type MembersParts } from './member-part.tsx'
import { type ListedMember, readMembers } from './read-members.ts'
import { TeamSignIn } from './team-sign-in.tsx'
import { TeamsPart } from './teams-part.tsx'

const { people } = words

export function MembersPage(props: MembersParts): JSX.Element {
  return <OnlyForStaff>{(space) => <Members {...props} space={space()} />}</OnlyForStaff>
}

function Members(props: MembersParts & { readonly space: Space }): JSX.Element {
  const params = useParams<{ member?: string }>()
  const [members, { refetch }] = createResource(() => props.space.catalogue.site.id, readMembers)
  const chosen = () => (members.latest ?? []).find(({ id }) => id === params.member)
  const reload = async () => {
    await refetch()
  }
  return (
    <main class="page" data-wide id="main" tabindex="-1">
      <Show
        when={chosen()}
        keyed
        fallback={<All space={props.space} members={members.latest} onChange={reload} />}
      >
        {(member) => <MemberPart {...props} member={member} onChange={reload} />}
      </Show>
    </main>
  )
}

function All(props: {
  readonly space: Space
  /** Null without a connection, undefined until it has come. */
  readonly members: readonly ListedMember[] | null | undefined
  readonly onChange: () => Promise<void>
}): JSX.Element {
  return (
    <>
      <div class="row" data-spread>
        <h1>{people.title}</h1>
        <Show when={props.members && mayManage(props.space)}>
          <InviteForm space={props.space} onChange={props.onChange} />
        </Show>
      </div>
      <Show when={props.members !== null} fallback={<p>{people.needsConnection}</p>}>
        <Show when={props.members}>
          {(found) => (
            <>
              <MemberList space={props.space} members={found()} />
              <Show when={mayManage(props.space)}>
                <TeamsPart space={props.space} members={found()} onChange={props.onChange} />
                <JoiningPart space={props.space} onChange={props.onChange} />
                <DirectorySetting space={props.space} />
                <TeamSignIn space={props.space} />
              </Show>
            </>
          )}
        </Show>
      </Show>
    </>
  )
}
