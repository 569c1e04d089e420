import { createSignal, For, type JSX, Show } from 'solid-js'
import { lookStates } from '../../floorplans/scene/look.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { words } from '../ui/words.ts'
import { PlaceSign } from './place-sign.tsx'

/** The few things to do with the drawing itself, at its corner. */
export function PlanTools(props: {
  readonly isStale: boolean
  readonly onZoom: (factor: number) => void
  readonly onHome: () => void
}): JSX.Element {
  const [isLegendOpen, setIsLegendOpen] = createSignal(false)
  return (
    <>
      <div class="plan-tools" data-side="start">
        <Tool icon="legend" label={words.floor.legend} onClick={() => setIsLegendOpen(true)} />
        <Tool icon="locate" label={words.floor.myPlace} onClick={() => props.onHome()} />
      </div>
      <div class="plan-tools" data-side="end">
        <span class="plan-zoom">
          <Tool icon="plus" label={words.floor.closer} onClick={() => props.onZoom(1.6)} />
          <Tool icon="minus" label={words.floor.farther} onClick={() => props.onZoom(1 / 1.6)} />
        </span>
      </div>
      <Show when={isLegendOpen()}>
        <Legend isStale={props.isStale} onClose={() => setIsLegendOpen(false)} />
      </Show>
    </>
  )
}

function Tool(props: {
  readonly icon: IconName
  readonly label: string
  readonly onClick: () => void
}): JSX.Element {
  return (
    <button
      type="button"
      class="plan-tool"
      aria-label={props.label}
      title={props.label}
      onClick={() => props.onClick()}
    >
      <Icon name={props.icon} />
    </button>
  )
}

function Legend(props: { readonly isStale: boolean; readonly onClose: () => void }): JSX.Element {
  return (
    <Sheet title={words.floor.legend} onClose={props.onClose}>
      <ul class="plan-legend">
        <For each={lookStates}>
          {(state) => (
            <li>
              <PlaceSign state={state} />
              {words.floor.signs[state]}
            </li>
          )}
        </For>
        <Show when={props.isStale}>
          <li>
            <PlaceSign state="available" isStale />
            {words.floor.signs.stale}
          </li>
        </Show>
      </ul>
      <p class="soft">{words.floor.keys}</p>
    </Sheet>
  )
}
