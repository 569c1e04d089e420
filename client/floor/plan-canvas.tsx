/** Hangs the drawing into the page: loads it late, tells it what changed, and takes it down again. */
import { createEffect, createSignal, type JSX, onCleanup, onMount } from 'solid-js'
import type { ResourceId } from '../../domain/values/ids.ts'
import type { FloorPlan } from '../../floorplans/document/floor-plan.ts'
import type { FloorScene } from '../../floorplans/scene/floor-scene.ts'
import type { Looks, ZoneCounts } from '../../floorplans/scene/look.ts'

export interface PlanCanvasProps {
  readonly plan: FloorPlan
  readonly looks: Looks
  readonly zones: ZoneCounts
  readonly chosen: ResourceId | null
  readonly isKeyboard: boolean
  /** Pixels at the lower edge that the bar covers. */
  readonly covered: number
  readonly onTap: (resourceId: ResourceId | null) => void
  readonly onHold: (resourceId: ResourceId) => void
  /** The scene once it stands; null where the browser cannot draw it, and when it is gone. */
  readonly onScene: (scene: FloorScene | null) => void
}

export function PlanCanvas(props: PlanCanvasProps): JSX.Element {
  let host: HTMLDivElement | undefined
  let isGone = false
  const [scene, setScene] = createSignal<FloorScene | null>(null)

  onMount(() => {
    if (host !== undefined) void open(host)
    followTheme(() => scene()?.repaint())
  })
  onCleanup(() => {
    isGone = true
    scene()?.close()
  })

  async function open(hung: HTMLElement): Promise<void> {
    const { openFloorScene } = await import('../../floorplans/scene/floor-scene.ts')
    const opened = await openFloorScene({
      host: hung,
      plan: props.plan,
      coveredBelow: props.covered,
      isStill: matchMedia('(prefers-reduced-motion: reduce)').matches,
      onTap: (placement) => props.onTap(placement?.resourceId ?? null),
      onHold: (placement) => props.onHold(placement.resourceId),
    })
    if (isGone) return opened?.close()
    setScene(opened)
    props.onScene(opened)
  }

  createEffect(() => scene()?.show(props.looks, props.zones))
  createEffect(() => scene()?.mark(props.chosen, props.isKeyboard))
  createEffect(() => {
    scene()?.coverBelow(props.covered)
    if (props.chosen !== null) scene()?.reveal(props.chosen)
  })
  return <div class="plan-canvas" aria-hidden="true" ref={host} />
}

function followTheme(repaint: () => void): void {
  const scheme = matchMedia('(prefers-color-scheme: dark)')
  const chosen = new MutationObserver(repaint)
  scheme.addEventListener('change', repaint)
  chosen.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  onCleanup(() => {
    scheme.removeEventListener('change', repaint)
    chosen.disconnect()
  })
}
