/** A floor at this minute, as it hangs on a wall: nobody touches it, so it takes no taps. */
import { createEffect, createSignal, type JSX, onCleanup, onMount } from 'solid-js'
import type { PlaceNow } from '../../domain/bookings/occupancy/floor-now.ts'
import type { Presence } from '../../domain/bookings/presence/presence.ts'
import type { FloorPlan } from '../../floorplans/document/floor-plan.ts'
import type { FloorScene } from '../../floorplans/scene/floor-scene.ts'
import { followTheme } from './follow-theme.ts'
import { loadScene } from './load-scene.ts'
import { looksNow, zonesNow } from './looks-now.ts'

export function FloorNow(props: {
  readonly plan: FloorPlan
  readonly places: readonly PlaceNow[]
  readonly people: readonly Presence[]
  readonly isStale: boolean
}): JSX.Element {
  let host: HTMLDivElement | undefined
  let isGone = false
  const [scene, setScene] = createSignal<FloorScene | null>(null)

  onMount(() => {
    followTheme(() => scene()?.repaint())
    if (host !== undefined) void open(host)
  })
  onCleanup(() => {
    isGone = true
    scene()?.close()
  })

  async function open(hung: HTMLElement): Promise<void> {
    const loaded = await loadScene(() => isGone)
    if (loaded === null) return
    const nobodyTaps = () => undefined
    const opened = await loaded.openFloorScene({
      ...{ host: hung, plan: props.plan, coveredBelow: 0, isStill: true, isOnWall: true },
      ...{ onTap: nobodyTaps, onHold: nobodyTaps },
    })
    if (isGone) return opened?.close()
    setScene(opened)
  }

  createEffect(() =>
    scene()?.show(
      looksNow(props.plan, props.places, props.people, props.isStale),
      zonesNow(props.places),
    ),
  )
  return <div class="floor-now" aria-hidden="true" ref={host} />
}
