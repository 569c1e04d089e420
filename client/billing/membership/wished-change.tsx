/** What this device wished of a membership and the space has not decided, and what it said where that was no. */
import { type JSX, Show } from 'solid-js'
import { previewChange, wishOf } from '../../../domain/billing/memberships/change-membership.ts'
import type { OwnIntent } from '../../../domain/bookings/booking-view.ts'
import type { Intent } from '../../../domain/bookings/wishes/intent.ts'
import type { MembershipKind } from '../../../domain/bookings/wishes/membership-requests.ts'
import type { Membership } from '../../../domain/memberships/membership.ts'
import { undoIntent } from '../../sync/write-intent.ts'
import { words } from '../../ui/words.ts'
import type { HeldMemberships } from './held-membership.ts'

const said = words.memberships

type ChangeIntent = Intent<Exclude<MembershipKind, 'membership.start'>>

export const changeKinds = [
  ...(['membership.change', 'membership.pause', 'membership.resume'] as const),
  ...(['membership.end', 'membership.take-back'] as const),
]

/** The last of them about a membership, unless something was changed of it since: ids sort by when they were made. */
export function lastWish(wishes: readonly OwnIntent[], about: Membership): OwnIntent | null {
  const { id, changes } = about
  const last = wishes.findLast(({ intent }) => asChange(intent)?.body.membershipId === id) ?? null
  const isOld = last !== null && changes.some((one) => one.id > last.intent.id)
  return isOld ? null : last
}

function asChange(intent: OwnIntent['intent']): ChangeIntent | null {
  const isOne = changeKinds.some((kind) => kind === intent.kind)
  return isOne ? (intent as ChangeIntent) : null // by its kind
}

export function isUndecided(wish: OwnIntent | null): boolean {
  return wish?.state === 'saved' || wish?.state === 'received'
}

export function WishedChange(props: {
  readonly held: HeldMemberships
  readonly wish: OwnIntent
}): JSX.Element {
  const effect = () => {
    const intent = asChange(props.wish.intent)
    if (intent === null || !isUndecided(props.wish)) return ''
    const wish = wishOf(intent)
    const found = previewChange(intent.body.membershipId, wish, props.held, props.held.now)
    if (found.kind === 'problem') return ''
    const tierId = found.change.kind === 'tier' ? found.change.tierId : null
    const tier = props.held.catalogue.tiers.find(({ id }) => id === tierId)?.name ?? ''
    return said.effect(found.change, tier, props.held.today)
  }
  const sentence = () => [effect(), standing(props.wish)].filter((text) => text !== '').join(' ')
  return (
    <Show when={sentence()}>
      {(text) => (
        <div class="row" data-spread>
          <p role="status" class="soft">
            {text()}
          </p>
          <Show when={props.wish.state === 'saved'}>
            <button
              type="button"
              class="button"
              data-kind="quiet"
              onClick={() => void undoIntent(props.wish.intent.id)}
            >
              {said.undo}
            </button>
          </Show>
        </div>
      )}
    </Show>
  )
}

function standing({ state, settled }: OwnIntent): string {
  switch (state) {
    case 'saved':
      return said.waits
    case 'received':
      return said.sending
    case 'expired':
      return said.late
    case 'settled': {
      const outcome = settled?.outcome
      if (outcome?.kind === 'refused') return words.refusal(outcome.refusal)
      return outcome?.kind === 'ask-again' ? said.dearer(outcome.price) : ''
    }
  }
}
