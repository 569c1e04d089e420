import { type JSX, Show } from 'solid-js'
import type { ResourceId } from '../../domain/values/ids.ts'
import { markFavourite } from '../app/mark-favourite.ts'
import { words } from '../ui/words.ts'
import type { ChosenPlace } from './chosen-place.ts'
import { answerOf } from './place-answers.ts'
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
  /** A long touch marks a place; the bar, which opens with it, shows that it did. */
  function hold(id: ResourceId): void {
    props.chosen.choose(id)
    const resource = answerOf(props.model.answers(), id)?.resource
    const favourites = props.model.favourites()
    if (resource === undefined) return
    void markFavourite(resource, !favourites.includes(id), favourites.length)
  }
  return (
    <div class="plan-stage">
      <Show when={drawn()} keyed>
        {(plan) => (
          <PlanCanvas
            siteId={props.model.siteId()}
            plan={plan}
            looks={props.model.looks()}
            zones={props.model.zones()}
            chosen={props.chosen.id()}
            isKeyboard={props.chosen.isKeyboard()}
            covered={props.chosen.covered()}
            onTap={(id) => props.chosen.choose(id)}
            onHold={hold}
            onDoubt={props.chosen.doubt}
            target={props.chosen.target()}
            onReached={() => props.chosen.lookAt(null)}
            onScene={(scene) => props.chosen.takeScene(scene)}
            onClose={() => props.chosen.dropScene()}
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
