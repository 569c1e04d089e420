/**
 * The members of a location, for its staff: `GET /api/members/<site>` all of them, `…/<member>` one; managers invite, invite again, give roles
 * and let go; the team notes what it must not forget. Reading is noted in the audit trail, and so is every change.
 */
import { mayCommand } from '../../domain/access/permissions.ts'
import { cleanLines } from '../../domain/community/clean-text.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { isId, type MemberId, makeId, type SiteId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { type Allowed, audit, makeAbout } from '../auth/about-member.ts'
import { fail, notFound } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { Fact } from '../settlement/kind.ts'
import type { Settlement } from '../settlement/settlement.ts'
import { addMember, addToSite, memberOfEmail, noteInvitation } from '../storage/add-member.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { Storage, Tx } from '../storage/storage.ts'
import { askedAtJoining } from './asked-at-joining.ts'
import { endMemberships } from './end-memberships.ts'
import { invitationMail } from './invitation-mail.ts'
import { leaveSite } from './leave-site.ts'
import { loadMemberPage, membersOfSite } from './load-members.ts'
import { readPerson, readRole } from './read-person.ts'

export interface MemberPorts {
  readonly storage: Storage
  readonly settlement: Settlement
  readonly mailer: Mailer
  url(): string
  now(): Instant
  makeUlid(): string
  log(line: string): void
  /** Ends all sign-ins of somebody who belongs nowhere any more. */
  signOutEverywhere(memberId: MemberId): Promise<void>
  /** A code by which somebody shows that an address is theirs. */
  codeFor(email: string): Promise<string>
  isRightCode(email: string, code: string): Promise<boolean>
  /** How somebody signs in goes on under another address. */
  moveAccount(from: string, to: string): Promise<void>
  /** Forgets how somebody signed in. */
  forgetAccount(email: string): Promise<void>
}

export function memberRoutes(ports: MemberPorts): Routes {
  const { storage, settlement, now } = ports
  return (app, signedInOf) => {
    const { allowed, about } = makeAbout(storage, signedInOf)

    app.get('/api/members/:site', async (context) => {
      const may = await allowed(context, 'members.read')
      if (may instanceof Response) return may
      await storage.transaction((tx) => audit(tx, may, now(), 'members.read', may.siteId, ''))
      return context.json({ members: await membersOfSite(storage.read, may.siteId, now()) })
    })

    app.get('/api/members/:site/:member', async (context) => {
      const may = await about(context, 'members.read')
      if (may instanceof Response) return may
      const { siteId, member, principal } = may
      await storage.transaction((tx) => audit(tx, may, now(), 'members.read', member.id, 'page'))
      const page = await loadMemberPage(storage.read, siteId, member.id, now())
      const seesBills = mayCommand(principal, 'bills.read')
      return context.json({ ...page, bills: seesBills ? page?.bills : null })
    })

    app.post('/api/members/:site', async (context) => {
      const may = await allowed(context, 'members.manage')
      if (may instanceof Response) return may
      const catalogue = await loadCatalogue(storage.read, may.siteId)
      if (catalogue === null) return notFound(context)
      const body = await readBody(context)
      const role = readRole(body?.['role'] ?? 'member')
      const person = readPerson(
        body,
        catalogue.tiers.map(({ id }) => id),
      )
      if (typeof person === 'string') return fail(context, 400, 'malformed', person)
      if (role === null) return fail(context, 400, 'malformed', 'There is no such role.')
      const invited = await invite(may, person, role, catalogue)
      if (invited === null) {
        return fail(context, 409, 'known', 'Somebody with this address is a member here already.')
      }
      return context.json({ id: invited })
    })

    async function invite(
      { principal, siteId }: Allowed,
      person: Exclude<ReturnType<typeof readPerson>, string>,
      role: NonNullable<ReturnType<typeof readRole>>,
      catalogue: Catalogue,
    ): Promise<MemberId | null> {
      let invited: MemberId | null = null
      await settlement.act(async (tx, at) => {
        const known = await memberOfEmail(tx, person.email)
        if (known !== null && (await isAt(tx, known, siteId))) return []
        const id = isId('member', known) ? known : makeId('member', ports.makeUlid())
        const since = toWallTime(catalogue.zone, at).date
        if (known === null) {
          await addMember(tx, siteId, { ...person, id, role, teamId: null, since, consents: [] })
        } else await addToSite(tx, siteId, id)
        await noteInvitation(tx, { memberId: id, siteId, by: principal.memberId, at })
        await audit(tx, { principal }, at, 'members.invite', id, siteId)
        invited = id
        const joined: Fact = { kind: 'member', memberId: id, left: [], joined: siteId }
        // Who comes from another location brings no new plan.
        if (known !== null) return [joined]
        return [joined, ...askedAtJoining(catalogue, { ...person, id, teamId: null }, at)]
      })
      return invited
    }

    app.post('/api/members/:site/:member/invite', async (context) => {
      const may = await about(context, 'members.manage')
      if (may instanceof Response) return may
      const { siteId, member, principal } = may
      const catalogue = await loadCatalogue(storage.read, siteId)
      if (catalogue === null) return notFound(context)
      await storage.transaction(async (tx) => {
        await noteInvitation(tx, { memberId: member.id, siteId, by: principal.memberId, at: now() })
        await audit(tx, may, now(), 'members.invite', member.id, 'again')
      })
      mailAgain(siteId, catalogue.site.name, member)
      return context.json({ sent: true })
    })

    app.post('/api/members/:site/:member/role', async (context) => {
      const may = await about(context, 'members.manage')
      if (may instanceof Response) return may
      const { member, principal } = may
      const role = readRole((await readBody(context))?.['role'])
      if (role === null) return fail(context, 400, 'malformed', 'There is no such role.')
      if (member.role === 'owner' || member.id === principal.memberId) {
        return fail(context, 409, 'not-allowed', 'Nobody changes an owner’s role, or their own.')
      }
      await settlement.act(async (tx, at) => {
        await tx.updateTable('member').set({ role }).where('id', '=', member.id).execute()
        await audit(tx, may, at, 'members.role', member.id, role)
        return [{ kind: 'member', memberId: member.id, left: [] }]
      })
      return context.json({ role })
    })

    app.post('/api/members/:site/:member/notes', async (context) => {
      const may = await about(context, 'members.note')
      if (may instanceof Response) return may
      const typed = (await readBody(context))?.['text']
      const text =
        typeof typed === 'string' ? cleanLines(typed, limits.memberNoteLengthMax).trim() : ''
      if (text === '') return fail(context, 400, 'malformed', 'Write something.')
      const { siteId: site_id, member, principal } = may
      const row = { id: ports.makeUlid(), site_id, member_id: member.id, text }
      await storage.transaction(async (tx) => {
        const by = { written_by: principal.memberId, written_at: now() }
        await tx
          .insertInto('member_note')
          .values({ ...row, ...by })
          .execute()
      })
      return context.json({ id: row.id })
    })

    app.delete('/api/members/:site/:member', async (context) => {
      const may = await about(context, 'members.manage')
      if (may instanceof Response) return may
      const { siteId, member, principal } = may
      if (member.role === 'owner' || member.id === principal.memberId) {
        return fail(context, 409, 'not-allowed', 'Nobody removes an owner, or themselves.')
      }
      await settlement.act(async (tx, at) => {
        await audit(tx, may, at, 'members.remove', member.id, siteId)
        const left = await leaveSite(tx, member.id, siteId, at)
        return [...left, ...(await endMemberships(tx, member.id, siteId, at))]
      })
      if (member.siteIds.length === 1) await ports.signOutEverywhere(member.id)
      return context.json({ removed: true })
    })

    /** Not waited for, like the code at the door: whoever invites may invite again. */
    function mailAgain(
      siteId: SiteId,
      siteName: string,
      { email, name }: { email: string; name: string },
    ): void {
      const letter = invitationMail(email, { name, siteName, portalUrl: ports.url() })
      ports.mailer.send(letter).catch((error: unknown) => {
        ports.log(`An invitation to ${siteId} was not sent: ${String(error)}`)
      })
    }
  }
}

async function isAt(tx: Tx, memberId: string, siteId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('member_site')
    .select('position')
    .where('member_id', '=', memberId)
    .where('site_id', '=', siteId)
    .executeTakeFirst()
  return row !== undefined
}
