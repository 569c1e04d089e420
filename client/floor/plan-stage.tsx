import { type JSX, Show } from 'solid-js'
import { words } from '../ui/words.ts'
import type { ChosenPlace } from './chosen-place.ts'
import { PlanCanvas } from './plan-canvas.tsx'
import type { PlanModel } from './plan-model.ts'
import { PlanTools } from './plan-tools.tsx'

/** The drawing with its few tools, and how old it is. */
export function PlanStage(props: {
  readonly model: PlanModel
  readonly chosen: ChosenPlace
}): JSX.Element {
  const drawn = () => (props.chosen.canDraw() ? (props.model.plan() ?? null) : null)
  const staleAt = () => props.model.telling().staleAt
  const note = () => {
    if (props.model.isKnown()) {
      const at = staleAt()
      return at === null ? null : words.floor.asOf(at)
    }
    return props.model.isOffline() ? words.floor.arrivingOffline : words.floor.arriving
  }
  return (
    <div class="plan-stage">
      <Show when={drawn()} keyed>
        {(plan) => (
          <PlanCanvas
            plan={plan}
            looks={props.model.looks()}
            zones={props.model.zones()}
            chosen={props.chosen.id()}
            isKeyboard={props.chosen.isKeyboard()}
            covered={props.chosen.covered()}
            onTap={(id) => props.chosen.choose(id)}
            onScene={(scene) => props.chosen.takeScene(scene)}
          />
        )}
      </Show>
      <Show when={drawn()}>
        <PlanTools
          isStale={props.model.isOffline()}
          onZoom={(factor) => props.chosen.zoomBy(factor)}
          onHome={() => props.chosen.goHome(false)}
        />
      </Show>
      <p class="plan-stale" role="status" hidden={note() === null}>
        {note()}
      </p>
    </div>
  )
}
