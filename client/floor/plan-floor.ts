import { type Accessor, createMemo, createSignal } from 'solid-js'
import type { Floor } from '../../domain/sites/site.ts'
import type { FloorId } from '../../domain/values/ids.ts'
import type { Space } from '../app/with-space.tsx'

/** Which floor is shown. */
export interface PlanFloor {
  readonly all: Accessor<readonly Floor[]>
  readonly shown: Accessor<Floor>
  show(id: FloorId): void
}

/** `first` is what a page has that is there at all: a location may have no floor. */
export function createPlanFloor(space: Accessor<Space>, first: Floor): PlanFloor {
  const [chosen, show] = createSignal<FloorId | null>(null)
  const all = () => space().catalogue.site.floors
  return {
    all,
    shown: createMemo((before: Floor) => floorShown(all(), chosen(), before), first),
    show,
  }
}

/** The chosen one while the location has it, else its first; where it has lost its last one, what was shown until the page has gone. */
export function floorShown(all: readonly Floor[], chosen: FloorId | null, before: Floor): Floor {
  return all.find(({ id }) => id === chosen) ?? all[0] ?? before
}
