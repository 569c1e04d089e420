/** The drawing of a floor as a screen has it: kept, or fetched with its key when the catalogue names another version. */
import { type Accessor, createEffect, createSignal } from 'solid-js'
import type { Floor } from '../../domain/sites/site.ts'
import type { FloorPlan } from '../../floorplans/document/floor-plan.ts'
import { parseFloorPlan } from '../../floorplans/document/parse-floor-plan.ts'
import { fetchScreenPlan } from './ask-as-screen.ts'
import { readKept, writeKept } from './kept.ts'

interface KeptPlan {
  readonly version: number
  readonly plan: unknown
}

/** Null while there is none: the numbers are shown without it. `asked` moves whenever it is worth another try. */
export function createScreenPlan(
  key: string,
  floor: Accessor<Floor | null>,
  asked: Accessor<unknown>,
): Accessor<FloorPlan | null> {
  const [plan, setPlan] = createSignal<FloorPlan | null>(null)
  let shownOf = ''

  async function load({ id, planVersion }: Floor): Promise<void> {
    const name = `plan/${id}`
    const kept = await readKept<KeptPlan>(name)
    if (kept !== null) show(id, kept)
    if (planVersion === 0 || kept?.version === planVersion) return
    const fetched = await fetchScreenPlan(key, id, planVersion)
    if (fetched === null) return
    const next = { version: planVersion, plan: fetched }
    await writeKept(name, next)
    show(id, next)
  }

  function show(floorId: string, { version, plan: found }: KeptPlan): void {
    const of = `${floorId}/${version}`
    if (floor()?.id !== floorId || of === shownOf) return
    const parsed = parseFloorPlan(found)
    shownOf = of
    setPlan(parsed.ok ? parsed.value : null)
  }

  createEffect(() => {
    asked()
    const wanted = floor()
    if (wanted === null) return
    if (!shownOf.startsWith(`${wanted.id}/`)) {
      shownOf = ''
      setPlan(null)
    }
    void load(wanted)
  })
  return plan
}
