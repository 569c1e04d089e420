/** Passes last as much longer as their member's membership was paused while they did, where its terms say so (D-70). Nothing is written for it. */
import type { Member } from '../../memberships/member.ts'
import { pausesOf } from '../../memberships/membership.ts'
import { addMs } from '../../values/instant.ts'
import { addDays, daysBetween, type LocalDate, laterOf } from '../../values/local-date.ts'
import { localDay, toWallTime, type ZoneTable } from '../../values/zone.ts'
import type { KnownLot } from './lot.ts'

export function frozenLots(
  zone: ZoneTable,
  member: Pick<Member, 'id' | 'memberships'>,
  lots: readonly KnownLot[],
): readonly KnownLot[] {
  const [first] = member.memberships
  const pauses = first === undefined ? [] : pausesOf(first)
  const keeping = pauses.filter(({ terms }) => terms.keepsPasses)
  if (keeping.length === 0) return lots
  return lots.map((lot) => {
    const isOwn = lot.holder.kind === 'member' && lot.holder.memberId === member.id
    if (!isOwn || lot.expiresAt === null) return lot
    const from = toWallTime(zone, lot.validFrom).date
    const until = toWallTime(zone, lot.expiresAt).date
    const last = keeping.reduce((end, pause) => later(end, from, pause), until)
    if (last === until) return lot
    const time = lot.expiresAt - localDay(zone, until).startsAt
    return { ...lot, expiresAt: addMs(localDay(zone, last).startsAt, time) }
  })
}

/** Those of the pause's days that would have been the pass's own. Pauses come in order of time, so each may move what the next one meets. */
function later(
  end: LocalDate,
  from: LocalDate,
  pause: { readonly from: LocalDate; readonly until: LocalDate },
): LocalDate {
  const begins = laterOf(pause.from, from)
  if (begins >= end || pause.until <= begins) return end
  return addDays(end, daysBetween(begins, pause.until))
}
