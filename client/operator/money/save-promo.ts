import type { PromoCode } from '../../../domain/sites/promo.ts'
import { makeIntent, sendIntent } from '../../sync/send-intent.ts'
import { words } from '../../ui/team-words.ts'
import { whyNot } from '../why-not.ts'

/** Why not, in words; null when it is saved. */
export async function savePromo(promo: PromoCode): Promise<string | null> {
  const { siteId, ...rest } = promo
  const answer = await sendIntent(makeIntent('promo.save', { siteId, promo: rest }))
  return whyNot(answer, words.settings.needsConnection)
}
