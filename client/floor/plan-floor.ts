import { type Accessor, createMemo, createSignal } from 'solid-js'
import type { Floor } from '../../domain/sites/site.ts'
import { must } from '../../domain/values/assert.ts'
import type { FloorId } from '../../domain/values/ids.ts'
import type { Space } from '../app/with-space.tsx'

/** Which floor is shown: the chosen one while the location has it, else its first. */
export interface PlanFloor {
  readonly all: Accessor<readonly Floor[]>
  readonly shown: Accessor<Floor>
  show(id: FloorId): void
}

export function createPlanFloor(space: Accessor<Space>): PlanFloor {
  const [chosen, show] = createSignal<FloorId | null>(null)
  const all = () => space().catalogue.site.floors
  return {
    all,
    shown: createMemo(() =>
      must(all().find(({ id }) => id === chosen()) ?? all()[0], 'a location has a floor'),
    ),
    show,
  }
}
