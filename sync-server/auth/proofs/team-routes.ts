/**
 * `/api/team-proofs/<site>`: how the team of a location signs in. Managers see who has what and say from which date more than a mailed code is
 * asked; an owner lets somebody begin again who has lost both. All of it is in the audit trail.
 */
import { isStaff, type MemberRole } from '../../../domain/access/role.ts'
import { isId, type SiteId } from '../../../domain/values/ids.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import { isLocalDate } from '../../../domain/values/local-date.ts'
import { fail, notFound } from '../../http/answers.ts'
import { readBody } from '../../http/read-body.ts'
import type { Routes } from '../../http/routes.ts'
import type { Reader, Storage } from '../../storage/storage.ts'
import { audit, makeAbout } from '../about-member.ts'
import type { Devices } from '../devices.ts'
import type { ProofChange } from './proof-mail.ts'
import { dropProofs, type Proofs } from './proofs.ts'

export interface TeamProofPorts {
  readonly storage: Storage
  readonly proofs: Proofs
  readonly devices: Devices
  now(): Instant
  tell(email: string, change: ProofChange): void
  /** Closes the connections of a sign-in that ended. */
  onEnded(signInId: string): void
}

export function teamProofRoutes(ports: TeamProofPorts): Routes {
  const { storage, proofs, devices, now } = ports
  return (app, signedInOf) => {
    const { allowed, about } = makeAbout(storage, signedInOf)

    app.get('/api/team-proofs/:site', async (context) => {
      const may = await allowed(context, 'proofs.require')
      if (may instanceof Response) return may
      const rule = await storage.read
        .selectFrom('team_proof_rule')
        .select('required_on')
        .where('site_id', '=', may.siteId)
        .executeTakeFirst()
      const team = []
      for (const { id, name } of await teamOf(storage.read, may.siteId)) {
        team.push({ id, name, ways: isId('member', id) ? await proofs.waysOf(id) : [] })
      }
      return context.json({ team, requiredOn: rule?.required_on ?? null })
    })

    app.post('/api/team-proofs/:site', async (context) => {
      const may = await allowed(context, 'proofs.require')
      if (may instanceof Response) return may
      const date = (await readBody(context))?.['requiredOn']
      if (date !== null && !isLocalDate(date)) {
        return fail(context, 400, 'malformed', 'That is not a date.')
      }
      await storage.transaction(async (tx) => {
        const { siteId: site_id, principal } = may
        await tx.deleteFrom('team_proof_rule').where('site_id', '=', site_id).execute()
        if (date !== null) {
          const set = { required_on: date, set_by: principal.memberId, set_at: now() }
          await tx
            .insertInto('team_proof_rule')
            .values({ site_id, ...set })
            .execute()
        }
        await audit(tx, may, now(), 'proofs.require', site_id, date ?? '')
      })
      return context.json({ requiredOn: date })
    })

    app.post('/api/team-proofs/:site/:member/start-over', async (context) => {
      const may = await about(context, 'proofs.start-over')
      if (may instanceof Response) return may
      const { member } = may
      if (member.id === may.principal.memberId) return notFound(context)
      await storage.transaction(async (tx) => {
        await dropProofs(tx, member.id)
        await audit(tx, may, now(), 'proofs.start-over', member.id, '')
      })
      for (const id of await devices.signOutOthers(member, '')) ports.onEnded(id)
      ports.tell(member.email, { kind: 'reset' })
      return context.json({ startedOver: true })
    })
  }
}

async function teamOf(reader: Reader, siteId: SiteId) {
  const rows = await reader
    .selectFrom('member')
    .innerJoin('member_site', 'member_site.member_id', 'member.id')
    .select(['member.id', 'member.name', 'member.role'])
    .where('member_site.site_id', '=', siteId)
    .orderBy('member.name')
    .execute()
  return rows.filter(({ role }) => isStaff(role as MemberRole)) // written by us alone
}
