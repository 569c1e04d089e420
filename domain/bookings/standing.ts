/** How far a wish of this device has come: it waits, here or with the space; it is done; or it is not, because the space said no or heard of it too late. */
import type { OwnIntent } from './booking-view.ts'
import type { Refusal } from './wishes/refusal.ts'

export type Standing =
  | { readonly kind: 'waits'; readonly waiting: 'saved' | 'sent' }
  | { readonly kind: 'done' }
  /** Null: too late. */
  | { readonly kind: 'not-done'; readonly refusal: Refusal | null }

export function standingOf({ state, settled }: Pick<OwnIntent, 'state' | 'settled'>): Standing {
  if (settled?.outcome.kind === 'refused') {
    return { kind: 'not-done', refusal: settled.outcome.refusal }
  }
  switch (state) {
    case 'saved':
      return { kind: 'waits', waiting: 'saved' }
    case 'received':
      return { kind: 'waits', waiting: 'sent' }
    case 'settled':
      return { kind: 'done' }
    case 'expired':
      return { kind: 'not-done', refusal: null }
  }
}
