/** Perks: written, taken down, and used. */
import { type Perk, savePerk, whyNotUsed } from '../../domain/community/perks/perk.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { toWallTime, type ZoneTable } from '../../domain/values/zone.ts'
import { settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { audit, done, notAllowed, refused } from '../settlement/verdict.ts'
import { perksOfSites, usesOfMembers } from '../storage/load-perks.ts'

interface Known {
  readonly perks: readonly Perk[]
  readonly zone: ZoneTable
}

/** Null at a location that is not the actor's. */
async function perksHere(ledger: Ledger, siteId: SiteId, actor: Member): Promise<Known | null> {
  const catalogue = await ledger.catalogue(siteId)
  if (catalogue === null || !actor.siteIds.includes(siteId)) return null
  return { perks: await perksOfSites(ledger.tx, [siteId]), zone: catalogue.zone }
}

const save = settlementKind<'perk.save', Known | null>({
  kind: 'perk.save',
  load: (ledger, { body }, actor) => perksHere(ledger, body.siteId, actor),
  decide: ({ kind, body: { siteId, perk, revision } }, known, _actor, now) => {
    if (known === null) return notAllowed
    const today = toWallTime(known.zone, now).date
    const decision = savePerk(siteId, perk, revision, known.perks, today)
    if (decision.kind === 'refused') return refused(decision.refusal)
    return done([{ kind: 'perk', perk: decision.perk }, audit(kind, perk.id, perk.title)])
  },
})

const remove = settlementKind<'perk.remove', Known | null>({
  kind: 'perk.remove',
  load: (ledger, { body }, actor) => perksHere(ledger, body.siteId, actor),
  decide: ({ kind, body: { perkId } }, known) => {
    if (known === null) return notAllowed
    const perk = known.perks.find(({ id }) => id === perkId)
    if (perk === undefined) return refused({ reason: 'unknown-perk' })
    return done([{ kind: 'perk-removed', perk }, audit(kind, perkId, perk.title)])
  },
})

const use = settlementKind<'perk.use', (Known & { readonly used: readonly LocalDate[] }) | null>({
  kind: 'perk.use',
  load: async (ledger, { body }, actor) => {
    const known = await perksHere(ledger, body.siteId, actor)
    const uses = await usesOfMembers(ledger.tx, [actor.id])
    return known === null ? null : { ...known, used: uses.get(`${body.perkId}/${actor.id}`) ?? [] }
  },
  decide: ({ body: { perkId } }, known, actor, now) => {
    if (known === null) return notAllowed
    const on = toWallTime(known.zone, now).date
    const perk = known.perks.find(({ id }) => id === perkId) ?? null
    const refusal = whyNotUsed(perk, actor, known.used, on)
    if (refusal !== null) return refused(refusal)
    if (perk === null || known.used.includes(on)) return done([])
    return done([{ kind: 'perk-used', perk, memberId: actor.id, on }])
  },
})

export const perkKinds = [save, remove, use]
