/** A publication on its way: what differs from what members see, what keeps it back, whose bookings it touches, and the sending of it. */
import { createMemo, createSignal } from 'solid-js'
import type { Resolutions } from '../../../domain/bookings/wishes/setting-requests.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import { fingerprint } from '../../../domain/values/fingerprint.ts'
import type { ResourceId } from '../../../domain/values/ids.ts'
import {
  diffPlans,
  isSamePlan,
  type PlanDiff,
} from '../../../floorplans/document/draft/diff-plans.ts'
import type { Draft } from '../../../floorplans/document/draft/draft.ts'
import { draftProblems } from '../../../floorplans/document/draft/draft-problems.ts'
import { planOfDraft } from '../../../floorplans/document/draft/plan-of-draft.ts'
import type { FloorPlan } from '../../../floorplans/document/floor-plan.ts'
import { parseFloorPlan } from '../../../floorplans/document/parse-floor-plan.ts'
import { createPlan } from '../../store/plans.ts'
import { makeIntent, sendIntent } from '../../sync/send-intent.ts'
import { words } from '../../ui/words.ts'
import type { AffectedBooking } from '../save-closure.ts'
import { previewSetting } from '../settings/save-setting.ts'
import type { Editor } from './editor.ts'

export interface Published {
  readonly version: number
}

export function createPublication(editor: Editor, onDone: (published: Published) => void) {
  const stored = createPlan(() => editor.floorId)
  const [affected, setAffected] = createSignal<readonly AffectedBooking[] | null>(null)
  const [resolutions, setResolutions] = createSignal<Resolutions>({})
  const [isBusy, setIsBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<string | null>(null)

  const floor = () => editor.catalogue().site.floors.find(({ id }) => id === editor.floorId)
  const version = () => floor()?.planVersion ?? 0
  const resources = () =>
    new Map(editor.catalogue().resources.map((resource) => [resource.id, resource]))
  const problems = createMemo(() => {
    const draft = editor.draft()
    return draft === null ? [] : draftProblems(draft, resources())
  })
  const before = createMemo((): FloorPlan => {
    const found = stored()
    const parsed = found === null || found === undefined ? null : parseFloorPlan(found.plan)
    return parsed?.ok === true ? parsed.value : emptyPlan(editor)
  })
  const diff = createMemo((): PlanDiff | null => {
    const draft = editor.draft()
    if (draft === null || stored() === undefined) return null
    return diffPlans(before(), planOfDraft(draft, editor.floorId, version() + 1))
  })
  const changed = createMemo(() => {
    const draft = editor.draft()
    return draft === null ? [] : changedResources(draft, editor.catalogue())
  })
  const isNothing = () => {
    const found = diff()
    return found === null || (isSamePlan(found) && changed().length === 0)
  }
  /** Places that are drawn no more at all; one seat less of a pool is still that pool. */
  const retired = createMemo(() => {
    const found = diff()
    const draft = editor.draft()
    if (found === null || draft === null) return []
    const drawn = new Set(
      planOfDraft(draft, editor.floorId, 1).placements.map(({ resourceId }) => resourceId),
    )
    const ids = new Set(found.removed.map(({ resourceId }) => resourceId))
    return [...ids].filter((id) => !drawn.has(id) && resources().has(id))
  })

  async function findAffected(): Promise<readonly AffectedBooking[] | string> {
    const all: AffectedBooking[] = []
    for (const resourceId of retired()) {
      const basedOn = fingerprint(resources().get(resourceId))
      const siteId = editor.catalogue().site.id
      const body = { siteId, basedOn, resourceId, resolutions: {} }
      const found = await previewSetting('resource.retire', body)
      if (typeof found === 'string') return found
      all.push(...found)
    }
    return all
  }

  async function attempt(): Promise<string | null> {
    const { at, isOnline } = editor.standing()
    if (!isOnline) return words.drawing.publish.needsConnection
    if (at === null) return words.drawing.publish.waits
    if (affected() === null) {
      const found = await findAffected()
      if (typeof found === 'string') return found
      setAffected(found)
      if (found.length > 0) return null
    }
    const { id: siteId } = editor.catalogue().site
    const answer = await sendIntent(
      makeIntent('plan.publish', {
        siteId,
        floorId: editor.floorId,
        ...at,
        basedOn: version(),
        resolutions: resolutions(),
      }),
    )
    if (answer.kind === 'unreachable') return words.drawing.publish.needsConnection
    if (answer.kind === 'failed') return answer.message
    const { outcome } = answer.settled
    if (outcome.kind !== 'refused') {
      onDone({ version: version() + 1 })
      return null
    }
    setAffected(null)
    return outcome.refusal.reason === 'setting-changed'
      ? words.drawing.publish.changedMeanwhile
      : words.refusal(outcome.refusal)
  }

  return {
    version,
    problems,
    diff,
    changed,
    isNothing,
    affected,
    resolutions,
    setResolutions,
    isBusy,
    trouble,
    /** The space as it would be. */
    after: (): Catalogue => {
      const gone = new Set<ResourceId>(retired())
      const catalogue = editor.catalogue()
      return { ...catalogue, resources: catalogue.resources.filter(({ id }) => !gone.has(id)) }
    },
    publish: async () => {
      setIsBusy(true)
      setTrouble(await attempt())
      setIsBusy(false)
    },
  }
}

function emptyPlan(editor: Editor): FloorPlan {
  const size = editor.draft()?.size ?? { width: 1, height: 1 }
  return planOfDraft({ size, objects: new Map(), resources: new Map() }, editor.floorId, 1)
}

/** Known places of which the draft says something that the catalogue does not. */
function changedResources(draft: Draft, { resources }: Catalogue): readonly ResourceId[] {
  return resources.flatMap((resource) => {
    const own = draft.resources.get(resource.id)
    if (own === undefined) return []
    const isOther = Object.entries(own).some(
      ([key, value]) => JSON.stringify(resource[key as keyof typeof own]) !== JSON.stringify(value), // keys of DraftResource are keys of Resource
    )
    return isOther ? [resource.id] : []
  })
}
