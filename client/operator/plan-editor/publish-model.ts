/** A publication on its way: what differs from what members see, what keeps it back, whose bookings it touches, and the sending of it. */
import { createMemo, createResource, createSignal } from 'solid-js'
import { applyPlan } from '../../../domain/bookings/settings/publish-plan.ts'
import type { Resolutions } from '../../../domain/bookings/wishes/setting-requests.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import {
  diffPlans,
  isSamePlan,
  type PlanDiff,
} from '../../../floorplans/document/draft/diff-plans.ts'
import { planOfDraft } from '../../../floorplans/document/draft/plan-of-draft.ts'
import type { FloorPlan } from '../../../floorplans/document/floor-plan.ts'
import { parseFloorPlan } from '../../../floorplans/document/parse-floor-plan.ts'
import { publicationOf } from '../../../floorplans/document/publish/publication.ts'
import { createPlan } from '../../store/plans.ts'
import { makeIntent, sendIntent } from '../../sync/send-intent.ts'
import { words } from '../../ui/team-words.ts'
import type { AffectedBooking } from '../save-closure.ts'
import { previewSetting } from '../settings/save-setting.ts'
import type { Editor } from './editor.ts'
import { fetchHistory } from './fetch-history.ts'

export interface Published {
  readonly version: number
}

export function createPublication(editor: Editor, onDone: (published: Published) => void) {
  const stored = createPlan(() => editor.floorId)
  const [history] = createResource(() => fetchHistory(editor.floorId))
  const [affected, setAffected] = createSignal<readonly AffectedBooking[] | null>(null)
  const [resolutions, setResolutions] = createSignal<Resolutions>({})
  const [isBusy, setIsBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<string | null>(null)

  const floor = () => editor.catalogue().site.floors.find(({ id }) => id === editor.floorId)
  const version = () => floor()?.planVersion ?? 0
  const resources = () =>
    new Map(editor.catalogue().resources.map((resource) => [resource.id, resource]))
  /** What members see; undefined until it was read from this device. */
  const published = createMemo((): FloorPlan | null | undefined => {
    const found = stored()
    if (found === null || found === undefined) return found
    const parsed = parseFloorPlan(found.plan)
    return parsed.ok ? parsed.value : null
  })
  const publication = createMemo(() => {
    const [draft, plan] = [editor.draft(), published()]
    if (draft === null || plan === undefined) return undefined
    // Without a connection nothing can be published: then it need not be known what earlier drafts said.
    const places = history()?.places ?? new Map()
    return publicationOf(draft, editor.floorId, { plan, places }, resources())
  })
  const problems = () => publication()?.problems ?? []
  const diff = createMemo((): PlanDiff | null => {
    const next = publication()?.plan
    return next === undefined ? null : diffPlans(published() ?? emptyFrom(next), next)
  })
  /** Places that members know and that are called or used otherwise. */
  const changed = createMemo(() =>
    (publication()?.drawn.places ?? []).flatMap(({ resourceId, set }) =>
      resources().has(resourceId) && Object.keys(set).length > 0 ? [resourceId] : [],
    ),
  )
  const isNothing = () => {
    const found = diff()
    return found === null || (isSamePlan(found) && changed().length === 0)
  }
  async function attempt(): Promise<string | null> {
    const { at, isOnline } = editor.standing()
    if (!isOnline) return words.drawing.publish.needsConnection
    if (at === null) return words.drawing.publish.waits
    const { id: siteId } = editor.catalogue().site
    const basedOn = version() // the next one is often here before the answer
    const named = { siteId, floorId: editor.floorId, ...at, basedOn }
    if (affected() === null) {
      const found = await previewSetting('plan.publish', { ...named, resolutions: {} })
      if (typeof found === 'string') return found
      setAffected(found.affected)
      if (found.affected.length > 0) return null
    }
    const body = { ...named, resolutions: resolutions() }
    const answer = await sendIntent(makeIntent('plan.publish', body))
    if (answer.kind === 'unreachable') return words.drawing.publish.needsConnection
    if (answer.kind === 'failed') return answer.message
    const { outcome } = answer.settled
    if (outcome.kind !== 'refused') {
      onDone({ version: basedOn + 1 })
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
      const drawn = publication()?.drawn
      return drawn === undefined ? editor.catalogue() : applyPlan(editor.catalogue(), drawn).after
    },
    publish: async () => {
      setIsBusy(true)
      setTrouble(await attempt())
      setIsBusy(false)
    },
  }
}

/** A floor of which nothing was published: all that is drawn is new. */
function emptyFrom({ floorId, version, width, height }: FloorPlan): FloorPlan {
  const draft = { size: { width, height }, objects: new Map(), resources: new Map() }
  return planOfDraft(draft, floorId, version)
}
