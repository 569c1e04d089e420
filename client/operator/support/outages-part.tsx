import { createSignal, For, type JSX, Show } from 'solid-js'
import { placeName } from '../../../domain/sites/catalogue.ts'
import type { Outage } from '../../../domain/support/outage.ts'
import type { Space } from '../../app/with-space.tsx'
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
  const { catalogue } = props.space
  const places = ({ resourceIds }: Outage) =>
    resourceIds.flatMap((id) => placeName(catalogue, id) ?? []).join(', ')
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
          {(outage) => (
            <li class="card row" data-spread>
              <div>
                <p dir="auto">{outage.text}</p>
                <p class="soft">
                  {places(outage)} ·{' '}
                  {words.support.knownSince(
                    dueText(catalogue.zone, outage.since, props.space.today),
                  )}
                </p>
              </div>
              <button
                type="button"
                class="button"
                onClick={() =>
                  void actAloud(
                    'outage.end',
                    { siteId: outage.siteId, outageId: outage.id },
                    words.supportDesk.outageEnded,
                  )
                }
              >
                {words.supportDesk.outageOver}
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={isAdding()}>
        <OutageSheet space={props.space} resourceIds={[]} onClose={() => setIsAdding(false)} />
      </Show>
    </section>
  )
}
