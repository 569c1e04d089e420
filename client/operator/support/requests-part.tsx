/** The queue: what is over its time first. By hand, or by J, K, E and R. */
import { createEffect, createSignal, For, type JSX, on, onCleanup, onMount, Show } from 'solid-js'
import type { DeskTicket as Ticket } from '../../../domain/support/desk-view.ts'
import { inOrderOfNeed } from '../../../domain/support/queue.ts'
import { NotHere } from '../../app/not-here.tsx'
import type { Space } from '../../app/with-space.tsx'
import { Icon } from '../../ui/icon.tsx'
import { KeyedFor } from '../../ui/keyed-for.tsx'
import { areSingleKeysOn } from '../../ui/single-keys.ts'
import { words } from '../../ui/team-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { createOpenOne } from '../open-one.ts'
import { setState } from './answer-form.tsx'
import type { SupportDesk } from './desk-model.ts'
import { DeskTicket } from './desk-ticket.tsx'
import { LogSheet } from './log-sheet.tsx'
import { followSite, MissingRequest } from './missing-request.tsx'
import { QueueKeys } from './queue-keys.tsx'
import { QueueRow, queueRowId } from './queue-row.tsx'

const filters = ['all', 'mine', 'nobodys', 'resolved'] as const
type Filter = (typeof filters)[number]

export function RequestsPart(props: {
  readonly space: Space
  readonly desk: SupportDesk
}): JSX.Element {
  const [filter, setFilter] = createSignal<Filter>('all')
  const one = createOpenOne('request')
  const [opened, setOpened] = createSignal<'log' | 'keys' | null>(null)
  const isShown = ({ state, assignedTo, notDone }: Ticket) => {
    // What was not done is somebody's to look at, wherever it stands.
    if (filter() === 'all' && notDone.length > 0) return true
    if (filter() === 'resolved') return state === 'resolved'
    if (state === 'resolved') return false
    if (filter() === 'mine') return assignedTo === props.space.member.id
    return filter() === 'all' || assignedTo === null
  }
  const shown = () => inOrderOfNeed(props.desk.tickets().filter(isShown))
  const ticket = () => props.desk.tickets().find(({ id }) => id === one.id()) ?? null
  const openTickets = () => [ticket()].filter((found) => found !== null)
  const isMissing = () => one.id() !== null && ticket() === null && props.desk.asOf() !== undefined

  followSite(one, () => ticket() !== null)
  /** Who leaves a request, by its button or by the way back, is in the list where they left it. */
  createEffect(
    on(one.id, (now, before) => {
      if (now !== null || before === null || before === undefined) return
      requestAnimationFrame(() => document.getElementById(queueRowId(before))?.focus())
    }),
  )

  function step(by: 1 | -1): void {
    const all = shown()
    const at = all.findIndex(({ id }) => id === one.id())
    const next = all[at === -1 ? 0 : Math.min(Math.max(at + by, 0), all.length - 1)]
    if (next !== undefined && next.id !== one.id()) one.open(next.id)
  }
  const keys: Readonly<Record<string, () => void>> = {
    j: () => step(1),
    k: () => step(-1),
    e: () => void resolve(ticket()),
    r: () => document.getElementById('answer')?.focus(),
    '?': () => setOpened('keys'),
  }
  onMount(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isForKeys(event)) return
      const work = keys[event.key.toLowerCase()]
      if (work === undefined) return
      event.preventDefault()
      work()
    }
    addEventListener('keydown', onKey)
    onCleanup(() => removeEventListener('keydown', onKey))
  })

  return (
    <>
      <Head filter={filter()} onFilter={setFilter} onOpen={setOpened} />
      <div class="desk" data-open={one.id() === null ? undefined : ''}>
        <ul class="queue" aria-label={words.supportDesk.list}>
          <KeyedFor each={shown()} by={({ id }) => id} fallback={<Nothing desk={props.desk} />}>
            {(found) => <QueueRow {...props} ticket={found()} one={one} />}
          </KeyedFor>
        </ul>
        <KeyedFor each={openTickets()} by={({ id }) => id}>
          {(found) => <DeskTicket {...props} ticket={found()} onClose={one.close} />}
        </KeyedFor>
        <Show when={isMissing()}>
          <MissingRequest space={props.space} desk={props.desk} one={one} />
        </Show>
      </div>
      <Show when={opened() === 'log'}>
        <LogSheet {...props} onClose={() => setOpened(null)} />
      </Show>
      <Show when={opened() === 'keys'}>
        <QueueKeys onClose={() => setOpened(null)} />
      </Show>
    </>
  )
}

function Head(props: {
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
  readonly onOpen: (what: 'log' | 'keys') => void
}): JSX.Element {
  return (
    <div class="row queue-head" data-spread>
      <fieldset class="row">
        <legend class="visually-hidden">{words.supportDesk.shown}</legend>
        <For each={filters}>
          {(one) => (
            <button
              type="button"
              class="chip"
              aria-pressed={props.filter === one}
              onClick={() => props.onFilter(one)}
            >
              {words.supportDesk[one]}
            </button>
          )}
        </For>
      </fieldset>
      <div class="row">
        <button type="button" class="button" onClick={() => props.onOpen('log')}>
          {words.supportDesk.log}
        </button>
        <button
          type="button"
          class="button queue-keys"
          data-kind="quiet"
          onClick={() => props.onOpen('keys')}
        >
          {words.supportDesk.keys}
        </button>
      </div>
    </div>
  )
}

function Nothing(props: { readonly desk: SupportDesk }): JSX.Element {
  return (
    <Show when={props.desk.asOf() !== undefined}>
      <li class="empty">
        <Show
          when={props.desk.asOf() !== null}
          fallback={<NotHere sentence={words.supportDesk.notHere} />}
        >
          <Icon name="check" />
          <strong>{words.supportDesk.nothing}</strong>
        </Show>
      </li>
    </Show>
  )
}

/** Letters that somebody types into a field, or with a key held, are theirs. */
function isForKeys({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (!areSingleKeysOn() || ctrlKey || metaKey || altKey) return false
  const isField = target instanceof Element && target.closest('input, textarea, select, dialog')
  return !isField
}

async function resolve(ticket: Ticket | null): Promise<void> {
  if (ticket === null) return
  const why = await setState(ticket, ticket.state === 'resolved' ? 'open' : 'resolved')
  if (why !== null) showToast(why)
}
