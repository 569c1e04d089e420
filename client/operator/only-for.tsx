/** A page of the space's own people. Anybody may type its address; what stands on it stays with them. */
import { type Accessor, type JSX, Show } from 'solid-js'
import { mayCommand } from '../../domain/access/permissions.ts'
import { isStaff } from '../../domain/access/role.ts'
import type { IntentKind } from '../../domain/bookings/wishes/intent.ts'
import { type Space, WithSpace } from '../app/with-space.tsx'
import { words } from '../ui/words.ts'

export function OnlyForStaff(props: {
  readonly children: (space: Accessor<Space>) => JSX.Element
}): JSX.Element {
  return <Only may={({ member }) => isStaff(member.role)}>{props.children}</Only>
}

/** For those who may send a wish of that kind. */
export function OnlyForWhoMay(props: {
  readonly kind: IntentKind
  readonly children: (space: Accessor<Space>) => JSX.Element
}): JSX.Element {
  const may = ({ member: { id, role, siteIds } }: Space) =>
    mayCommand({ memberId: id, role, siteIds }, props.kind)
  return <Only may={may}>{props.children}</Only>
}

function Only(props: {
  readonly may: (space: Space) => boolean
  readonly children: (space: Accessor<Space>) => JSX.Element
}): JSX.Element {
  return (
    <WithSpace>
      {(space) => (
        <Show when={props.may(space())} fallback={<NoAccess space={space()} />}>
          {props.children(space)}
        </Show>
      )}
    </WithSpace>
  )
}

function NoAccess(props: { readonly space: Space }): JSX.Element {
  return (
    <main class="page" id="main" tabindex="-1">
      <h1>{words.app.noAccess(props.space.catalogue.site.name)}</h1>
      <a class="button" href="/">
        {words.app.goToToday}
      </a>
    </main>
  )
}
