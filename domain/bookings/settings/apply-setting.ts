/** What a setting would make of a catalogue: what stood there, what will stand there, what contradicts itself, and what to write. */

import type { Holder } from '../../memberships/holder.ts'
import type { Tier } from '../../memberships/tier.ts'
import { tierProblems } from '../../memberships/tier-problems.ts'
import { rateProblems } from '../../prices/rate-problems.ts'
import { billingProblems, rhythmProblems } from '../../sites/billing-problems.ts'
import type { BillingSettings } from '../../sites/billing-settings.ts'
import type { Catalogue } from '../../sites/catalogue.ts'
import { extraProblems } from '../../sites/extra-problems.ts'
import { guestSettingProblems } from '../../sites/guest-settings.ts'
import { hoursProblems } from '../../sites/hours-problems.ts'
import { houseRulesProblems } from '../../sites/house-rules-problems.ts'
import { newsSettingProblems } from '../../sites/news-settings.ts'
import { passProblems } from '../../sites/pass-problems.ts'
import type { RateRow } from '../../sites/rate-row.ts'
import type { Resource } from '../../sites/resource.ts'
import { resourceProblems } from '../../sites/resource-problems.ts'
import { rulesProblems } from '../../sites/rules-problems.ts'
import { nameProblems, problemIf, type SettingProblem, under } from '../../sites/setting-problem.ts'
import { communitySettings, locationSettings, type Site } from '../../sites/site.ts'
import type { ResourceId, SiteId } from '../../values/ids.ts'
import { limits } from '../../values/limits.ts'
import type { Intent } from '../wishes/intent.ts'
import type { SettingKind } from '../wishes/setting-requests.ts'

export type SettingIntent = { [Kind in SettingKind]: Intent<Kind> }[SettingKind]

/** A setting as a fact to write. */
export type SettingFact =
  | {
      readonly kind: 'resource'
      readonly resource: Resource
      /** Undefined leaves whoever holds it. */
      readonly holder?: Holder | null
      readonly isNew: boolean
    }
  | { readonly kind: 'resource-retired'; readonly siteId: SiteId; readonly resourceId: ResourceId }
  | { readonly kind: 'site'; readonly site: Site }
  | { readonly kind: 'tier'; readonly siteId: SiteId; readonly tier: Tier; readonly isNew: boolean }
  | { readonly kind: 'rates'; readonly siteId: SiteId; readonly rates: readonly RateRow[] }

export interface AppliedSetting {
  /** What the fingerprint is of; null where something is added, undefined where there is nothing of that name to change. */
  readonly before: unknown
  readonly after: Catalogue
  readonly problems: readonly SettingProblem[]
  readonly facts: readonly SettingFact[]
  /** What the audit trail names. */
  readonly subject: string
}

export function applySetting(catalogue: Catalogue, intent: SettingIntent): AppliedSetting {
  switch (intent.kind) {
    case 'site.save':
      return saveSite(catalogue, intent.body)
    case 'resource.save':
      return saveResource(catalogue, intent.body)
    case 'resource.retire':
      return retireResource(catalogue, intent.body)
    case 'rules.save':
      return saveRules(catalogue, intent.body)
    case 'hours.save': {
      const { hours } = intent.body
      const site = { ...catalogue.site, hours }
      return savedSite(catalogue, catalogue.site.hours, site, under('hours', hoursProblems(hours)))
    }
    case 'extras.save': {
      const { extras } = intent.body
      const site = { ...catalogue.site, extras }
      return savedSite(catalogue, catalogue.site.extras, site, extraProblems(extras))
    }
    case 'finding.save': {
      const { membersFindEachOther } = intent.body
      const site = { ...catalogue.site, membersFindEachOther }
      return savedSite(catalogue, catalogue.site.membersFindEachOther, site, [])
    }
    case 'directory.save': {
      const { hasDirectory, hasMessages } = intent.body
      const site = { ...catalogue.site, hasDirectory, hasMessages }
      return savedSite(catalogue, communitySettings(catalogue.site), site, [])
    }
    case 'news.save':
      return saveNews(catalogue, intent.body)
    case 'guests.save':
      return saveGuests(catalogue, intent.body)
    case 'house-rules.save':
      return saveHouseRules(catalogue, intent.body)
    case 'passes.save': {
      const { passes } = intent.body
      const site = { ...catalogue.site, passes }
      return savedSite(catalogue, catalogue.site.passes, site, passProblems(passes))
    }
    case 'billing.save':
      return saveBilling(catalogue, intent.body.billing)
    case 'floor.save':
      return saveFloor(catalogue, intent.body)
    case 'tier.save': {
      const { siteId, tier } = intent.body
      const before = catalogue.tiers.find(({ id }) => id === tier.id) ?? null
      return {
        before,
        after: { ...catalogue, tiers: withOne(catalogue.tiers, tier) },
        problems: tierProblems(tier, catalogue),
        facts: [{ kind: 'tier', siteId, tier, isNew: before === null }],
        subject: tier.id,
      }
    }
    case 'rates.save': {
      const { siteId, rates } = intent.body
      return {
        before: catalogue.rates,
        after: { ...catalogue, rates },
        problems: rateProblems(rates, catalogue),
        facts: [{ kind: 'rates', siteId, rates }],
        subject: siteId,
      }
    }
  }
}

type BodyOf<Kind extends SettingKind> = Intent<Kind>['body']

function saveSite(catalogue: Catalogue, { name, address }: BodyOf<'site.save'>): AppliedSetting {
  const site = { ...catalogue.site, name: name.trim(), address: address.trim() }
  return savedSite(catalogue, locationSettings(catalogue.site), site, [
    ...nameProblems(name, 'name', limits.settingNameLengthMax),
    ...problemIf(address.length > limits.siteAddressLengthMax, 'address', 'too-long'),
  ])
}

function saveResource(
  catalogue: Catalogue,
  { resource: wished, holder }: BodyOf<'resource.save'>,
): AppliedSetting {
  const before = catalogue.resources.find(({ id }) => id === wished.id) ?? null
  // Days away are their holder's to declare; what nobody holds has none.
  const absences = wished.mode.kind === 'assigned' ? (before?.absences ?? []) : []
  const resource = { ...wished, absences }
  const isMisheld = holder !== null && resource.mode.kind !== 'assigned'
  return {
    before,
    after: { ...catalogue, resources: withOne(catalogue.resources, resource) },
    problems: [
      ...resourceProblems(resource, catalogue),
      ...problemIf(isMisheld, 'holder', 'not-shared'),
    ],
    facts: [{ kind: 'resource', resource, holder, isNew: before === null }],
    subject: resource.id,
  }
}

function retireResource(
  catalogue: Catalogue,
  { siteId, resourceId }: BodyOf<'resource.retire'>,
): AppliedSetting {
  return {
    before: catalogue.resources.find(({ id }) => id === resourceId),
    after: { ...catalogue, resources: catalogue.resources.filter(({ id }) => id !== resourceId) },
    problems: [],
    facts: [{ kind: 'resource-retired', siteId, resourceId }],
    subject: resourceId,
  }
}

function saveRules(
  catalogue: Catalogue,
  { resourceIds, rules }: BodyOf<'rules.save'>,
): AppliedSetting {
  const chosen = new Set(resourceIds)
  const found = catalogue.resources.filter(({ id }) => chosen.has(id))
  const changed = found.map((resource) => ({ ...resource, rules }))
  return {
    before: found.length === chosen.size ? rulesOf(catalogue, resourceIds) : undefined,
    after: { ...catalogue, resources: changed.reduce(withOne, catalogue.resources) },
    problems: under('rules', rulesProblems(rules)),
    facts: changed.map((resource) => ({ kind: 'resource', resource, isNew: false })),
    subject: resourceIds.join(' '),
  }
}

/** What the fingerprint of `rules.save` is of: the rules of the chosen places, in the order of the catalogue. */
export function rulesOf(catalogue: Catalogue, resourceIds: readonly ResourceId[]): unknown {
  return catalogue.resources
    .filter(({ id }) => resourceIds.includes(id))
    .map(({ id, rules }) => ({ id, rules }))
}

/** A new version stands beside those before it, so that what was accepted can still be read. */
function saveHouseRules(
  catalogue: Catalogue,
  { text, takesEffectOn }: BodyOf<'house-rules.save'>,
): AppliedSetting {
  const { site } = catalogue
  const version = (site.houseRules.at(-1)?.version ?? 0) + 1
  const rules = { version, text: text.trim(), takesEffectOn }
  const houseRules = [...site.houseRules, rules].slice(-limits.houseRulesVersionsMax)
  const problems = houseRulesProblems(rules, site.houseRules)
  return savedSite(catalogue, site.houseRules, { ...site, houseRules }, problems)
}

function saveNews(catalogue: Catalogue, { news }: BodyOf<'news.save'>): AppliedSetting {
  const site = { ...catalogue.site, news }
  return savedSite(catalogue, catalogue.site.news, site, newsSettingProblems(news))
}

function saveGuests(catalogue: Catalogue, { guests }: BodyOf<'guests.save'>): AppliedSetting {
  const site = { ...catalogue.site, guests: { ...guests, consent: guests.consent.trim() } }
  return savedSite(catalogue, catalogue.site.guests, site, guestSettingProblems(guests))
}

function saveBilling(catalogue: Catalogue, billing: BillingSettings) {
  const before = catalogue.site.billing
  const tierIds = catalogue.tiers.map(({ id }) => id)
  const problems = [...billingProblems(billing, tierIds), ...rhythmProblems(before, billing)]
  return savedSite(catalogue, before, { ...catalogue.site, billing }, problems)
}

function saveFloor(catalogue: Catalogue, { floorId, name }: BodyOf<'floor.save'>): AppliedSetting {
  const { site } = catalogue
  const before = site.floors.find(({ id }) => id === floorId) ?? null
  const floor = { id: floorId, name, planVersion: before?.planVersion ?? 0 }
  const isTaken = site.floors.some((other) => other.id !== floorId && other.name === name)
  return savedSite(catalogue, before, { ...site, floors: withOne(site.floors, floor) }, [
    ...nameProblems(name, 'name', limits.settingNameLengthMax),
    ...problemIf(isTaken, 'name', 'name-taken'),
    ...problemIf(site.floors.length >= limits.floorsMax && before === null, 'name', 'too-many'),
  ])
}

function savedSite(
  catalogue: Catalogue,
  before: unknown,
  site: Site,
  problems: readonly SettingProblem[],
): AppliedSetting {
  const facts = [{ kind: 'site', site }] as const
  return { before, after: { ...catalogue, site }, problems, facts, subject: site.id }
}

/** The list with one replaced where it stands, or added at the end. */
function withOne<One extends { readonly id: string }>(
  list: readonly One[],
  one: One,
): readonly One[] {
  const isThere = list.some(({ id }) => id === one.id)
  return isThere ? list.map((other) => (other.id === one.id ? one : other)) : [...list, one]
}
