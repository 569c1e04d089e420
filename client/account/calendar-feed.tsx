/** The member's bookings in their own calendar: a secret address that another calendar asks, made, replaced and ended here. */
import { createSignal, type JSX, Show } from 'solid-js'
import { toInstant } from '../../domain/values/instant.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { createAct } from '../app/act.ts'
import { askSpace } from '../app/ask-space.ts'
import type { Space } from '../app/with-space.tsx'
import { Icon } from '../ui/icon.tsx'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'

export function CalendarFeed(props: { readonly space: Space }): JSX.Element {
  const [madeAt, setMadeAt] = createSignal<number | null>(null)
  const [address, setAddress] = createSignal<string | null>(null)
  const act = createAct()
  async function read(): Promise<void> {
    const body = await act.run(() => askSpace('GET', '/api/calendar'))
    if (body !== null) setMadeAt((body as { madeAt: number | null }).madeAt) // our own server
  }
  async function make(): Promise<void> {
    const body = await act.run(() => askSpace('POST', '/api/calendar'))
    if (body === null) return
    setAddress((body as { address: string }).address) // our own server
    await read()
  }
  async function end(): Promise<void> {
    if ((await act.run(() => askSpace('DELETE', '/api/calendar'))) === null) return
    setAddress(null)
    setMadeAt(null)
  }
  async function copy(text: string): Promise<void> {
    await navigator.clipboard.writeText(text)
    showToast(words.account.copied)
  }
  const since = (at: number) =>
    words.account.feedSince(
      words.amounts.longDate(toWallTime(props.space.catalogue.zone, toInstant(at)).date),
    )
  return (
    <details class="section" onToggle={(event) => event.currentTarget.open && void read()}>
      <summary>
        <Icon name="bookings" />
        {words.account.feed}
      </summary>
      <p class="soft">{words.account.feedSentence}</p>
      <Show when={madeAt()}>{(at) => <p>{since(at())}</p>}</Show>
      <Show when={address()}>
        {(text) => (
          <div class="notice" data-tone="held" role="status">
            <p>{words.account.feedShownOnce}</p>
            <code class="key">{text()}</code>
            <button type="button" class="button" onClick={() => void copy(text())}>
              {words.account.copy}
            </button>
          </div>
        )}
      </Show>
      <div class="row">
        <button type="button" class="button" disabled={act.isBusy()} onClick={() => void make()}>
          {madeAt() === null ? words.account.makeFeed : words.account.replaceFeed}
        </button>
        <Show when={madeAt() !== null}>
          <button
            type="button"
            class="button"
            data-kind="quiet"
            disabled={act.isBusy()}
            onClick={() => void end()}
          >
            {words.account.endFeed}
          </button>
        </Show>
      </div>
      <p role="alert" class="state" data-tone="problem">
        {act.trouble()}
      </p>
    </details>
  )
}
