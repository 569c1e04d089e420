import { type Kysely, sql } from 'kysely'
import { migrate as firstLight } from './migrations/001-first-light.ts'
import { migrate as signIns } from './migrations/002-sign-ins.ts'
import { migrate as settledByDevice } from './migrations/003-settled-by-device.ts'
import { migrate as cancellation } from './migrations/004-cancellation.ts'
import { migrate as series } from './migrations/005-series.ts'
import { migrate as actingForOthers } from './migrations/006-acting-for-others.ts'
import { migrate as limits } from './migrations/007-limits.ts'
import { migrate as arrival } from './migrations/008-arrival.ts'
import { migrate as ratesByHour } from './migrations/009-rates-by-hour.ts'
import { migrate as changeCounts } from './migrations/010-change-counts.ts'
import { migrate as calendars } from './migrations/011-calendars.ts'
import { migrate as settings } from './migrations/012-settings.ts'
import { migrate as absences } from './migrations/013-absences.ts'
import { migrate as narrowRows } from './migrations/014-narrow-rows.ts'
import { migrate as waits } from './migrations/015-waits.ts'
import { migrate as passes } from './migrations/016-passes.ts'
import { migrate as granularity } from './migrations/017-granularity.ts'
import { migrate as baskets } from './migrations/018-baskets.ts'
import { migrate as houseRules } from './migrations/019-house-rules.ts'
import { migrate as favourites } from './migrations/020-favourites.ts'
import { migrate as planHistory } from './migrations/021-plan-history.ts'
import { migrate as photos } from './migrations/025-photos.ts'
import { migrate as presence } from './migrations/026-presence.ts'
import { migrate as screens } from './migrations/027-screens.ts'
import { migrate as billing } from './migrations/028-billing.ts'
import { migrate as waitsOfSeries } from './migrations/029-waits-of-series.ts'
import { migrate as countedUses } from './migrations/030-counted-uses.ts'
import { migrate as payments } from './migrations/031-payments.ts'
import { migrate as paying } from './migrations/032-paying.ts'
import { migrate as memberships } from './migrations/033-memberships.ts'
import { migrate as papers } from './migrations/034-papers.ts'
import { migrate as deals } from './migrations/035-deals.ts'
import { migrate as support } from './migrations/036-support.ts'
import { migrate as news } from './migrations/037-news.ts'
import { migrate as erasure } from './migrations/038-erasure.ts'
import { migrate as members } from './migrations/038-members.ts'
import { migrate as people } from './migrations/038-people.ts'
import { migrate as happenings } from './migrations/039-happenings.ts'
import { migrate as prepaid } from './migrations/040-prepaid.ts'
import { migrate as newsAhead } from './migrations/041-news-ahead.ts'
import { migrate as messages } from './migrations/042-messages.ts'
import { migrate as teams } from './migrations/043-teams.ts'
import { migrate as joinMethod } from './migrations/044-join-method.ts'
import { migrate as proofs } from './migrations/044-proofs.ts'
import { migrate as doors } from './migrations/045-doors.ts'
import { migrate as eventPlaces } from './migrations/045-event-places.ts'
import { migrate as perks } from './migrations/045-perks.ts'
import { migrate as purposes } from './migrations/046-purposes.ts'
import { migrate as paidTogether } from './migrations/047-paid-together.ts'
import { migrate as rollover } from './migrations/049-rollover.ts'
import { migrate as reverseCharge } from './migrations/050-reverse-charge.ts'
import { migrate as guests } from './migrations/051-guests.ts'
import { migrate as newsLanguages } from './migrations/054-news-languages.ts'
import { migrate as addons } from './migrations/056-addons.ts'
import { migrate as paidChanges } from './migrations/057-paid-changes.ts'
import { migrate as dayPrices } from './migrations/058-day-prices.ts'
import { migrate as draftSessions } from './migrations/060-draft-sessions.ts'
import { migrate as deposits } from './migrations/061-deposits.ts'
import { migrate as editions } from './migrations/064-editions.ts'
import { migrate as trail } from './migrations/066-trail.ts'
import { migrate as formerMembers } from './migrations/067-former-members.ts'
import { migrate as disputes } from './migrations/069-disputes.ts'
import { migrate as joinCodes } from './migrations/070-join-codes.ts'
import type { Engine } from './storage.ts'

const steps = [
  { name: '001-first-light', migrate: firstLight },
  { name: '002-sign-ins', migrate: signIns },
  { name: '003-settled-by-device', migrate: settledByDevice },
  { name: '004-cancellation', migrate: cancellation },
  { name: '005-series', migrate: series },
  { name: '006-acting-for-others', migrate: actingForOthers },
  { name: '007-limits', migrate: limits },
  { name: '008-arrival', migrate: arrival },
  { name: '009-rates-by-hour', migrate: ratesByHour },
  { name: '010-change-counts', migrate: changeCounts },
  { name: '011-calendars', migrate: calendars },
  { name: '012-settings', migrate: settings },
  { name: '013-absences', migrate: absences },
  { name: '014-narrow-rows', migrate: narrowRows },
  { name: '015-waits', migrate: waits },
  { name: '016-passes', migrate: passes },
  { name: '017-granularity', migrate: granularity },
  { name: '018-baskets', migrate: baskets },
  { name: '019-house-rules', migrate: houseRules },
  { name: '020-favourites', migrate: favourites },
  { name: '021-plan-history', migrate: planHistory },
  { name: '025-photos', migrate: photos },
  { name: '026-presence', migrate: presence },
  { name: '027-screens', migrate: screens },
  { name: '028-billing', migrate: billing },
  { name: '029-waits-of-series', migrate: waitsOfSeries },
  { name: '030-counted-uses', migrate: countedUses },
  { name: '031-payments', migrate: payments },
  { name: '032-paying', migrate: paying },
  { name: '033-memberships', migrate: memberships },
  { name: '034-papers', migrate: papers },
  { name: '035-deals', migrate: deals },
  { name: '036-support', migrate: support },
  { name: '037-news', migrate: news },
  { name: '038-erasure', migrate: erasure },
  { name: '038-members', migrate: members },
  { name: '038-people', migrate: people },
  { name: '039-happenings', migrate: happenings },
  { name: '040-prepaid', migrate: prepaid },
  { name: '041-news-ahead', migrate: newsAhead },
  { name: '042-messages', migrate: messages },
  { name: '043-teams', migrate: teams },
  { name: '044-join-method', migrate: joinMethod },
  { name: '044-proofs', migrate: proofs },
  { name: '045-doors', migrate: doors },
  { name: '045-event-places', migrate: eventPlaces },
  { name: '045-perks', migrate: perks },
  { name: '046-purposes', migrate: purposes },
  { name: '047-paid-together', migrate: paidTogether },
  { name: '049-rollover', migrate: rollover },
  { name: '050-reverse-charge', migrate: reverseCharge },
  { name: '051-guests', migrate: guests },
  { name: '054-news-languages', migrate: newsLanguages },
  { name: '056-addons', migrate: addons },
  { name: '057-paid-changes', migrate: paidChanges },
  { name: '058-day-prices', migrate: dayPrices },
  { name: '060-draft-sessions', migrate: draftSessions },
  { name: '061-deposits', migrate: deposits },
  { name: '064-editions', migrate: editions },
  { name: '066-trail', migrate: trail },
  { name: '067-former-members', migrate: formerMembers },
  { name: '069-disputes', migrate: disputes },
  { name: '070-join-codes', migrate: joinCodes },
] as const

/**
 * Brings the schema to this version, each step in one transaction with its own entry, so that a start that is killed half-way
 * is finished by the next. A schema newer than the code is refused.
 */
export async function runMigrations(db: Kysely<unknown>, engine: Engine): Promise<void> {
  await sql`create table if not exists migration (name text primary key)`.execute(db)
  const found = await sql<{ name: string }>`select name from migration`.execute(db)
  const done = new Set(found.rows.map((row) => row.name))
  const unknown = [...done].filter((name) => !steps.some((step) => step.name === name))
  if (unknown.length > 0) {
    throw new Error(
      `The data was written by a newer version (${unknown.join(', ')}). Start that version, or restore a backup.`,
    )
  }
  for (const step of steps) {
    if (done.has(step.name)) continue
    await db.transaction().execute(async (tx) => {
      if (engine === 'postgres') await sql`lock table migration in exclusive mode`.execute(tx)
      const again = await sql`select name from migration where name = ${step.name}`.execute(tx)
      if (again.rows.length > 0) return
      await step.migrate(tx, engine)
      await sql`insert into migration (name) values (${step.name})`.execute(tx)
    })
  }
}
