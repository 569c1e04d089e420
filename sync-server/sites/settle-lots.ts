/** Passes that are bought, given and taken back. */
import {
  buyPass,
  grantLot,
  type LotDecision,
  takeBackLot,
} from '../../domain/bookings/lots/give-lot.ts'
import type { Lot } from '../../domain/bookings/lots/lot.ts'
import { walletWith } from '../../domain/bookings/lots/wallet-with.ts'
import type { Intent } from '../../domain/bookings/wishes/intent.ts'
import type { Holder } from '../../domain/memberships/holder.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { TeamId } from '../../domain/values/ids.ts'
import { type Decision, type Fact, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { notAllowed } from '../settlement/verdict.ts'
import { countLots, findLot, usesOfLots } from '../storage/load-lots.ts'

interface Facts {
  readonly catalogue: Catalogue
  readonly holder: Holder
  /** How many passes they hold already. */
  readonly held: number
}

export const lotKinds = [
  settlementKind<'pass.request', Facts | null>({
    kind: 'pass.request',
    load: async (ledger, { body }, actor) => {
      const holder = await buyerOf(ledger, body.forTeamId, actor)
      return holder === null ? null : loadFacts(ledger, body.siteId, actor, holder)
    },
    decide: (intent, facts, _actor, now) =>
      facts === null
        ? notAllowed
        : decided(buyPass(intent, facts.catalogue, facts.holder, facts.held, now), []),
  }),
  settlementKind<'lot.grant', Facts | null>({
    kind: 'lot.grant',
    load: async (ledger, { body }, actor) =>
      (await isHere(ledger, body.holder, body.siteId))
        ? loadFacts(ledger, body.siteId, actor, body.holder)
        : null,
    decide: (intent, facts, _actor, now) => {
      if (facts === null) return notAllowed
      const decision = grantLot(intent, facts.catalogue, facts.held, now)
      return decided(decision, auditOf(intent, decision.lot))
    },
  }),
  settlementKind<'lot.take-back', TakeBackFacts | null>({
    kind: 'lot.take-back',
    load: async (ledger, { body }, actor) => {
      const lot = await findLot(ledger.tx, body.lotId)
      const isOwn = lot?.siteId === body.siteId && actor.siteIds.includes(body.siteId)
      if (lot === null || !isOwn) return null
      const read = { lots: [], uses: await usesOfLots(ledger.tx, [lot.id]), team: null }
      return { lot, uses: walletWith(read, ledger.decided()).uses }
    },
    decide: (intent, facts) => {
      if (facts === null) return unknownLot
      const decision = takeBackLot(intent, facts.lot, facts.uses)
      return decided(decision, auditOf(intent, decision.lot))
    },
  }),
]

interface TakeBackFacts {
  readonly lot: Lot
  readonly uses: Parameters<typeof takeBackLot>[2]
}

async function loadFacts(
  ledger: Ledger,
  siteId: string,
  actor: Member,
  holder: Holder,
): Promise<Facts | null> {
  const catalogue = await ledger.catalogue(siteId)
  if (catalogue === null || !actor.siteIds.includes(catalogue.site.id)) return null
  return { catalogue, holder, held: await countLots(ledger.tx, holder) }
}

/** Whoever manages a team buys for it; nobody else does. */
async function buyerOf(
  { tx }: Ledger,
  teamId: TeamId | null,
  { id }: Member,
): Promise<Holder | null> {
  if (teamId === null) return { kind: 'member', memberId: id }
  const team = tx.selectFrom('team').select('manager_id').where('id', '=', teamId)
  const isManager = (await team.executeTakeFirst())?.manager_id === id
  return isManager ? { kind: 'team', teamId } : null
}

/** Somebody of the location, or a team of which somebody is. */
async function isHere({ tx }: Ledger, holder: Holder, siteId: string): Promise<boolean> {
  const members = tx
    .selectFrom('member')
    .innerJoin('member_site', 'member_site.member_id', 'member.id')
    .select('member.id')
    .where('member_site.site_id', '=', siteId)
  const found =
    holder.kind === 'member'
      ? members.where('member.id', '=', holder.memberId)
      : members.where('member.team_id', '=', holder.teamId)
  return (await found.executeTakeFirst()) !== undefined
}

function decided({ outcome, lot }: LotDecision, more: readonly Fact[]): Decision {
  return { outcome, facts: lot === null ? [] : [{ kind: 'lot', lot }, ...more] }
}

/** What staff gave and took, with their reason, stays in the trail. */
function auditOf(
  { kind, body }: Intent<'lot.grant'> | Intent<'lot.take-back'>,
  lot: Lot | null,
): readonly Fact[] {
  if (lot === null) return []
  return [{ kind: 'audit', command: kind, subject: lot.id, detail: JSON.stringify(body) }]
}

const unknownLot: Decision = {
  outcome: { kind: 'refused', refusal: { reason: 'unknown-pass' }, alternatives: [] },
  facts: [],
}
