/** Who comes with the address of a place finds it selected once the floor, which is shown as a whole then, is there. */
import { useSearchParams } from '@solidjs/router'
import { createEffect } from 'solid-js'
import type { Editor } from './editor.ts'

export function selectAsked(editor: Editor): void {
  const [search] = useSearchParams<{ place?: string }>()
  let done: string | undefined
  createEffect(() => {
    const { place } = search
    // Once for each address: whoever selects something else afterwards is left alone.
    if (place === undefined || place === done) return
    const found = editor
      .objects()
      .find(([, object]) => object.kind === 'place' && object.resourceId === place)
    if (found === undefined) return
    done = place
    editor.select([found[0]])
  })
}
