import { createSignal, type JSX, Show } from 'solid-js'
import { createAct } from '../app/act.ts'
import { askSpace } from '../app/ask-space.ts'
import { isSampleSpace } from '../app/sample.ts'
import type { Space } from '../app/with-space.tsx'
import { Icon } from '../ui/icon.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { words } from '../ui/words.ts'

/** The sample space as on its first day: for its owner, and only there. Everybody is signed out by it. */
export function ResetSample(props: { readonly space: Space }): JSX.Element {
  const [isAsking, setIsAsking] = createSignal(false)
  const act = createAct()
  async function reset(): Promise<void> {
    const body = await act.run(() => askSpace('POST', '/api/sample/reset', { confirmed: true }))
    if (body !== null) location.replace('/')
  }
  return (
    <Show when={isSampleSpace() && props.space.member.role === 'owner'}>
      <button type="button" class="button" onClick={() => setIsAsking(true)}>
        <Icon name="undo" />
        {words.account.resetSample}
      </button>
      <Show when={isAsking()}>
        <Sheet title={words.account.resetQuestion} onClose={() => setIsAsking(false)}>
          <div class="stack">
            <p>{words.account.resetSentence}</p>
            <p role="alert" class="state" data-tone="problem">
              {act.trouble()}
            </p>
            <button
              type="button"
              class="button"
              data-kind="primary"
              disabled={act.isBusy()}
              onClick={() => void reset()}
            >
              {words.account.resetSample}
            </button>
            <button type="button" class="button" onClick={() => setIsAsking(false)}>
              {words.account.keepSample}
            </button>
          </div>
        </Sheet>
      </Show>
    </Show>
  )
}
