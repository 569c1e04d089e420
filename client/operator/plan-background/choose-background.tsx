/** Choosing a picture to draw over: by a button, by dropping it on the floor, or by pasting it; and what became of it. */
import { type JSX, lazy, onCleanup, onMount, Show, Suspense } from 'solid-js'
import { Icon } from '../../ui/icon.tsx'
import { words } from '../../ui/team-words.ts'
import type { Editor } from '../plan-editor/editor.ts'
import type { Choosing } from './background-model.ts'

const ACCEPTED = 'image/png,image/jpeg,image/webp,image/svg+xml,application/pdf,.svg,.pdf'

const DrawingSheet = lazy(async () => ({
  default: (await import('./drawing-sheet.tsx')).DrawingSheet,
}))

export function ChooseBackground(props: { readonly editor: Editor }): JSX.Element {
  const { background } = props.editor
  const isBusy = () => ['reading', 'sending'].includes(background.choosing().kind)
  const problem = () => {
    const now = background.choosing()
    return now.kind === 'refused' ? words.drawing.background.problems[now.why] : ''
  }
  takeDropped((file) => void background.choose(file))
  return (
    <div class="stack" data-gap="small">
      <label class="chip background-file" data-busy={isBusy() ? '' : undefined}>
        <Icon name="add" />
        {background.object() === null
          ? words.drawing.background.choose
          : words.drawing.background.another}
        <input
          type="file"
          class="visually-hidden"
          accept={ACCEPTED}
          disabled={isBusy()}
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? []
            if (file !== undefined) void background.choose(file)
            currentTarget.value = '' // the same file may be chosen again
          }}
        />
      </label>
      <Show when={background.object() === null}>
        <p class="soft">{words.drawing.background.hint}</p>
      </Show>
      <p role="status" class="soft">
        {told(background.choosing())}
      </p>
      <p role="alert" class="state" data-tone="problem">
        {problem()}
      </p>
      <Suspense>
        <Show when={background.drawing()}>
          {(file) => <DrawingSheet editor={props.editor} file={file()} />}
        </Show>
      </Suspense>
    </div>
  )
}

function told(choosing: Choosing): string {
  const { reading, sending, chosen, waits, waitsNot } = words.drawing.background
  switch (choosing.kind) {
    case 'idle':
    case 'refused':
      return ''
    case 'reading':
      return reading
    case 'sending':
      return sending
    case 'chosen':
      return chosen
    case 'waits':
      return waits
    case 'waits-not':
      return waitsNot
  }
}

/** A file dropped anywhere on the page is meant for the floor: without this the browser would leave the page and open it. */
function takeDropped(take: (file: Blob) => void): void {
  const over = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  }
  const drop = (event: DragEvent) => {
    const [file] = event.dataTransfer?.files ?? []
    if (file === undefined || event.defaultPrevented) return
    event.preventDefault()
    if (!isElsewhere(event.target)) take(file)
  }
  const paste = (event: ClipboardEvent) => {
    const [file] = event.clipboardData?.files ?? []
    // A spreadsheet puts a picture of its cells beside them.
    const hasText = event.clipboardData?.types.includes('text/plain') === true
    if (file === undefined || hasText || isElsewhere(event.target)) return
    event.preventDefault()
    take(file)
  }
  onMount(() => {
    addEventListener('dragover', over)
    addEventListener('drop', drop)
    addEventListener('paste', paste)
  })
  onCleanup(() => {
    removeEventListener('dragover', over)
    removeEventListener('drop', drop)
    removeEventListener('paste', paste)
  })
}

/** In a field or a sheet of its own something else is meant. */
function isElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, dialog') !== null
}
