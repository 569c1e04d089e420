/** What operators set: decided on the catalogue and on every booking ahead, and written with what becomes of those. */
import type { Booking } from '../../domain/bookings/booking.ts'
import { occupiedBy } from '../../domain/bookings/occupied-by.ts'
import type { SettingIntent } from '../../domain/bookings/settings/apply-setting.ts'
import {
  decideSetting,
  type SettingDecision,
} from '../../domain/bookings/settings/decide-setting.ts'
import type { SettingKind } from '../../domain/bookings/wishes/setting-requests.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { SiteId } from '../../domain/values/ids.ts'
import { DAY_MS, type Instant } from '../../domain/values/instant.ts'
import { type Interval, toInterval } from '../../domain/values/interval.ts'
import { limits } from '../../domain/values/limits.ts'
import { type Decision, settlementKind } from '../settlement/kind.ts'
import type { Ledger } from '../settlement/ledger.ts'
import { isLiveAround } from '../settlement/standing-list.ts'
import { refused } from '../settlement/verdict.ts'
import { liveBookingsAround } from '../storage/load-bookings.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { Reader } from '../storage/storage.ts'

interface Facts {
  readonly catalogue: Catalogue
  readonly bookings: readonly Booking[]
}

/** Kinds after which a booking may not fit any more. */
const touching: readonly SettingKind[] = ['resource.save', 'resource.retire', 'hours.save']

/** From what runs now to further ahead than anybody may book. */
export function daysAhead(now: Instant): Interval {
  return toInterval(now - DAY_MS, now + (limits.advanceDaysMax + 31) * DAY_MS)
}

function settleSetting<Kind extends SettingKind>(kind: Kind) {
  return settlementKind<Kind, Facts | null>({
    kind,
    load: async (ledger, intent, actor, now) => {
      const { siteId } = intent.body
      const catalogue = await loadCatalogue(ledger.tx, siteId)
      if (catalogue === null || !(await isAllowed(ledger.tx, intent as SettingIntent, actor))) {
        return null
      }
      const bookings = touching.includes(kind) ? await bookingsAhead(ledger, siteId, now) : []
      return { catalogue, bookings }
    },
    decide: (intent, facts, _actor, now) =>
      facts === null
        ? refused({ reason: 'not-allowed' })
        : decide(intent as SettingIntent, facts, now), // a kind of settings, as asked for
  })
}

/** At a location of their own, and of ids that are not another location's. */
async function isAllowed(reader: Reader, intent: SettingIntent, actor: Member): Promise<boolean> {
  const { siteId } = intent.body
  if (!actor.siteIds.includes(siteId)) return false
  if (intent.kind !== 'resource.save') return true
  const { resource, holder } = intent.body
  const row = await reader
    .selectFrom('resource')
    .select(['site_id', 'retired_at'])
    .where('id', '=', resource.id)
    .executeTakeFirst()
  const isOurs = row === undefined || (row.site_id === siteId && row.retired_at === null)
  if (resource.siteId !== siteId || !isOurs) return false
  return holder === null || (await isHolder(reader, siteId, holder))
}

type HolderAsked = NonNullable<Extract<SettingIntent, { kind: 'resource.save' }>['body']['holder']>

async function isHolder(reader: Reader, siteId: SiteId, holder: HolderAsked): Promise<boolean> {
  if (holder.kind === 'team') {
    const team = reader.selectFrom('team').select('id').where('id', '=', holder.teamId)
    return (await team.executeTakeFirst()) !== undefined
  }
  const member = reader
    .selectFrom('member_site')
    .select('member_id')
    .where('member_id', '=', holder.memberId)
    .where('site_id', '=', siteId)
  return (await member.executeTakeFirst()) !== undefined
}

function decide(intent: SettingIntent, { catalogue, bookings }: Facts, now: Instant): Decision {
  const occupied = bookings.map(occupiedBy)
  const decision = decideSetting(intent, { catalogue, bookings, occupied }, now)
  const { siteId: _siteId, ...detail } = intent.body
  return asDecision(decision, bookings, { command: intent.kind, detail })
}

/** Live bookings of the site from now on, as the batch has left them so far. */
export async function bookingsAhead(
  ledger: Ledger,
  siteId: SiteId,
  now: Instant,
): Promise<readonly Booking[]> {
  const window = daysAhead(now)
  const read = await liveBookingsAround(ledger.tx, siteId, window)
  return ledger.asDecided(read, isLiveAround(siteId, window))
}

/** What was decided about the space, with what becomes of bookings and its line in the trail. */
export function asDecision(
  { outcome, facts, bookings: changed, subject }: SettingDecision,
  bookings: readonly Booking[],
  trail: { readonly command: string; readonly detail: object },
): Decision {
  if (outcome.kind !== 'confirmed') return { outcome, facts: [] }
  const before = new Map(bookings.map((booking) => [booking.id, booking]))
  return {
    outcome,
    facts: [
      ...facts,
      ...changed.map((booking) => ({
        kind: 'booking' as const,
        booking,
        before: before.get(booking.id) ?? null,
      })),
      {
        kind: 'audit',
        command: trail.command,
        subject,
        detail: JSON.stringify(trail.detail),
      },
    ],
  }
}

export const settingKinds = [
  settleSetting('resource.save'),
  settleSetting('resource.retire'),
  settleSetting('rules.save'),
  settleSetting('hours.save'),
  settleSetting('floor.save'),
  settleSetting('tier.save'),
  settleSetting('passes.save'),
  settleSetting('billing.save'),
  settleSetting('rates.save'),
  settleSetting('extras.save'),
  settleSetting('house-rules.save'),
  settleSetting('site.save'),
  settleSetting('finding.save'),
  settleSetting('directory.save'),
  settleSetting('news.save'),
  settleSetting('guests.save'),
]
