/**
 * Ends connections whose sign-in is over, whoever ended it: another server over the same database, the clock, or a role that was taken
 * away. A connection holds the rights it was opened with, so a change of rights ends it too, and the device comes back with the new.
 */
import type { MemberRole } from '../../domain/access/role.ts'
import { inParts } from '../storage/in-parts.ts'
import type { Storage } from '../storage/storage.ts'
import { type Clock, every } from '../sync/clock.ts'
import type { SignIn } from '../sync/session.ts'
import type { SyncServer } from '../sync/sync-server.ts'
import { isOver } from './sign-in-limits.ts'

export interface WatchPorts {
  readonly storage: Storage
  readonly clock: Clock
  readonly connections: Pick<SyncServer, 'signIns' | 'end'>
  log(line: string): void
}

/** A revocation must reach its sockets within two seconds. */
const LOOK_EVERY_MS = 1_000

/** Looks once a second at every open connection, until the answer is called. */
export function watchSignIns(ports: WatchPorts): () => void {
  const { connections, clock, log } = ports
  return every(clock, LOOK_EVERY_MS, async () => {
    try {
      await look()
    } catch (error) {
      log(`Sign-ins were not looked at: ${String(error)}`)
    }
  })

  async function look(): Promise<void> {
    const open = [...new Map(connections.signIns().map((one) => [one.id, one])).values()]
    for (const some of inParts(open)) {
      const standing = await rightsOf(ports, some)
      for (const { id, principal } of some) {
        const rights = standing.get(id)
        if (rights === undefined) connections.end(id, 'over')
        else if (rights !== textOf(principal)) connections.end(id, 'changed')
      }
    }
  }
}

/** The rights of every sign-in that still stands, as text to compare. */
async function rightsOf({ storage, clock }: WatchPorts, signIns: readonly SignIn[]) {
  const rows = await storage.read
    .selectFrom('auth_session')
    .innerJoin('member', 'member.account_id', 'auth_session.userId')
    .select(['auth_session.id', 'createdAt', 'updatedAt', 'keeping'])
    .select(['member.id as memberId', 'member.role'])
    .select('member.team_id as teamId')
    .where(
      'auth_session.id',
      'in',
      signIns.map((one) => one.id),
    )
    .execute()
  const sites = await sitesOf(storage, [...new Set(rows.map((row) => row.memberId))])
  const standing = new Map<string, string>()
  for (const row of rows) {
    const role = row.role as MemberRole // written by us alone
    const [createdAt, updatedAt] = [new Date(row.createdAt), new Date(row.updatedAt)]
    const times = { createdAt, updatedAt, keeping: row.keeping }
    if (isOver(times, role, clock.now())) continue
    standing.set(
      row.id,
      textOf({ role, teamId: row.teamId, siteIds: sites.get(row.memberId) ?? [] }),
    )
  }
  return standing
}

async function sitesOf(storage: Storage, memberIds: readonly string[]) {
  const sites = new Map<string, string[]>()
  if (memberIds.length === 0) return sites
  const rows = await storage.read
    .selectFrom('member_site')
    .select(['member_id', 'site_id'])
    .where('member_id', 'in', memberIds)
    .execute()
  for (const { member_id, site_id } of rows) {
    sites.set(member_id, [...(sites.get(member_id) ?? []), site_id])
  }
  return sites
}

interface Rights {
  readonly role: MemberRole
  readonly teamId: string | null
  readonly siteIds: readonly string[]
}

function textOf({ role, teamId, siteIds }: Rights): string {
  return [role, teamId ?? '', ...[...siteIds].sort()].join(' ')
}
