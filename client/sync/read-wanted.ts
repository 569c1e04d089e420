import { isStaff } from '../../domain/access/role.ts'
import { toId } from '../../domain/values/ids.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { toWallTime, type ZoneTable } from '../../domain/values/zone.ts'
import { spaceNow } from '../store/contact.ts'
import type { PortalDatabase } from '../store/database.ts'
import type { DeviceIdentity } from '../store/identity.ts'
import { readVisitedSites } from '../store/visited-sites.ts'
import type { WantedInput } from './wanted-documents.ts'

const utc: ZoneTable = { zone: 'UTC', tzdata: '', offsets: [] }

/** What decides which documents this device follows; null before it knows who its member is. */
export async function readWanted(
  db: PortalDatabase,
  identity: DeviceIdentity,
  asked: readonly string[],
): Promise<WantedInput | null> {
  const me = await db.me.get('me')
  if (me === undefined) return null
  const catalogues = await db.catalogues.toArray()
  const zones = new Map(catalogues.map((row) => [row.siteId, row.catalogue.zone]))
  const now = spaceNow()
  return {
    memberId: toId('member', identity.memberId),
    siteIds: me.member.siteIds,
    isStaff: isStaff(me.member.role),
    visited: readVisitedSites(),
    asked,
    // A site whose catalogue is not here yet is at most a day away from UTC.
    todayAt: (siteId): LocalDate => toWallTime(zones.get(siteId) ?? utc, now).date,
  }
}
