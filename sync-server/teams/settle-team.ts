/** Who is in a team and what each may use, decided by whoever manages it; and the space's own word about teams. */
import type { Booking } from '../../domain/bookings/booking.ts'
import {
  aheadOf,
  answerInvitation,
  invite,
  limitPerson,
  mayManageTeam,
  removePerson,
  saveTeam,
  setManager,
  type TeamDecision,
  type TeamFact,
  uninvite,
} from '../../domain/bookings/teams/change-team.ts'
import type { TeamStory } from '../../domain/bookings/teams/team.ts'
import type { Intent, IntentKind } from '../../domain/bookings/wishes/intent.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { isId, type MemberId, makeId, type TeamId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { type Decision, type Fact, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { audit, done, notAllowed, refused } from '../settlement/verdict.ts'
import { memberOfEmail } from '../storage/add-member.ts'
import { findTeam } from '../storage/load-teams.ts'

type AboutTeam = Extract<{ [Kind in IntentKind]: Kind }[IntentKind], `team.${string}`>
/** A team that the actor does not manage and no team are the same answer, so that ids tell nothing. */
async function managedTeam(
  ledger: Ledger,
  teamId: TeamId,
  actor: Member,
): Promise<TeamStory | null> {
  const story = await findTeam(ledger.tx, teamId)
  return story !== null && mayManageTeam(actor, story.team) ? story : null
}

interface PersonFacts {
  readonly story: TeamStory
  readonly person: Member
  readonly ahead: readonly Booking[]
}

async function managedPerson(
  ledger: Ledger,
  { teamId, memberId }: { readonly teamId: TeamId; readonly memberId: MemberId },
  actor: Member,
  now: Instant,
): Promise<PersonFacts | null> {
  const story = await managedTeam(ledger, teamId, actor)
  const person = story === null ? null : await ledger.member(memberId)
  if (story === null || person === null) return null
  return { story, person, ahead: aheadOf(await ledger.bookingsOf(memberId, now), now) }
}

const save = settlementKind<'team.save', { story: TeamStory | null; reader: Member | null } | null>(
  {
    kind: 'team.save',
    load: async (ledger, { body: { siteId, team } }, actor) => {
      if (!actor.siteIds.includes(siteId)) return null
      const reader = await ledger.member(team.managerId)
      const isHere = reader?.siteIds.includes(siteId) === true
      return { story: await findTeam(ledger.tx, team.id), reader: isHere ? reader : null }
    },
    decide: (intent, facts) =>
      facts === null
        ? notAllowed
        : decided(intent, intent.body.team.id, saveTeam(intent, facts.story, facts.reader)),
  },
)

const inviteKind = settlementKind<
  'team.invite',
  { readonly story: TeamStory; readonly known: Member | null } | null
>({
  kind: 'team.invite',
  load: async (ledger, { body: { teamId, email } }, actor) => {
    const story = await managedTeam(ledger, teamId, actor)
    if (story === null) return null
    const id = await memberOfEmail(ledger.tx, email)
    return { story, known: isId('member', id) ? await ledger.member(id) : null }
  },
  decide: (intent, facts, actor, now) => {
    if (facts === null) return notAllowed
    const newcomer = makeId('member', intent.id.slice(4))
    const decision = invite(intent, facts.story, facts.known, newcomer, actor, now)
    return decided(intent, intent.body.teamId, decision)
  },
})

const uninviteKind = settlementKind<'team.uninvite', TeamStory | null>({
  kind: 'team.uninvite',
  load: (ledger, { body }, actor) => managedTeam(ledger, body.teamId, actor),
  decide: (intent, story) =>
    story === null ? notAllowed : decided(intent, intent.body.teamId, uninvite(intent, story)),
})

const answerKind = settlementKind<'team.answer', TeamStory | null>({
  kind: 'team.answer',
  load: (ledger, { body }) => findTeam(ledger.tx, body.teamId),
  decide: (intent, story, actor) =>
    story === null
      ? refused({ reason: 'not-invited' })
      : decided(intent, intent.body.teamId, answerInvitation(intent, story, actor)),
})

const removeKind = settlementKind<'team.remove', PersonFacts | null>({
  kind: 'team.remove',
  load: (ledger, { body }, actor, now) => managedPerson(ledger, body, actor, now),
  decide: (intent, facts, _actor, now) => {
    if (facts === null) return notAllowed
    const decision = removePerson(intent, facts.story, facts.person, facts.ahead, now)
    if (decision.kind === 'refused') return refused(decision.refusal)
    const cancelled = decision.cancelled.map((one): Fact => ({ kind: 'booking', ...one }))
    const { memberId } = intent.body
    return done([...cancelled, ...decision.facts, audit(intent.kind, intent.body.teamId, memberId)])
  },
})

const managerKind = settlementKind<'team.set-manager', PersonFacts | null>({
  kind: 'team.set-manager',
  load: (ledger, { body }, actor, now) => managedPerson(ledger, body, actor, now),
  decide: (intent, facts) =>
    facts === null
      ? notAllowed
      : decided(intent, intent.body.teamId, setManager(intent, facts.story, facts.person)),
})

const limitKind = settlementKind<'team.limit', PersonFacts | null>({
  kind: 'team.limit',
  load: (ledger, { body }, actor, now) => managedPerson(ledger, body, actor, now),
  decide: (intent, facts) =>
    facts === null
      ? notAllowed
      : decided(intent, intent.body.teamId, limitPerson(intent, facts.story, facts.person)),
})

const walletKind = settlementKind<'team.wallet', TeamStory | null>({
  kind: 'team.wallet',
  load: (ledger, { body }, actor) => managedTeam(ledger, body.teamId, actor),
  decide: (intent, story) => {
    if (story === null) return notAllowed
    const { teamId, wallet } = intent.body
    return decided(intent, teamId, {
      kind: 'done',
      facts: [{ kind: 'team', team: { ...story.team, wallet } }],
    })
  },
})

/** What was asked stays in the trail by ids alone: an address is no id. */
function decided(
  intent: Pick<Intent<AboutTeam>, 'kind'>,
  teamId: TeamId,
  decision: TeamDecision,
): Decision {
  if (decision.kind === 'refused') return refused(decision.refusal)
  const about = decision.facts.flatMap((fact) => ('memberId' in fact ? [fact.memberId] : []))
  const trail = audit(intent.kind, teamId, about.join(' '))
  return done([...decision.facts, ...decision.facts.flatMap(joined), trail])
}

/** Whoever the space did not know is a member from now on, and welcomed as one. */
function joined(fact: TeamFact): readonly Fact[] {
  if (fact.kind !== 'team-newcomer') return []
  return [{ kind: 'member', memberId: fact.memberId, left: [], joined: fact.team.siteId }]
}

export const teamKinds = [
  save,
  inviteKind,
  uninviteKind,
  answerKind,
  removeKind,
  managerKind,
  limitKind,
  walletKind,
]
