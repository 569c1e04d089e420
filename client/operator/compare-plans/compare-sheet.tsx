/** Two versions of a floor beside each other, which move as one; what differs is marked on both and listed, and either can be drawn on from. */
import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import type { Floor } from '../../../domain/sites/site.ts'
import type { Size } from '../../../floorplans/document/draft/draft.ts'
import { hullOfBounds } from '../../../floorplans/editor/arrange.ts'
import { boundsOfObject } from '../../../floorplans/editor/object-box.ts'
import type { Space } from '../../app/with-space.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/team-words.ts'
import { drawOn } from '../plan-editor/draw-on.ts'
import type { Editor } from '../plan-editor/editor.ts'
import { ZoomButtons } from '../plan-editor/editor-tools.tsx'
import { fetchHistory } from '../plan-editor/fetch-history.ts'
import { createSheetView, sheetOf } from '../plan-editor/sheet-view.ts'
import { SelectField } from '../settings/fields.tsx'
import { ChangeList } from './change-list.tsx'
import {
  type Compared,
  type Comparison,
  createComparison,
  type Side,
  type SideName,
  sides,
  type ToldChange,
} from './compare-model.ts'
import { ComparedSheet } from './compared-sheet.tsx'
import { makeLookAround } from './look-around.ts'

export function CompareSheet(props: {
  readonly space: Space
  readonly floor: Floor
  readonly editor: Editor
  readonly version: number
  readonly onClose: () => void
}): JSX.Element {
  const { editor } = props
  const comparison = createComparison(editor, props.version)
  const view = createSheetView(() => ({
    size: largerOf(comparison),
    labels: sides.flatMap((side) => sheetOf(comparison[side].drawn() ?? null).labels),
  }))
  const look = makeLookAround(view)
  const [focused, setFocused] = createSignal<ToldChange | null>(null)
  const [history] = createResource(() => fetchHistory(props.floor.id))
  const options = () => {
    const found = history.state === 'ready' ? history() : null
    const known = found?.versions.map(({ version }) => version) ?? [props.version]
    return [
      { value: 'draft', label: words.comparison.draft },
      ...known.map((version) => ({
        value: String(version),
        label: words.drawing.versions.version(version),
      })),
    ]
  }

  function focus(change: ToldChange): void {
    setFocused(change)
    const its = sides.flatMap(
      (side) => comparison[side].drawn()?.objects.get(change[side] ?? '') ?? [],
    )
    if (its.length > 0) view.lookAt(hullOfBounds(its.map(boundsOfObject)))
  }

  const pane = (side: SideName) => {
    const compared: Compared = comparison[side]
    const label = () => nameOf(compared.chosen())
    return (
      <section class="compared-pane">
        <div class="compared-choice">
          <SelectField
            label={words.comparison[side]}
            value={String(compared.chosen())}
            options={options()}
            problem={null}
            onChange={(value) => compared.choose(value === 'draft' ? value : Number(value))}
          />
          <DrawOn {...props} compared={compared} />
        </div>
        <div class="compared-stage">
          <Show
            when={compared.drawn()}
            fallback={
              <p class="soft" role="status">
                {compared.drawn() === null ? words.comparison.unreachable : words.drawing.arriving}
              </p>
            }
          >
            {(draft) => (
              <ComparedSheet
                editor={editor}
                side={side}
                label={words.comparison.side(label())}
                draft={draft()}
                changes={comparison.changes()}
                focused={focused()}
                view={view}
                look={look}
              />
            )}
          </Show>
        </div>
      </section>
    )
  }

  return (
    <Sheet title={words.comparison.title} onClose={props.onClose}>
      <div class="compared">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: keys that move what the list brings into sight as well */}
        <div class="compared-panes" onKeyDown={look.key}>
          <For each={sides}>{pane}</For>
          <ZoomButtons view={view} />
        </div>
        <ChangeList
          changes={comparison.changes()}
          isResized={comparison.isResized()}
          focused={focused()}
          onFocus={focus}
        />
      </div>
    </Sheet>
  )
}

function DrawOn(props: {
  readonly space: Space
  readonly editor: Editor
  readonly compared: Compared
  readonly onClose: () => void
}): JSX.Element {
  const version = () => {
    const chosen = props.compared.chosen()
    return chosen === 'draft' || !props.compared.drawn() ? undefined : chosen
  }
  function use(chosen: number): void {
    const drawn = props.compared.drawn()
    if (!drawn) return
    drawOn(props.editor, props.space, chosen, { ...drawn, resources: new Map() })
    props.onClose()
  }
  return (
    <Show when={version()}>
      {(chosen) => (
        <button
          type="button"
          class="button"
          data-kind="quiet"
          aria-label={words.comparison.use(chosen())}
          onClick={() => use(chosen())}
        >
          {words.comparison.drawOn}
        </button>
      )}
    </Show>
  )
}

function nameOf(side: Side): string {
  return side === 'draft' ? words.comparison.draft : words.drawing.versions.version(side)
}

/** Floors that grew are looked at as the larger one. */
function largerOf({ before, after }: Comparison): Size {
  const both = [before.drawn()?.size, after.drawn()?.size].filter((size) => size !== undefined)
  return {
    width: Math.max(1, ...both.map(({ width }) => width)),
    height: Math.max(1, ...both.map(({ height }) => height)),
  }
}
