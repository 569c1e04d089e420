/** The way out, past a warning of everything that only this device has. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { signOut } from '../app/sign-out.ts'
import { type NotSent, readNotSent, totalOf } from '../store/not-sent.ts'
import { Icon } from '../ui/icon.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { words } from '../ui/words.ts'

export function SignOutButton(): JSX.Element {
  const [lost, setLost] = createSignal<NotSent | null>(null)
  async function leave(): Promise<void> {
    // A device whose storage is gone has nothing to lose.
    const found = await readNotSent().catch(() => null)
    if (found === null || totalOf(found) === 0) await signOut()
    else setLost(found)
  }
  return (
    <>
      <button type="button" class="button" onClick={() => void leave()}>
        <Icon name="sign-out" />
        {words.account.signOut}
      </button>
      <Show when={lost()}>
        {(found) => (
          <Sheet title={words.account.notSentTitle} onClose={() => setLost(null)}>
            <div class="stack">
              <p>{words.account.notSentSentence}</p>
              <Lost found={found()} />
              <button
                type="button"
                class="button"
                data-kind="primary"
                onClick={() => void signOut()}
              >
                {words.account.signOutAnyway}
              </button>
              <button type="button" class="button" onClick={() => setLost(null)}>
                {words.account.stay}
              </button>
            </div>
          </Sheet>
        )}
      </Show>
    </>
  )
}

const said = ['wishes', 'messages', 'begun', 'pictures', 'edited'] as const

function Lost(props: { readonly found: NotSent }): JSX.Element {
  const lines = () =>
    said.flatMap((part) => {
      const number = props.found[part]
      return number === 0 ? [] : [words.account.notSent[part](number)]
    })
  return (
    <ul>
      <For each={lines()}>{(line) => <li>{line}</li>}</For>
    </ul>
  )
}
