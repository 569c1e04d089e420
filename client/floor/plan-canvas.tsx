/** Hangs the drawing into the page: loads it late, tells it what changed, and takes it down again. */
import { createEffect, createSignal, type JSX, onCleanup, onMount } from 'solid-js'
import { photoPath } from '../../domain/sites/photo.ts'
import type { ResourceId, SiteId } from '../../domain/values/ids.ts'
import type { Background, FloorPlan } from '../../floorplans/document/floor-plan.ts'
import type { FloorScene } from '../../floorplans/scene/floor-scene.ts'
import type { Looks, ZoneCounts } from '../../floorplans/scene/look.ts'
import { followPrint } from './follow-print.ts'
import { followTheme } from './follow-theme.ts'
import { loadScene } from './load-scene.ts'

export interface PlanCanvasProps {
  readonly siteId: SiteId
  readonly plan: FloorPlan
  readonly looks: Looks
  readonly zones: ZoneCounts
  readonly chosen: ResourceId | null
  readonly isKeyboard: boolean
  /** Pixels at the lower edge that the bar covers. */
  readonly covered: number
  readonly onTap: (resourceId: ResourceId | null) => void
  readonly onHold: (resourceId: ResourceId) => void
  /** A tap that may have meant any of these. */
  readonly onDoubt: (ids: readonly ResourceId[]) => void
  /** A place to bring to the middle; that it was is told by `onReached`. */
  readonly target: ResourceId | null
  readonly onReached: () => void
  /** The scene once it stands; null where the browser cannot draw it. */
  readonly onScene: (scene: FloorScene | null) => void
  readonly onClose: () => void
}

export function PlanCanvas(props: PlanCanvasProps): JSX.Element {
  let host: HTMLDivElement | undefined
  let isGone = false
  const [scene, setScene] = createSignal<FloorScene | null>(null)

  onMount(() => {
    if (host !== undefined) void open(host)
    followTheme(() => scene()?.repaint())
    followPrint(host, () => scene()?.forPaper())
  })
  onCleanup(() => {
    isGone = true
    props.onClose()
    scene()?.close()
  })

  async function open(hung: HTMLElement): Promise<void> {
    const loaded = await loadScene(() => isGone)
    if (loaded === null) return
    const opened = await loaded.openFloorScene({
      host: hung,
      plan: props.plan,
      coveredBelow: props.covered,
      isStill: matchMedia('(prefers-reduced-motion: reduce)').matches,
      onTap: (placement) => props.onTap(placement?.resourceId ?? null),
      onHold: (placement) => props.onHold(placement.resourceId),
      onDoubt: (placements) => props.onDoubt(placements.map((one) => one.resourceId)),
    })
    if (isGone) return opened?.close()
    setScene(opened)
    props.onScene(opened)
    const { background } = props.plan
    if (opened !== null && background !== undefined) void lay(opened, background)
  }

  async function lay(opened: FloorScene, background: Background): Promise<void> {
    const { loadBackground } = await import('../../floorplans/scene/background-layer.ts')
    const address = photoPath(props.siteId, background.picture)
    const picture = await loadBackground(background, address)
    if (picture !== null && !isGone) opened.lay(picture)
  }

  createEffect(() => scene()?.show(props.looks, props.zones))
  createEffect(() => scene()?.mark(props.chosen, props.isKeyboard))
  createEffect(() => {
    scene()?.coverBelow(props.covered)
    if (props.chosen !== null) scene()?.reveal(props.chosen)
  })
  createEffect(() => {
    const { target, plan } = props
    const drawn = scene()
    const isHere = plan.placements.some(({ resourceId }) => resourceId === target)
    if (drawn === null || target === null || !isHere) return
    drawn.lookAt(target)
    props.onReached()
  })
  return <div class="plan-canvas" aria-hidden="true" ref={host} />
}
