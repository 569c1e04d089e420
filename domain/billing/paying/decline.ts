/** Why a card was not charged, as far as it matters here. Payers read one of these; the issuer's own words stay in the trail. */

/** 'unproven': the payer was asked to prove who they are, and did not. */
export type Decline = 'funds' | 'expired' | 'barred' | 'unproven' | 'other'

/** Cards that must not be tried again, nor another one of the payer in their stead. */
const barred = ['fraudulent', 'lost_card', 'stolen_card', 'merchant_blacklist', 'pickup_card']

export function declineOf(code: string | null, declineCode: string | null): Decline {
  if (declineCode !== null && barred.includes(declineCode)) return 'barred'
  if (declineCode === 'insufficient_funds') return 'funds'
  if (code === 'expired_card' || declineCode === 'expired_card') return 'expired'
  return code === 'authentication_required' || code === 'payment_intent_authentication_failure'
    ? 'unproven'
    : 'other'
}
