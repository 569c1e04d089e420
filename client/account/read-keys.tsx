/** Read-only keys with which another tool of the member's may follow what the member may read. A key is shown once. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { createAct } from '../app/act.ts'
import { askSpace } from '../app/ask-space.ts'
import { Icon } from '../ui/icon.tsx'
import { words } from '../ui/words.ts'

interface ReadKey {
  readonly id: string
  readonly name: string
}

/** What a plain y-websocket client is given, by the name of a document. */
function addressPattern(): string {
  return `${location.origin.replace('http', 'ws')}/sync/{name}?token={key}`
}

export function ReadKeys(): JSX.Element {
  const [keys, setKeys] = createSignal<readonly ReadKey[]>([])
  const [name, setName] = createSignal('')
  const [made, setMade] = createSignal<string | null>(null)
  const act = createAct()
  async function read(): Promise<void> {
    const body = await act.run(() => askSpace('GET', '/api/read-keys'))
    if (body !== null) setKeys((body as { keys: readonly ReadKey[] }).keys) // our own server
  }
  async function make(): Promise<void> {
    const body = await act.run(() => askSpace('POST', '/api/read-keys', { name: name() }))
    if (body === null) return
    setMade((body as { key: string }).key) // our own server
    setName('')
    await read()
  }
  async function remove(id: string): Promise<void> {
    setMade(null)
    if ((await act.run(() => askSpace('DELETE', `/api/read-keys/${id}`))) !== null) await read()
  }
  return (
    <details class="section" onToggle={(event) => event.currentTarget.open && void read()}>
      <summary>
        <Icon name="switch" />
        {words.account.tools}
      </summary>
      <p class="soft">{words.account.toolsSentence}</p>
      <ul class="facts">
        <For each={keys()}>
          {(key) => (
            <li>
              <span>{key.name}</span>
              <button
                type="button"
                class="button"
                data-kind="quiet"
                aria-label={words.account.removeTool(key.name)}
                disabled={act.isBusy()}
                onClick={() => void remove(key.id)}
              >
                {words.account.remove}
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={made()}>
        {(key) => (
          <div class="notice" data-tone="held" role="status">
            <p>{words.account.keyShownOnce}</p>
            <code class="key">{key()}</code>
            <p class="soft">{words.account.keyAddress}</p>
            <code class="key">{addressPattern()}</code>
          </div>
        )}
      </Show>
      <form
        class="row"
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        <label class="field">
          {words.account.toolName}
          <input
            required
            maxlength="60"
            value={name()}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="button" disabled={act.isBusy()}>
          {words.account.addTool}
        </button>
      </form>
      <p role="alert" class="state" data-tone="problem">
        {act.trouble()}
      </p>
    </details>
  )
}
