/** Reads of passes and of what bookings use of them. Bodies are what we wrote ourselves, so they are believed. */

import { sql } from 'kysely'
import type { KnownLot, KnownUse, Lot, TeamWallet, Wallet } from '../../domain/bookings/lots/lot.ts'
import type { Holder } from '../../domain/memberships/holder.ts'
import type { Member } from '../../domain/memberships/member.ts'
import type { LotId } from '../../domain/values/ids.ts'
import { DAY_MS, type Instant } from '../../domain/values/instant.ts'
import { compiledOnce } from './compiled-once.ts'
import { inParts } from './in-parts.ts'
import { parseKept } from './parse-kept.ts'
import type { Reader } from './storage.ts'

/** An allowance's period is at most 31 days. */
const PERIOD_MS = 32 * DAY_MS
/** What expired is told for as long as its story is. */
const EXPIRED_SHOWN_MS = 90 * DAY_MS

type Holding = Pick<Member, 'id' | 'teamId'>

/** Passes of each of the members and of their teams, as members read them: without what is used. */
export async function lotsOfMembers(
  reader: Reader,
  members: readonly Holding[],
  now: Instant,
): Promise<ReadonlyMap<string, Wallet>> {
  const ids = members.map(({ id }) => id)
  const teamIds = [...new Set(members.flatMap(({ teamId }) => teamId ?? []))]
  const lots = await readLots(reader, ids, teamIds, now)
  const teams = await readTeams(reader, teamIds)
  return new Map(
    members.map(({ id, teamId }) => {
      const own = lots.filter(({ holder }) =>
        holder.kind === 'member' ? holder.memberId === id : holder.teamId === teamId,
      )
      const team = teamId === null ? null : (teams.get(teamId) ?? null)
      return [id, { lots: own, uses: [], team }]
    }),
  )
}

async function readLots(
  reader: Reader,
  memberIds: readonly string[],
  teamIds: readonly string[],
  now: Instant,
): Promise<readonly KnownLot[]> {
  const found: KnownLot[] = []
  for (const [column, ids] of [
    ['member_id', memberIds],
    ['team_id', teamIds],
  ] as const) {
    for (const part of inParts(ids)) {
      const rows = await reader
        .selectFrom('lot')
        .select('body')
        .where(column, 'in', part)
        .where(({ or, eb }) =>
          or([eb('expires_at', 'is', null), eb('expires_at', '>', now - EXPIRED_SHOWN_MS)]),
        )
        .orderBy('id')
        .execute()
      found.push(...rows.map(({ body }) => ({ ...parseKept<Lot>(body), usedElsewhere: 0 })))
    }
  }
  return found
}

async function readTeams(reader: Reader, teamIds: readonly string[]) {
  const teams = new Map<string, TeamWallet>()
  for (const part of inParts(teamIds)) {
    const rows = await reader
      .selectFrom('team')
      .select(['id', 'wallet'])
      .where('id', 'in', part)
      .execute()
    for (const { id, wallet } of rows) teams.set(id, parseKept<TeamWallet>(wallet))
  }
  return teams
}

export async function findLot(reader: Reader, lotId: LotId): Promise<Lot | null> {
  const row = await reader
    .selectFrom('lot')
    .select('body')
    .where('id', '=', lotId)
    .executeTakeFirst()
  return row === undefined ? null : parseKept<Lot>(row.body)
}

/** Everything that bookings use of these passes, whoever's they are. */
export async function usesOfLots(
  reader: Reader,
  lotIds: readonly string[],
): Promise<readonly KnownUse[]> {
  const found: KnownUse[] = []
  for (const part of inParts(lotIds)) {
    const rows = await reader
      .selectFrom('lot_use')
      .select('body')
      .where('lot_id', 'in', part)
      .orderBy('booking_id')
      .execute()
    found.push(...rows.map(({ body }) => parseKept<KnownUse>(body)))
  }
  return found
}

/** What these members use of the allowances of their memberships, in the period that runs and so many before it. */
export async function usesOfAllowances(
  reader: Reader,
  memberIds: readonly string[],
  now: Instant,
  periodsBefore: number,
): Promise<readonly KnownUse[]> {
  const found: KnownUse[] = []
  for (const part of inParts(memberIds)) {
    const { rows } = await selectUsesOfPlan(reader, part, now - (periodsBefore + 1) * PERIOD_MS)
    found.push(...rows.map(({ body }) => parseKept<KnownUse>(body)))
  }
  return found
}

const selectUsesOfPlan = compiledOnce(
  (memberId: string) => [memberId],
  (reader, memberIds, since: number) =>
    reader
      .selectFrom('lot_use')
      .select('body')
      .where('member_id', 'in', memberIds)
      .where('source', '=', sql.lit('plan'))
      .where('starts_at', '>', since)
      .orderBy('booking_id'),
)

export async function lotsOfHolder(reader: Reader, holder: Holder): Promise<readonly Lot[]> {
  const rows = await ofHolder(reader, holder).select('body').orderBy('id').execute()
  return rows.map((row) => parseKept<Lot>(row.body))
}

/** How many they hold that may still be used up. */
export async function countLots(reader: Reader, holder: Holder): Promise<number> {
  const count = ofHolder(reader, holder).select(({ fn }) => fn.countAll().as('all'))
  return Number((await count.executeTakeFirst())?.all ?? 0)
}

function ofHolder(reader: Reader, holder: Holder) {
  const lots = reader.selectFrom('lot')
  return holder.kind === 'member'
    ? lots.where('member_id', '=', holder.memberId)
    : lots.where('team_id', '=', holder.teamId)
}
