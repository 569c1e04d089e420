/**
 * What a fact frees: a place at a time where a booking gave it back, and everything that a change of what operators set up makes possible
 * (longer hours, more places of a kind, a closure that is removed, other rules, other rights, another price). Whether anything fits there
 * the rules alone say, on the catalogue as all facts of the decision leave it.
 */
import { type Freed, freedBy } from '../../domain/bookings/waitlist/freed.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { linkedTo } from '../../domain/sites/links.ts'
import { closureInterval } from '../../domain/sites/open-time.ts'
import type { Resource } from '../../domain/sites/resource.ts'
import type { ResourceId } from '../../domain/values/ids.ts'
import { DAY_MS, type Instant } from '../../domain/values/instant.ts'
import { toInterval } from '../../domain/values/interval.ts'
import { limits } from '../../domain/values/limits.ts'
import { localDay } from '../../domain/values/zone.ts'
import type { Decided, Fact } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'

export interface FreedHere {
  readonly freed: Freed
  /** As it is with the decision, which is not written yet. */
  readonly catalogue: Catalogue
}

export async function freedIn(
  ledger: Ledger,
  fact: Fact,
  { all }: Pick<Decided, 'all'>,
  now: Instant,
): Promise<readonly FreedHere[]> {
  const siteId = siteOf(fact)
  const before = siteId === null ? null : await ledger.catalogue(siteId)
  if (before === null) return []
  const catalogue = all.reduce(catalogueWith, before)
  return freedOf(fact, before, now)
    .filter(({ interval }) => interval.endsAt > now)
    .map((freed) => ({ freed, catalogue }))
}

function siteOf(fact: Fact): string | null {
  switch (fact.kind) {
    case 'booking':
      return fact.booking.siteId
    case 'closure-removed':
    case 'tier':
    case 'rates':
      return fact.siteId
    case 'absences':
    case 'resource':
      return fact.resource.siteId
    case 'site':
      return fact.site.id
    default:
      return null
  }
}

function freedOf(fact: Fact, before: Catalogue, now: Instant): readonly Freed[] {
  switch (fact.kind) {
    case 'booking': {
      const freed = freedBy(fact.booking, fact.before)
      return freed === null ? [] : [freed]
    }
    case 'closure-removed':
      return closureOf(before, fact.closureId)
    case 'absences':
      return daysAway(before, fact.resource)
    case 'resource': {
      const { id } = fact.resource
      return [ahead(before, [id, ...linkedTo(before.resources, id).map((one) => one.id)], now)]
    }
    case 'site': {
      const isAsOpen = JSON.stringify(fact.site.hours) === JSON.stringify(before.site.hours)
      return isAsOpen ? [] : [ahead(before, null, now)]
    }
    case 'tier':
    case 'rates':
      return [ahead(before, null, now)]
    default:
      return []
  }
}

/** All that is ahead of these places: what the change makes of it is not known before the rules are asked. */
function ahead(
  { site }: Catalogue,
  resourceIds: readonly ResourceId[] | null,
  now: Instant,
): Freed {
  const interval = toInterval(now, now + (limits.advanceDaysMax + 31) * DAY_MS)
  return { siteId: site.id, resourceIds, interval }
}

function closureOf(catalogue: Catalogue, closureId: string): readonly Freed[] {
  const closure = catalogue.closures.find(({ id }) => id === closureId)
  if (closure === undefined) return []
  const { resourceIds } = closure
  return [{ siteId: catalogue.site.id, resourceIds, interval: closureInterval(catalogue, closure) }]
}

/** Days that its holder had declared before are looked at again, and find nobody whom they were not given already. */
function daysAway({ zone }: Catalogue, { id, siteId, absences }: Resource): readonly Freed[] {
  return absences.map(({ from, until }) => ({
    siteId,
    resourceIds: [id],
    interval: { startsAt: localDay(zone, from).startsAt, endsAt: localDay(zone, until).endsAt },
  }))
}

/** What is booked does not stand in a catalogue; what operators and holders say does. */
function catalogueWith(catalogue: Catalogue, fact: Fact): Catalogue {
  switch (fact.kind) {
    case 'closure':
      return { ...catalogue, closures: [...catalogue.closures, fact.closure] }
    case 'closure-removed': {
      const closures = catalogue.closures.filter(({ id }) => id !== fact.closureId)
      return { ...catalogue, closures }
    }
    case 'absences':
    case 'resource':
      return { ...catalogue, resources: replaced(catalogue.resources, fact.resource) }
    case 'resource-retired': {
      const resources = catalogue.resources.filter(({ id }) => id !== fact.resourceId)
      return { ...catalogue, resources }
    }
    case 'site':
      return { ...catalogue, site: fact.site }
    case 'tier':
      return { ...catalogue, tiers: replaced(catalogue.tiers, fact.tier) }
    case 'rates':
      return { ...catalogue, rates: fact.rates }
    default:
      return catalogue
  }
}

/** A place that is new has nobody who waits for it. */
function replaced<One extends { readonly id: string }>(all: readonly One[], one: One) {
  return all.map((other) => (other.id === one.id ? one : other))
}
