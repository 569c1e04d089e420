/** Drawing a floor: its sheet, the list that does the same, and what stands between the draft and the members. */
import { A, useParams } from '@solidjs/router'
import { createEffect, createSignal, For, type JSX, on, onCleanup, onMount, Show } from 'solid-js'
import type { Floor } from '../../../domain/sites/site.ts'
import { NothingToBook } from '../../app/nothing-to-book.tsx'
import type { Space } from '../../app/with-space.tsx'
import { Icon } from '../../ui/icon.tsx'
import { words } from '../../ui/team-words.ts'
import { OnlyForWhoMay } from '../only-for.tsx'
import '../settings/settings.css'
import { DeletionNotices } from './deletion-notices.tsx'
import { createEditor, type Editor } from './editor.ts'
import { takeKey } from './editor-keys.ts'
import { EditorNotices } from './editor-notices.tsx'
import { type EditorSheet, EditorSheets } from './editor-sheets.tsx'
import { EditorTools, ZoomButtons } from './editor-tools.tsx'
import { withVoice } from './editor-voice.ts'
import { FloorSheet } from './floor-sheet.tsx'
import { MiniMap } from './mini-map.tsx'
import { ObjectList } from './object-list.tsx'
import './editor-print.css'
import './editor-sheets.css'
import '../plan-background/background.css'
import './plan-editor.css'
import './drawn.css'
import { Properties } from './properties.tsx'
import { selectAsked } from './select-asked.ts'
import { createSheetView, sheetOf } from './sheet-view.ts'

export function PlanEditorPage(): JSX.Element {
  return <OnlyForWhoMay kind="plan.publish">{(space) => <Floors space={space()} />}</OnlyForWhoMay>
}

function Floors(props: { readonly space: Space }): JSX.Element {
  const params = useParams<{ floor?: string }>()
  const floors = () => props.space.catalogue.site.floors
  const floor = () => floors().find(({ id }) => id === params.floor) ?? floors()[0]
  return (
    <Show when={floor()?.id} keyed fallback={<NoFloors space={props.space} />}>
      {(id) => {
        const shown = () => floors().find((one) => one.id === id)
        return <Show when={shown()}>{(one) => <Draw space={props.space} floor={one()} />}</Show>
      }}
    </Show>
  )
}

function NoFloors(props: { readonly space: Space }): JSX.Element {
  return (
    <main class="page" id="main" tabindex="-1">
      <h1>{words.drawing.title}</h1>
      <NothingToBook space={props.space} />
    </main>
  )
}

/** The tools stand at the left edge of the sheet, as wide as this. */
const TOOLS_PX = 56

function Draw(props: { readonly space: Space; readonly floor: Floor }): JSX.Element {
  const editor = withVoice(createEditor(() => props.space, props.floor.id))
  const view = createSheetView(() => sheetOf(editor.draft()), TOOLS_PX)
  selectAsked(editor)
  const [open, setOpen] = createSignal<EditorSheet | null>(null)
  const close = () => setOpen(null)
  const keys = (event: KeyboardEvent) => takeKey(editor, event, () => setOpen('keys'))
  let side: HTMLElement | undefined
  // Of what is selected on the sheet the fields are seen; in the list nothing moves under the hand.
  createEffect(
    on(
      editor.selection,
      () => {
        const { activeElement } = document
        if (side !== undefined && !side.contains(activeElement)) side.scrollTop = 0
      },
      { defer: true },
    ),
  )
  onMount(() => addEventListener('keydown', keys))
  onCleanup(() => removeEventListener('keydown', keys))
  return (
    <Show when={editor.draft()} fallback={<Nothing editor={editor} />}>
      <main class="plan-editor" id="main" tabindex="-1">
        <Head {...props} editor={editor} onOpen={setOpen} />
        <div class="editor-stage">
          <FloorSheet editor={editor} view={view} />
          <EditorTools editor={editor} />
          <ZoomButtons view={view} />
          <MiniMap editor={editor} view={view} />
        </div>
        <aside ref={side} class="editor-side stack" aria-label={words.drawing.things}>
          <div class="editor-told">
            <EditorNotices editor={editor} />
            <DeletionNotices editor={editor} me={props.space.member.id} />
          </div>
          <Show when={editor.selected().length > 0}>
            <Properties editor={editor} />
          </Show>
          <p role="status" class="visually-hidden">
            {editor.said()}
          </p>
          <ObjectList space={props.space} editor={editor} view={view} onOpen={setOpen} />
        </aside>
        <EditorSheets
          {...props}
          editor={editor}
          view={view}
          open={open()}
          onOpen={setOpen}
          onClose={close}
        />
      </main>
    </Show>
  )
}

function Nothing(props: { readonly editor: Editor }): JSX.Element {
  const text = () => {
    const { isForbidden, isOnline } = props.editor.standing()
    if (isForbidden) return words.drawing.forbidden
    return isOnline ? words.drawing.arriving : words.drawing.firstOffline
  }
  return (
    <main class="page" id="main" tabindex="-1">
      <h1>{words.drawing.title}</h1>
      <p role="status" class="soft">
        {text()}
      </p>
    </main>
  )
}

function Head(props: {
  readonly space: Space
  readonly floor: Floor
  readonly editor: Editor
  readonly onOpen: (what: EditorSheet) => void
}): JSX.Element {
  const others = () => props.editor.people().map(({ name }) => name)
  return (
    <header class="editor-head">
      <h1>{props.floor.name}</h1>
      <FloorChoice {...props} />
      <p role="status" class="soft">
        <Saved editor={props.editor} />
        <Show when={others().length > 0}> · {words.drawing.here(others())}</Show>
      </p>
      <button
        type="button"
        class="button"
        data-kind="icon"
        aria-label={words.drawing.undo}
        disabled={!props.editor.canUndo()}
        onClick={() => props.editor.undo()}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        class="button editor-redo"
        data-kind="icon"
        aria-label={words.drawing.redo}
        disabled={!props.editor.canRedo()}
        onClick={() => props.editor.redo()}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        class="button"
        data-kind="quiet"
        onClick={() => props.onOpen('versions')}
      >
        {words.drawing.versions.open}
      </button>
      <button
        type="button"
        class="button"
        data-kind="primary"
        onClick={() => props.onOpen('publish')}
      >
        {words.drawing.publish.open}
      </button>
    </header>
  )
}

/** Where the draft is kept. */
function Saved(props: { readonly editor: Editor }): JSX.Element {
  const text = () => {
    const { isConfirmed, isOnline } = props.editor.standing()
    if (!isOnline) return words.drawing.kept
    return isConfirmed ? words.drawing.confirmed : words.drawing.sending
  }
  return <>{text()}</>
}

function FloorChoice(props: { readonly space: Space; readonly floor: Floor }): JSX.Element {
  const others = () => props.space.catalogue.site.floors
  return (
    <Show when={others().length > 1}>
      <nav class="strip" aria-label={words.floor.floor}>
        <For each={others()}>
          {({ id, name }) => (
            <A
              class="chip"
              href={`/operator/floor/${id}`}
              aria-current={id === props.floor.id ? 'page' : undefined}
            >
              {name}
            </A>
          )}
        </For>
      </nav>
    </Show>
  )
}
