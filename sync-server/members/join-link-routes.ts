/** The link by which people join: `/api/join-link/<site>`, where managers make it, end it, and answer who asked. */
import type { Context } from 'hono'
import { mayCommand, type Principal } from '../../domain/access/permissions.ts'
import { isId, type SiteId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { fail, notFound, unauthorised } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import { memberOfEmail } from '../storage/add-member.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { Tx } from '../storage/storage.ts'
import { linkOf } from './join-offer.ts'
import { addJoining, type JoinPorts, requestOf, takeRequest } from './join-people.ts'

export function joinLinkRoutes(ports: JoinPorts): Routes {
  const { storage, settlement, now, makeUlid } = ports
  return (app, signedInOf) => {
    async function manager(context: Context): Promise<Manager | Response> {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const siteId = context.req.param('site')
      const { principal } = signedIn
      const isOwn = isId('site', siteId) && principal.siteIds.includes(siteId)
      const may = isOwn && mayCommand(principal, 'members.manage')
      return may ? { principal, siteId } : notFound(context)
    }

    app.get('/api/join-link/:site', async (context) => {
      const may = await manager(context)
      if (may instanceof Response) return may
      const link = await storage.read
        .selectFrom('join_link')
        .selectAll()
        .where('site_id', '=', may.siteId)
        .executeTakeFirst()
      const requests = await storage.read
        .selectFrom('join_request')
        .selectAll()
        .where('site_id', '=', may.siteId)
        .orderBy('asked_at')
        .execute()
      const shown = link === undefined ? null : { ...linkOf(link), token: link.token }
      return context.json({ link: shown, requests: requests.map(requestOf) })
    })

    app.post('/api/join-link/:site', async (context) => {
      const may = await manager(context)
      if (may instanceof Response) return may
      const { siteId, principal } = may
      const body = await readBody(context)
      const catalogue = await loadCatalogue(storage.read, siteId)
      if (catalogue === null) return notFound(context)
      const wanted = Array.isArray(body?.['tierIds']) ? body['tierIds'] : []
      const tierIds = catalogue.tiers.map(({ id }) => id).filter((id) => wanted.includes(id))
      if (tierIds.length === 0) {
        return fail(context, 400, 'malformed', 'Choose a membership that one may join with.')
      }
      const row = {
        ...{ site_id: siteId, token: makeUlid() + makeUlid().slice(10) },
        needs_approval: body?.['needsApproval'] === true ? 1 : 0,
        needs_method: body?.['needsMethod'] === true ? 1 : 0,
        ...{ tiers: JSON.stringify(tierIds), made_at: now() },
      }
      await storage.transaction(async (tx) => {
        await tx.deleteFrom('join_link').where('site_id', '=', siteId).execute()
        await tx.insertInto('join_link').values(row).execute()
        await audit(tx, principal, now(), 'join-link.make', siteId)
      })
      return context.json({ token: row.token })
    })

    app.delete('/api/join-link/:site', async (context) => {
      const may = await manager(context)
      if (may instanceof Response) return may
      await storage.transaction(async (tx) => {
        await tx.deleteFrom('join_link').where('site_id', '=', may.siteId).execute()
        await audit(tx, may.principal, now(), 'join-link.end', may.siteId)
      })
      return context.json({ ended: true })
    })

    app.post('/api/join-link/:site/:request', async (context) => {
      const may = await manager(context)
      if (may instanceof Response) return may
      const { siteId, principal } = may
      const isYes = (await readBody(context))?.['answer'] === 'yes'
      const catalogue = await loadCatalogue(storage.read, siteId)
      if (catalogue === null) return notFound(context)
      let without: string | null = null
      await settlement.act(async (tx, at) => {
        const request = await takeRequest(tx, siteId, context.req.param('request'))
        if (request === null) return []
        const { person, consents } = request
        await audit(tx, principal, at, isYes ? 'join.approve' : 'join.decline', siteId)
        if (!isYes || (await memberOfEmail(tx, person.email)) !== null) return []
        const facts = await addJoining(tx, catalogue, person, consents, { at, makeUlid })
        const hasIt = facts.some(({ kind }) => kind === 'redemption')
        without = hasIt ? null : (person.code?.code ?? null)
        return facts
      })
      return context.json({ answered: true, without })
    })
  }
}

interface Manager {
  readonly principal: Principal
  readonly siteId: SiteId
}

async function audit(
  tx: Tx,
  { memberId }: Principal,
  at: Instant,
  command: string,
  subject: string,
) {
  const entry = { at, actor: memberId, command, subject, detail: '' }
  await tx.insertInto('audit').values(entry).execute()
}
