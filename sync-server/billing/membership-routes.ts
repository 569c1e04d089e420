/** `GET /api/memberships/<site>/<member>`: a member with their memberships and bookings that are ahead, for who changes their plan for them. Noted in the audit trail. */
import { mayCommand } from '../../domain/access/permissions.ts'
import type { KnownDeposits } from '../../domain/billing/deposits/ask-deposit.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import type { Member } from '../../domain/memberships/member.ts'
import { isId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { notFound, unauthorised } from '../http/answers.ts'
import type { Routes } from '../http/routes.ts'
import { loadActor } from '../settlement/load-actor.ts'
import { depositsOfMember } from '../storage/load-deposits.ts'
import { parseKept } from '../storage/parse-kept.ts'
import type { Reader, Storage } from '../storage/storage.ts'

export interface MembershipsFound {
  readonly member: Member
  readonly bookings: readonly Booking[]
  readonly deposits: KnownDeposits
}

export function membershipRoutes(storage: Storage, now: () => Instant): Routes {
  return (app, signedInOf) => {
    app.get('/api/memberships/:site/:member', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const { principal } = signedIn
      const siteId = context.req.param('site')
      const isOwn = isId('site', siteId) && principal.siteIds.includes(siteId)
      if (!isOwn || !mayCommand(principal, 'membership.for-others')) return notFound(context)
      const member = await loadActor(storage.read, context.req.param('member'))
      if (member === null || !member.siteIds.includes(siteId)) return notFound(context)
      const at = now()
      const entry = { at, actor: principal.memberId, subject: member.id, detail: 'memberships' }
      await storage.transaction((tx) =>
        tx
          .insertInto('audit')
          .values({ ...entry, command: 'members.read' })
          .execute(),
      )
      const bookings = await bookingsAhead(storage.read, member.id, at)
      const deposits = await depositsOfMember(storage.read, member.id)
      return context.json({ member, bookings, deposits } satisfies MembershipsFound)
    })
  }
}

async function bookingsAhead(
  reader: Reader,
  memberId: string,
  now: Instant,
): Promise<readonly Booking[]> {
  const rows = await reader
    .selectFrom('booking')
    .select('body')
    .where('member_id', '=', memberId)
    .where('ends_at', '>', now)
    .orderBy('starts_at')
    .execute()
  return rows.map(({ body }) => parseKept<Booking>(body))
}
