/** The bills that would be issued: what waits for each payer, put through the one function that makes bills. Read for many payers at once. */
import { feesOfAddons } from '../../domain/billing/addons/addon-fees.ts'
import { type BillDraft, draftBill } from '../../domain/billing/bill.ts'
import type { BillingPeriod } from '../../domain/billing/billing-period.ts'
import { type Charge, chargeOfPass, chargesOfBooking } from '../../domain/billing/charge.ts'
import { noDays } from '../../domain/billing/days/day-lines.ts'
import { feesOfMember } from '../../domain/billing/fees.ts'
import { unbilledAccount } from '../../domain/billing/ledger.ts'
import type { Lot } from '../../domain/bookings/lots/lot.ts'
import { type Holder, payerId } from '../../domain/memberships/holder.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { Membership } from '../../domain/memberships/membership.ts'
import { type Catalogue, placeName } from '../../domain/sites/catalogue.ts'
import { isId, type SiteId, toId } from '../../domain/values/ids.ts'
import { addDays, type LocalDate, toLocalDate } from '../../domain/values/local-date.ts'
import { money } from '../../domain/values/money.ts'
import { billTosOf } from './bill-tos.ts'
import { inParts } from './in-parts.ts'
import { addonsOfMembers } from './load-addons.ts'
import { billedOf, type Unbilled, unbilledOf } from './load-bills.ts'
import { findBookings } from './load-bookings.ts'
import { loadDays } from './load-days.ts'
import { openCredits } from './load-funds.ts'
import { loadMemberships } from './load-memberships.ts'
import { redemptionsOf } from './load-promos.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

/** In the order of the payers. */
export async function loadDrafts(
  reader: Reader,
  catalogue: Catalogue,
  payers: readonly Holder[],
  period: BillingPeriod,
): Promise<readonly BillDraft[]> {
  const { site } = catalogue
  const unbilled = await unbilledOf(reader, site.id, payers.map(unbilledAccount))
  const people = await loadPeople(reader, payers, unbilled)
  const addons = await addonsOfMembers(
    reader,
    people.map(({ id }) => id),
  )
  const fees = new Map(
    people.map((one) => [
      one.id,
      [...feesOfMember(one, catalogue, period), ...feesOfAddons(one, catalogue, addons, period)],
    ]),
  )
  const sources = [
    ...unbilled.map(({ subject }) => subject),
    ...[...fees.values()].flat().map(({ source }) => source),
  ]
  const billed = await billedOf(reader, sources)
  const used = await loadUsed(reader, catalogue, unbilled)
  const amounts = [...billed].map(
    ([source, minor]) => [source, money(minor, site.currency)] as const,
  )
  const days = await loadDays(reader, {
    catalogue,
    memberIds: people.map(({ id }) => id),
    dates: [period.from, addDays(period.until, -1), ...daysOf([...used.values()])],
  })
  const memberNames = new Map(people.map(({ id, name }) => [id, name]))
  const teamNames = await loadTeamNames(reader, payers)
  const promos = await redemptionsOf(
    reader,
    people.map(({ id }) => id),
    site.id,
  )
  const billTos = await billTosOf(reader, payers.map(payerId))
  const credits = await openCredits(reader, site.id, payers.map(payerId))
  return payers.map((payer) => {
    const id = payerId(payer)
    const own = people.filter((one) => (one.teamId ?? one.id) === id)
    const waiting = unbilled.filter(({ account }) => account === unbilledAccount(payer))
    return draftBill({
      ...{ siteId: site.id, settings: site.billing, currency: site.currency, payer, period },
      payerName:
        payer.kind === 'team' ? (teamNames.get(id) ?? '') : (memberNames.get(payer.memberId) ?? ''),
      charges: [
        ...waiting.flatMap(({ subject }) => used.get(subject) ?? []),
        ...own.flatMap((one) => fees.get(one.id) ?? []),
      ],
      memberNames,
      billed: new Map(amounts),
      days: days.get(id) ?? noDays,
      credits: credits.filter(({ fund }) => payerId(fund.payer) === id),
      billTo: billTos.find((one) => payerId(one.payer) === id) ?? null,
      promos: promos.filter(({ memberId }) => own.some((one) => one.id === memberId)),
    })
  })
}

/** Of what came too late for its own period, those on which more may have been had. */
function daysOf(charges: readonly Charge[]): readonly LocalDate[] {
  return charges.flatMap(({ on, about }) => {
    return about.kind === 'booking' && about.dayPrice !== undefined ? [on] : []
  })
}

interface Person extends Pick<Member, 'id' | 'name' | 'teamId' | 'tierId' | 'tierSince'> {
  /** Where they are at home, which is where a membership without a row is billed. */
  readonly siteIds: readonly SiteId[]
  readonly memberships: readonly Membership[]
}

/** Those the payers pay for, and whoever else something was charged for. */
async function loadPeople(
  reader: Reader,
  payers: readonly Holder[],
  unbilled: readonly Unbilled[],
): Promise<readonly Person[]> {
  const found = new Map<string, Person>()
  const ids = [...payers.map(payerId), ...unbilled.flatMap(({ member }) => member ?? [])]
  for (const part of inParts([...new Set<string>(ids)])) {
    const rows = await reader
      .selectFrom('member')
      .leftJoin('member_site', (join) =>
        join.onRef('member_site.member_id', '=', 'member.id').on('member_site.position', '=', 0),
      )
      .select(['member.id', 'name', 'team_id', 'tier_id', 'tier_since', 'member_site.site_id'])
      .where(({ or, eb }) => or([eb('member.id', 'in', part), eb('member.team_id', 'in', part)]))
      .orderBy('member.id')
      .execute()
    const memberships = await loadMemberships(
      reader,
      rows.map(({ id }) => id),
    )
    for (const row of rows) {
      const id = toId('member', row.id)
      found.set(id, {
        ...{ id, name: row.name, memberships: memberships.get(id) ?? [] },
        teamId: row.team_id === null ? null : toId('team', row.team_id),
        tierId: row.tier_id === null ? null : toId('tier', row.tier_id),
        tierSince: row.tier_since === null ? null : toLocalDate(row.tier_since),
        siteIds: row.site_id === null ? [] : [toId('site', row.site_id)],
      })
    }
  }
  return [...found.values()]
}

/** Bookings, what came with them, and passes, as they stand now, by cause. */
async function loadUsed(
  reader: Reader,
  catalogue: Catalogue,
  unbilled: readonly Unbilled[],
): Promise<ReadonlyMap<string, Charge>> {
  const subjects = [...new Set(unbilled.map(({ subject }) => subject))]
  const bookingIds = new Set(subjects.map((one) => one.split('/')[0] ?? one))
  const bookings = await findBookings(
    reader,
    [...bookingIds].filter((one) => isId('booking', one)),
  )
  const charges = bookings.flatMap((booking) =>
    chargesOfBooking(booking, placeName(catalogue, booking.resourceId) ?? ''),
  )
  const passes: Charge[] = []
  for (const part of inParts(subjects.filter((one) => isId('lot', one)))) {
    const rows = await reader.selectFrom('lot').select('body').where('id', 'in', part).execute()
    const lots = rows.map(({ body }) => parseKept<Lot>(body))
    passes.push(...lots.map((lot) => chargeOfPass(lot, catalogue.zone)))
  }
  return new Map([...charges, ...passes].map((charge) => [charge.source, charge]))
}

async function loadTeamNames(
  reader: Reader,
  payers: readonly Holder[],
): Promise<ReadonlyMap<string, string>> {
  const ids = payers.flatMap((payer) => (payer.kind === 'team' ? [payer.teamId] : []))
  if (ids.length === 0) return new Map()
  const teams = reader.selectFrom('team').select(['id', 'name']).where('id', 'in', ids)
  return new Map((await teams.execute()).map(({ id, name }) => [id, name]))
}
