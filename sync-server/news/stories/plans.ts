/** News of memberships: what was changed, from when on, what it costs of the period that runs, and why where the space did it. */
import {
  dayOf,
  type Membership,
  type MembershipChange,
} from '../../../domain/memberships/membership.ts'
import { membershipsOf } from '../../../domain/memberships/memberships-of.ts'
import type { News, PlanNewsKind } from '../../../domain/news/news.ts'
import type { Values } from '../../../domain/news/template.ts'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { LocalDate } from '../../../domain/values/local-date.ts'
import { toWallTime } from '../../../domain/values/zone.ts'
import { english } from '../../../domain/words/words.ts'
import { plain, type Story, type StoryContext } from './story.ts'

const { memberships, news: said } = english

export async function storyOfPlan(
  { membershipId, cause }: Extract<News, { readonly kind: PlanNewsKind }>,
  { member, catalogue, url, now }: StoryContext,
): Promise<Story | null> {
  const membership = membershipsOf(member).find(({ id }) => id === membershipId)
  if (membership === undefined) return null
  const change = membership.changes.find(({ id }) => id === cause) ?? null
  const today = toWallTime(catalogue.zone, now).date
  return {
    ...plain,
    values:
      change === null
        ? beginValues(membership, catalogue, today)
        : changeValues(membership, change, catalogue, today),
    action: { label: said.openPlan, url: `${url}/me` },
  }
}

function beginValues(membership: Membership, catalogue: Catalogue, today: LocalDate): Values {
  const plan = planName(catalogue, membership.tierId)
  const on = membership.startsOn ?? today
  return {
    plan,
    effect: memberships.effect({ kind: 'tier', on }, plan, today),
    cost: '',
    reason: '',
  }
}

function changeValues(
  membership: Membership,
  change: MembershipChange,
  catalogue: Catalogue,
  today: LocalDate,
): Values {
  const { reason, cost, madeOn } = change
  const tierId = change.kind === 'tier' ? change.tierId : dayOf(membership, madeOn).tierId
  const plan = planName(catalogue, tierId)
  return {
    plan,
    effect: memberships.effect(change, plan, today),
    cost: memberships.cost(cost),
    reason: reason === '' ? '' : said.planReason(reason),
  }
}

function planName({ tiers }: Catalogue, tierId: string | null): string {
  return tiers.find(({ id }) => id === tierId)?.name ?? ''
}
