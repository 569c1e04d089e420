/** The passes that the location sells. Nothing is paid here: what a pass costs is owed, and said. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import type { PassOffer } from '../../domain/sites/pass-offer.ts'
import { money } from '../../domain/values/money.ts'
import type { Space } from '../app/with-space.tsx'
import { createStatus } from '../store/status.ts'
import { makeIntent, sendIntent } from '../sync/send-intent.ts'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'

export function BuyPasses(props: { readonly space: Space }): JSX.Element {
  const status = createStatus()
  const [trouble, setTrouble] = createSignal<string | null>(null)
  const [isBusy, setIsBusy] = createSignal(false)
  const { site } = props.space.catalogue
  const { role, teamId: ownTeamId } = props.space.member
  /** Whoever manages a team may buy for it. */
  const teamId = role === 'team-manager' ? ownTeamId : null
  const [isForTeam, setIsForTeam] = createSignal(false)
  const priceOf = (offer: PassOffer) => money(offer.priceMinor, site.currency)

  async function buy(offer: PassOffer): Promise<void> {
    setIsBusy(true)
    const forTeamId = isForTeam() ? teamId : null
    const body = { siteId: site.id, passId: offer.id, forTeamId, quote: priceOf(offer) }
    const answer = await sendIntent(makeIntent('pass.request', body))
    setIsBusy(false)
    if (answer.kind === 'unreachable') return void setTrouble(words.lots.needsConnection)
    if (answer.kind === 'failed') return void setTrouble(answer.message)
    const { outcome } = answer.settled
    if (outcome.kind === 'refused') return void setTrouble(words.refusal(outcome.refusal))
    if (outcome.kind === 'ask-again') {
      return void setTrouble(words.lots.dearer(words.amounts.money(outcome.price)))
    }
    setTrouble(null)
    showToast(
      isForTeam() ? words.lots.buySavedForTeam(offer.name) : words.lots.buySaved(offer.name),
    )
  }

  return (
    <details>
      <summary>{words.lots.buyTitle}</summary>
      <p class="soft">
        {status()?.state === 'offline' ? words.lots.needsConnection : words.lots.buyLater}
      </p>
      <Show when={teamId}>
        <label class="choice">
          <input
            type="checkbox"
            checked={isForTeam()}
            onChange={(event) => setIsForTeam(event.currentTarget.checked)}
          />
          {words.lots.buyForTeam}
        </label>
      </Show>
      <dl class="facts">
        <For each={site.passes.offers}>
          {(offer) => (
            <div>
              <dt>
                {offer.name}
                <span class="soft">
                  {' '}
                  {words.lots.offer(offer)}, {words.lots.lasts(offer.validDays)}
                </span>
              </dt>
              <dd class="row">
                {words.amounts.money(priceOf(offer))}
                <button
                  type="button"
                  class="button"
                  aria-label={words.lots.buyNamed(offer.name)}
                  disabled={isBusy() || status()?.state === 'offline'}
                  onClick={() => void buy(offer)}
                >
                  {words.lots.buy}
                </button>
              </dd>
            </div>
          )}
        </For>
      </dl>
      <p role="alert" class="state" data-tone="problem">
        {trouble()}
      </p>
    </details>
  )
}
