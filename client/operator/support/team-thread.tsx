import { type JSX, Match, Show, Switch } from 'solid-js'
import type { DeskEntry, DeskTicket } from '../../../domain/support/desk-view.ts'
import { WaitingPictures } from '../../app/waiting-pictures.tsx'
import type { Space } from '../../app/with-space.tsx'
import { createStatus } from '../../store/status.ts'
import { KeyedFor } from '../../ui/keyed-for.tsx'
import { momentText } from '../../ui/moment-text.ts'
import { SaidText } from '../../ui/said-text.tsx'
import { words } from '../../ui/team-words.ts'
import { TicketPhotos } from '../../ui/ticket-photos.tsx'
import { takeBack } from './take-back.ts'

/** Everything, the oldest first; what only the team reads is marked as that, and what is on this device alone says how far it has come. */
export function TeamThread(props: {
  readonly space: Space
  readonly ticket: DeskTicket
  readonly team: ReadonlyMap<string, string>
}): JSX.Element {
  return (
    <ol class="thread">
      <KeyedFor each={props.ticket.said} by={({ key }) => key}>
        {(entry) => <Entry {...props} siteId={props.ticket.siteId} entry={entry()} />}
      </KeyedFor>
      <WaitingPictures ticketId={props.ticket.id} />
    </ol>
  )
}

const marks = {
  saved: words.support.saved,
  sent: words.support.underway,
  expired: words.support.expired,
} as const

function Entry(props: {
  readonly space: Space
  readonly siteId: string
  readonly ticket: DeskTicket
  readonly team: ReadonlyMap<string, string>
  readonly entry: DeskEntry
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
            const holder = () => {
              const name = nameOf(act().to)
              return name === undefined ? words.supportDesk.nobody : words.supportDesk.has(name)
            }
            return (
              <p class="soft">
                {holder()} · {when}
              </p>
            )
          }}
        </Match>
      </Switch>
      <HowFar ticket={props.ticket} entry={props.entry} />
    </li>
  )
}

/** How far it has come, said once for all that one wish adds; and the way back as long as it cannot have left. */
function HowFar(props: { readonly ticket: DeskTicket; readonly entry: DeskEntry }): JSX.Element {
  const status = createStatus()
  const waiting = () => (props.entry.wish === null ? null : props.entry.waiting)
  /** What was logged here goes with its request, which is closed instead. */
  const isLogged = () => props.ticket.seen === 0 && props.entry.n === 1
  const mayTakeBack = () => status()?.state === 'offline' && waiting() === 'saved' && !isLogged()
  return (
    <Show when={waiting()}>
      {(mark) => (
        <p class="soft row">
          {marks[mark()]}
          <Show when={mayTakeBack()}>
            <button
              type="button"
              class="button"
              data-kind="quiet"
              aria-label={`${words.bookings.undo}: ${whatIs(props.entry)}`}
              onClick={() => void takeBack(props.entry)}
            >
              {words.bookings.undo}
            </button>
          </Show>
        </p>
      )}
    </Show>
  )
}

function whatIs(entry: DeskEntry): string {
  if (entry.kind === 'state') return words.support.states[entry.state]
  return entry.kind === 'assigned' ? words.supportDesk.giveTo : entry.text
}
