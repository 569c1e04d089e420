import { For, type JSX, Match, Switch } from 'solid-js'
import type { ToldEntry } from '../../../domain/support/support-sections.ts'
import type { Space } from '../../app/with-space.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { SaidText } from '../../ui/said-text.tsx'
import { words } from '../../ui/team-words.ts'
import { TicketPhotos } from '../../ui/ticket-photos.tsx'

/** Everything, the oldest first; what only the team reads is marked as that. */
export function TeamThread(props: {
  readonly space: Space
  readonly siteId: string
  readonly entries: readonly ToldEntry[]
  readonly team: ReadonlyMap<string, string>
}): JSX.Element {
  return (
    <ol class="thread">
      <For each={props.entries}>{(entry) => <Entry {...props} entry={entry} />}</For>
    </ol>
  )
}

function Entry(props: {
  readonly space: Space
  readonly siteId: string
  readonly team: ReadonlyMap<string, string>
  readonly entry: ToldEntry
}): JSX.Element {
  const { entry } = props
  const who = entry.byName ?? words.support.theSpace
  const when = momentText(props.space.catalogue.zone, entry.at, props.space.today)
  const nameOf = (id: string | null) => (id === null ? undefined : props.team.get(id))
  const by =
    entry.kind === 'note'
      ? 'note'
      : entry.kind !== 'said'
        ? 'act'
        : entry.isOfTeam
          ? 'team'
          : 'member'
  return (
    <li data-by={by}>
      <Switch>
        <Match when={entry.kind === 'said' && entry}>
          {(said) => (
            <>
              <p class="soft">
                <strong>{who}</strong> · {when}
              </p>
              <SaidText text={said().text} />
              <TicketPhotos siteId={props.siteId} photos={said().photos} />
            </>
          )}
        </Match>
        <Match when={entry.kind === 'note' && entry}>
          {(note) => (
            <>
              <p class="soft">
                <strong>{who}</strong> ({words.supportDesk.note}) · {when}
              </p>
              <SaidText text={note().text} />
            </>
          )}
        </Match>
        <Match when={entry.kind === 'state' && entry}>
          {(act) => (
            <p class="soft">
              {words.support.madeState(who, act().state)} · {when}
            </p>
          )}
        </Match>
        <Match when={entry.kind === 'assigned' && entry}>
          {(act) => {
            const name = nameOf(act().to)
            return (
              <p class="soft">
                {name === undefined ? words.supportDesk.nobody : words.supportDesk.has(name)} ·{' '}
                {when}
              </p>
            )
          }}
        </Match>
      </Switch>
    </li>
  )
}
