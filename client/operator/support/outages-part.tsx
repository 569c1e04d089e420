import { createSignal, For, type JSX, Show } from 'solid-js'
import type { Intent } from '../../../domain/bookings/wishes/intent.ts'
import { placeName } from '../../../domain/sites/catalogue.ts'
import type { ViewedOutage } from '../../../domain/support/outage-view.ts'
import { NotDoneNotice, WaitingMark, whyNotDone } from '../../app/not-done.tsx'
import type { Space } from '../../app/with-space.tsx'
import { dismiss } from '../../store/dismissed.ts'
import { dueText } from '../../ui/moment-text.ts'
import { words } from '../../ui/team-words.ts'
import { actAloud } from './act.ts'
import type { SupportDesk } from './desk-model.ts'
import { OutageSheet } from './outage-sheet.tsx'

/** What is known to be broken, and the end of it. */
export function OutagesPart(props: {
  readonly space: Space
  readonly desk: SupportDesk
}): JSX.Element {
  const [isAdding, setIsAdding] = createSignal(false)
  return (
    <section class="stack">
      <div class="row" data-spread>
        <div>
          <h2>{words.supportDesk.parts.outages}</h2>
          <p class="soft">{words.supportDesk.outagesHint}</p>
        </div>
        <button type="button" class="button" data-kind="primary" onClick={() => setIsAdding(true)}>
          {words.supportDesk.newOutage}
        </button>
      </div>
      <ul class="stack">
        <For
          each={props.desk.outages()}
          fallback={<li class="soft">{words.supportDesk.noOutages}</li>}
        >
          {(outage) => <OutageRow space={props.space} outage={outage} />}
        </For>
      </ul>
      <Show when={isAdding()}>
        <OutageSheet space={props.space} resourceIds={[]} onClose={() => setIsAdding(false)} />
      </Show>
    </section>
  )
}

function OutageRow(props: { readonly space: Space; readonly outage: ViewedOutage }): JSX.Element {
  const { catalogue, today } = props.space
  const places = () =>
    props.outage.resourceIds.flatMap((id) => placeName(catalogue, id) ?? []).join(', ')
  const since = () => words.support.knownSince(dueText(catalogue.zone, props.outage.since, today))
  const facts = () => (
    <div>
      <p dir="auto">{props.outage.text}</p>
      <p class="soft">
        {places()} · {since()}
      </p>
    </div>
  )
  return (
    <li class="card row" data-spread>
      <Show when={props.outage.notDone} fallback={facts()}>
        {(no) => (
          <NotDoneNotice
            id={no().intent.id}
            what={words.supportDesk.newOutage}
            why={whyNotDone(no())}
            onAgain={() => void announceAgain(no().intent)}
          >
            {facts()}
          </NotDoneNotice>
        )}
      </Show>
      <Show when={props.outage.notDone === null}>
        <Show when={props.outage.waiting} fallback={<EndButton outage={props.outage} />}>
          {(waiting) => <WaitingMark waiting={waiting()} />}
        </Show>
      </Show>
    </li>
  )
}

async function announceAgain({ id, body }: Intent<'outage.announce'>): Promise<void> {
  if (await actAloud('outage.announce', body)) dismiss(id)
}

function EndButton(props: { readonly outage: ViewedOutage }): JSX.Element {
  const { siteId, id: outageId } = props.outage
  return (
    <button
      type="button"
      class="button"
      onClick={() => void actAloud('outage.end', { siteId, outageId })}
    >
      {words.supportDesk.outageOver}
    </button>
  )
}
