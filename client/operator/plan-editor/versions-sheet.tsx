/** What was published before, who changed what since, and drawing on from any of it. */
import { createResource, For, type JSX, Show } from 'solid-js'
import type { Floor } from '../../../domain/sites/site.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import { formatMinute, toWallTime } from '../../../domain/values/zone.ts'
import type { EditSession } from '../../../floorplans/document/draft/edit-session.ts'
import { draftOfPlan } from '../../../floorplans/document/draft/plan-of-draft.ts'
import { parseFloorPlan } from '../../../floorplans/document/parse-floor-plan.ts'
import type { PlanHistory, PlanVersion } from '../../../floorplans/document/publish/plan-history.ts'
import type { Space } from '../../app/with-space.tsx'
import { fetchPlan } from '../../sync/plan-prefetch.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/team-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { drawOn } from './draw-on.ts'
import type { Editor } from './editor.ts'
import { fetchHistory } from './fetch-history.ts'
import { nameOfThing, sayEdits } from './say-edits.ts'
import { TemplateChoice } from './template-choice.tsx'

export function VersionsSheet(props: {
  readonly space: Space
  readonly floor: Floor
  readonly editor: Editor
  readonly onCompare: (version: number) => void
  readonly onClose: () => void
}): JSX.Element {
  const [history] = createResource(() => fetchHistory(props.floor.id))
  const when = (at: Instant) => {
    const { catalogue, today } = props.space
    const wall = toWallTime(catalogue.zone, at)
    return `${words.amounts.date(wall.date, today)}, ${formatMinute(wall.minute)}`
  }

  async function use(version: number): Promise<void> {
    const parsed = parseFloorPlan(await fetchPlan(props.floor.id, version))
    if (!parsed.ok) return showToast(words.drawing.versions.needsConnection)
    drawOn(props.editor, props.space, version, draftOfPlan(parsed.value))
    props.onClose()
  }

  return (
    <Sheet title={words.drawing.versions.title} onClose={props.onClose}>
      <div class="stack">
        <Show
          when={history.state === 'ready'}
          fallback={<p class="soft">{words.drawing.arriving}</p>}
        >
          <Show
            when={history()}
            fallback={<p role="alert">{words.drawing.versions.needsConnection}</p>}
          >
            {(found) => (
              <ul class="stack">
                <For each={inTime(found())}>
                  {(one) =>
                    'version' in one ? (
                      <Version {...props} one={one} when={when} onUse={use} />
                    ) : (
                      <Session {...props} one={one} when={when} />
                    )
                  }
                </For>
              </ul>
            )}
          </Show>
        </Show>
        <TemplateChoice {...props} onDone={props.onClose} />
      </div>
    </Sheet>
  )
}

/** Versions, and between them who changed what on the way to each. */
function inTime({ versions, sessions }: PlanHistory): readonly (PlanVersion | EditSession)[] {
  const at = (one: PlanVersion | EditSession) => ('version' in one ? one.publishedAt : one.endedAt)
  return [...versions, ...sessions].toSorted((one, other) => at(other) - at(one))
}

function Version(props: {
  readonly floor: Floor
  readonly one: PlanVersion
  readonly when: (at: Instant) => string
  readonly onUse: (version: number) => Promise<void>
  readonly onCompare: (version: number) => void
}): JSX.Element {
  const { version, publishedAt, by, changes } = props.one
  return (
    <li class="card row" data-spread>
      <div>
        <strong>{words.drawing.versions.version(version)}</strong>
        <p class="soft">{words.drawing.versions.when(props.when(publishedAt), by?.name ?? null)}</p>
        <Show when={changes} keyed>
          {({ moved, added, removed }) => (
            <p class="soft">{words.drawing.publish.summary(moved, added, removed)}</p>
          )}
        </Show>
      </div>
      <div class="row">
        <button
          type="button"
          class="button"
          data-kind="soft"
          aria-label={words.comparison.with(version)}
          onClick={() => props.onCompare(version)}
        >
          {words.comparison.open}
        </button>
        <Show
          when={version !== props.floor.planVersion}
          fallback={<span class="soft">{words.drawing.versions.current}</span>}
        >
          <button type="button" class="button" onClick={() => void props.onUse(version)}>
            {words.drawing.versions.use}
          </button>
        </Show>
      </div>
    </li>
  )
}

function Session(props: {
  readonly space: Space
  readonly editor: Editor
  readonly one: EditSession
  readonly when: (at: Instant) => string
}): JSX.Element {
  const sentences = () =>
    sayEdits(props.one.told, (thing) => {
      const draft = props.editor.draft()
      return draft === null ? '' : nameOfThing(props.space.catalogue, draft, thing)
    })
  return (
    <li>
      <p class="soft">
        {words.drawing.versions.when(props.when(props.one.endedAt), props.one.by.name)}
      </p>
      <p>{sentences()}</p>
    </li>
  )
}
