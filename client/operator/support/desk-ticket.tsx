/** One request as the team has it: all that was said, notes included, who has it, and what can be done about it and its place. */
import { createSignal, For, type JSX, lazy, onMount, Show, Suspense } from 'solid-js'
import { mayCommand } from '../../../domain/access/permissions.ts'
import { placeName } from '../../../domain/sites/catalogue.ts'
import type { DeskTicket as Ticket } from '../../../domain/support/desk-view.ts'
import { type ResourceId, toId } from '../../../domain/values/ids.ts'
import { addDays } from '../../../domain/values/local-date.ts'
import type { Space } from '../../app/with-space.tsx'
import { Icon } from '../../ui/icon.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { momentWithin } from '../../ui/moment-text.ts'
import { words } from '../../ui/team-words.ts'
import { actAloud } from './act.ts'
import { AnswerForm } from './answer-form.tsx'
import type { SupportDesk } from './desk-model.ts'
import { OutageSheet } from './outage-sheet.tsx'
import { TeamThread } from './team-thread.tsx'

const ClosureSheet = lazy(async () => ({
  default: (await import('../closure-sheet.tsx')).ClosureSheet,
}))

interface TicketProps {
  readonly space: Space
  readonly desk: SupportDesk
  readonly ticket: Ticket
}

export function DeskTicket(props: TicketProps & { readonly onClose: () => void }): JSX.Element {
  const about = () => props.ticket.about
  const number = () => props.ticket.number || null
  let section: HTMLElement | undefined
  // On a phone it takes the place of the list, and the focus with it.
  onMount(() => {
    if (matchMedia('(max-width: 899px)').matches) section?.focus()
  })
  const place = () => {
    const { resourceId } = about()
    return resourceId === null ? null : placeName(props.space.catalogue, resourceId)
  }
  const facts = () => {
    const { category, openedAt, memberName, via } = props.ticket
    const when = momentWithin(props.space.catalogue.zone, openedAt, props.space.today)
    return [
      words.supportDesk.asked(memberName, when),
      words.support.categories[category],
      place(),
      about().billId === null ? null : words.support.aboutBill,
      words.supportDesk.via[via],
    ].filter((one) => one !== null && one !== '')
  }
  return (
    <section
      ref={section}
      tabindex="-1"
      class="desk-ticket card stack"
      aria-label={words.support.openTicket(number(), props.ticket.subject)}
    >
      <div class="row" data-spread>
        <h2>{words.support.number(number())}</h2>
        <span class="row">
          <span class="state" data-tone={props.ticket.state === 'resolved' ? 'busy' : 'available'}>
            {words.support.states[props.ticket.state]}
          </span>
          <LinkButton
            address={`/operator/messages?request=${props.ticket.id}`}
            label={words.supportDesk.copyLink}
          />
          <button
            type="button"
            class="button"
            data-kind="icon"
            aria-label={words.supportDesk.close}
            onClick={() => props.onClose()}
          >
            <Icon name="close" />
          </button>
        </span>
      </div>
      <p class="soft">{facts().join(' · ')}</p>
      <Show when={about().billId}>
        {(bill) => (
          <p>
            <a class="button" data-kind="quiet" href={`/bills/${bill()}`}>
              {words.support.aboutBill}
            </a>
          </p>
        )}
      </Show>
      <Holder {...props} />
      <TeamThread space={props.space} ticket={props.ticket} team={props.desk.team()} />
      <AnswerForm ticket={props.ticket} replies={props.desk.settings().savedReplies} />
      <Show when={about().resourceId}>
        {(resourceId) => <PlaceActs {...props} resourceId={resourceId()} place={place() ?? ''} />}
      </Show>
    </section>
  )
}

function Holder(props: TicketProps): JSX.Element {
  const give = (to: string | null) =>
    void actAloud('ticket.assign', {
      ...{ ticketId: props.ticket.id, from: props.ticket.assignedTo },
      to: to === null ? null : toId('member', to),
    })
  return (
    <div class="row holder">
      <label class="field">
        {words.supportDesk.giveTo}
        <select
          value={props.ticket.assignedTo ?? ''}
          onChange={({ currentTarget }) =>
            give(currentTarget.value === '' ? null : currentTarget.value)
          }
        >
          <option value="">{words.supportDesk.putBack}</option>
          <For each={[...props.desk.team()]}>
            {([id, name]) => (
              <option value={id} selected={id === props.ticket.assignedTo}>
                {name}
              </option>
            )}
          </For>
        </select>
      </label>
      <Show when={props.ticket.assignedTo !== props.space.member.id}>
        <button type="button" class="button" onClick={() => give(props.space.member.id)}>
          {words.supportDesk.take}
        </button>
      </Show>
    </div>
  )
}

/** Nobody should book what is broken, and nobody need report it twice. */
function PlaceActs(
  props: TicketProps & { readonly resourceId: ResourceId; readonly place: string },
): JSX.Element {
  const [opened, setOpened] = createSignal<'block' | 'announce' | null>(null)
  const may = () => {
    const { id, role, siteIds } = props.space.member
    return mayCommand({ memberId: id, role, siteIds }, 'closure.add')
  }
  const draft = () => ({
    name: props.place,
    resourceIds: [props.resourceId],
    from: { date: props.space.today, minute: 0 },
    until: { date: addDays(props.space.today, 1), minute: 0 },
  })
  return (
    <div class="row">
      <Show when={may()}>
        <button type="button" class="button" onClick={() => setOpened('block')}>
          {words.supportDesk.block}
        </button>
      </Show>
      <button type="button" class="button" onClick={() => setOpened('announce')}>
        {words.supportDesk.announce}
      </button>
      <Suspense>
        <Show when={opened() === 'block'}>
          <ClosureSheet space={props.space} initial={draft()} onClose={() => setOpened(null)} />
        </Show>
        <Show when={opened() === 'announce'}>
          <OutageSheet
            space={props.space}
            resourceIds={[props.resourceId]}
            onClose={() => setOpened(null)}
          />
        </Show>
      </Suspense>
    </div>
  )
}
