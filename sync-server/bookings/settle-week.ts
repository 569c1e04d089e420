/** `week.send`: the draft as it stands, the facts around everybody's days, and the pure settlement over them. */
import { actingFor } from '../../domain/access/acting.ts'
import type { SettleFacts } from '../../domain/bookings/settle.ts'
import { asTeam } from '../../domain/bookings/teams/as-team.ts'
import { mayManageTeam } from '../../domain/bookings/teams/change-team.ts'
import { settleWeek, type WeekFacts } from '../../domain/bookings/teams/settle-week.ts'
import type { Intent } from '../../domain/bookings/wishes/intent.ts'
import type { Refusal } from '../../domain/bookings/wishes/refusal.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { MemberId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { type Fact, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { audit, done, refused } from '../settlement/verdict.ts'
import { findTeam } from '../storage/load-teams.ts'
import { findSentWeek } from '../storage/load-weeks.ts'
import { readPlannedWeek } from '../sync/team-week.ts'
import type { LoadFacts } from './load-facts.ts'

type Found =
  | { readonly kind: 'known'; readonly facts: WeekFacts }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export function weekKinds(loadFacts: LoadFacts) {
  return [
    settlementKind<'week.send', Found>({
      kind: 'week.send',
      load: (ledger, intent, actor, now) => load(ledger, loadFacts, intent, actor, now),
      decide: (intent, found, actor, now) => {
        if (found.kind === 'refused') return refused(found.refusal)
        const { sent, bookings } = settleWeek(intent, found.facts, actor.id, now)
        return done([
          ...bookings.map((booking): Fact => ({ kind: 'booking', booking, before: null })),
          { kind: 'week-sent', sent },
          audit(intent.kind, intent.body.teamId, intent.body.week),
        ])
      },
    }),
  ]
}

async function load(
  ledger: Ledger,
  loadFacts: LoadFacts,
  { body, deadlineAt }: Intent<'week.send'>,
  actor: Member,
  now: Instant,
): Promise<Found> {
  const { teamId, siteId, week, desks } = body
  const story = await findTeam(ledger.tx, teamId)
  const isTheirs = story !== null && mayManageTeam(actor, story.team)
  if (!isTheirs || !actor.siteIds.includes(siteId)) return no({ reason: 'not-allowed' })
  if (deadlineAt < now) return no({ reason: 'expired', deadlineAt })
  if ((await findSentWeek(ledger.tx, teamId, week)) !== null) return no({ reason: 'week-sent' })
  const planned = await readPlannedWeek(ledger.tx, { kind: 'week', teamId, week })
  const people = new Map<MemberId, SettleFacts>()
  for (const { memberId } of story.people) {
    const own = desks.filter((one) => one.memberId === memberId).map(({ choice }) => choice)
    const member = own.length === 0 ? null : await ledger.member(memberId)
    if (member === null) continue
    const as = memberId === actor.id ? 'self' : actingFor(actor, member, siteId)
    if (as === null) continue
    const madeBy = as === 'self' ? null : { memberId: actor.id, as }
    const facts = await loadFacts(ledger, siteId, own, { member, madeBy }, now)
    if (facts !== null) people.set(memberId, asTeam(facts))
  }
  return { kind: 'known', facts: { planned, people } }
}

function no(refusal: Refusal): Found {
  return { kind: 'refused', refusal }
}
