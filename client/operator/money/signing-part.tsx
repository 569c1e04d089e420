/** What the location signs with, and a new key where that is wanted. */
import { createResource, createSignal, For, type JSX, Show } from 'solid-js'
import type { SigningKey } from '../../../domain/billing/papers/paper.ts'
import { formatMinute, toWallTime } from '../../../domain/values/zone.ts'
import { readJson } from '../../app/ask-space.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/team-words.ts'
import { showToast } from '../../ui/toast.tsx'
import { sendBilling } from './read-books.ts'

export function SigningPart(props: { readonly space: Space }): JSX.Element {
  const siteId = () => props.space.catalogue.site.id
  const [log, { refetch }] = createResource(siteId, (id) =>
    readJson<{ readonly keys: readonly SigningKey[] }>(`/api/billing/${id}/signing`),
  )
  const [isSending, setIsSending] = createSignal(false)
  const [trouble, setTrouble] = createSignal<string | null>(null)

  async function renew(): Promise<void> {
    setIsSending(true)
    const said = await sendBilling('signing.renew', { siteId: siteId() })
    setIsSending(false)
    setTrouble(said)
    if (said !== null) return
    showToast(words.papers.renewed)
    await refetch()
  }

  return (
    <section class="stack" aria-labelledby="signing">
      <h2 id="signing">{words.papers.signing}</h2>
      <p class="soft">{words.papers.signingSentence}</p>
      <Show when={log.latest} fallback={<p>{log.loading ? '' : words.settings.needsConnection}</p>}>
        {(found) => (
          <>
            <Show when={found().keys.length > 0} fallback={<p>{words.papers.noKey}</p>}>
              <ul class="waiting">
                <For each={found().keys}>
                  {(key, index) => (
                    <li>
                      <strong>{words.papers.key(key.id)}</strong>
                      <span class="soft">
                        {words.papers.keySince(sinceText(key, props.space), index() === 0)}
                      </span>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <p class="soft">{words.papers.renewSentence}</p>
            <div>
              <button
                type="button"
                class="button"
                disabled={isSending()}
                onClick={() => void renew()}
              >
                {words.papers.renew}
              </button>
            </div>
            <p role="alert">{trouble()}</p>
          </>
        )}
      </Show>
    </section>
  )
}

function sinceText({ since }: SigningKey, { catalogue }: Space): string {
  const { date, minute } = toWallTime(catalogue.zone, since)
  return `${words.billing.fullDate(date)}, ${formatMinute(minute)}`
}
