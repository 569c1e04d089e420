/** Promo codes, set by who keeps the books and redeemed by members: one at a time, so that a limit is one (D-51). */

import { passOf, type RedeemFacts, redeem, triesSince } from '../../domain/billing/promos/redeem.ts'
import { savePromo } from '../../domain/billing/promos/save-promo.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { normalCode, type PromoCode } from '../../domain/sites/promo.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { type Fact, settlementKind } from '../settlement/kind.ts'
import { notAllowed } from '../settlement/verdict.ts'
import { findPromo, hasBought, triesOf, usesOfPromo } from '../storage/load-promos.ts'
import { audit, catalogueOf, decided } from './settle-bills.ts'

interface SaveFacts {
  readonly catalogue: Catalogue
  /** What has its code, itself included. */
  readonly taken: PromoCode | null
  /** Its id is another location's. */
  readonly isForeign: boolean
}

const save = settlementKind<'promo.save', SaveFacts | null>({
  kind: 'promo.save',
  load: async (ledger, { body }, actor) => {
    const catalogue = await catalogueOf(ledger, body.siteId, actor)
    if (catalogue === null) return null
    const taken = await findPromo(ledger.tx, body.siteId, normalCode(body.promo.code))
    const known = ledger.tx.selectFrom('promo').select('site_id').where('id', '=', body.promo.id)
    const row = await known.executeTakeFirst()
    return { catalogue, taken, isForeign: row !== undefined && row.site_id !== body.siteId }
  },
  decide: (intent, facts) => {
    if (facts === null || facts.isForeign) return notAllowed
    return decided(savePromo(intent, facts.taken), (promo) => [
      { kind: 'promo', promo },
      audit(intent.kind, promo.code, promo),
    ])
  },
})

interface Known {
  readonly facts: RedeemFacts
  readonly catalogue: Catalogue
}

const take = settlementKind<'promo.redeem', Known | null>({
  kind: 'promo.redeem',
  load: async (ledger, { body }, member, now) => {
    const catalogue = await catalogueOf(ledger, body.siteId, member)
    if (catalogue === null) return null
    const { tx } = ledger
    const promo = await findPromo(tx, body.siteId, normalCode(body.code))
    const used = await usesOfPromo(tx, promo?.id ?? '', member.id)
    const facts = {
      ...{ promo, member, ...used },
      hasBought: promo?.isFirstTime === true && (await hasBought(tx, member.id)),
      tries: await triesOf(tx, member.id, triesSince(now)),
      today: toWallTime(catalogue.zone, now).date,
    }
    return { facts, catalogue }
  },
  decide: (intent, known, _actor, now) => {
    if (known === null) return notAllowed
    const { facts, catalogue } = known
    return decided(redeem(intent, facts, now), (redemption): readonly Fact[] => {
      const lot = passOf(redemption, catalogue.site.currency, catalogue.zone)
      const told: Fact = { kind: 'redemption', redemption }
      return lot === null ? [told] : [told, { kind: 'lot', lot }]
    })
  },
})

export const promoKinds = [save, take]
