/**
 * Becoming a member by a link that hangs on a wall. `GET /api/join/<token>` says what there is to join, `POST` joins or asks to, which the
 * location decides. Managers make the link, end it, and answer who asked, at `/api/join-link/<site>`.
 */
import type { Context } from 'hono'
import { mayCommand, type Principal } from '../../domain/access/permissions.ts'
import type { Consent } from '../../domain/memberships/consent.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { rulesInForce } from '../../domain/sites/house-rules.ts'
import { isId, makeId, type SiteId, type TierId, toId } from '../../domain/values/ids.ts'
import { HOUR_MS, type Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { makeAttempts } from '../auth/attempts.ts'
import type { AddressOf } from '../http/address-of.ts'
import { fail, notFound, unauthorised } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import { addMember, memberOfEmail } from '../storage/add-member.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { PeopleTables } from '../storage/people-tables.ts'
import type { Tx } from '../storage/storage.ts'
import { askedAtJoining } from './asked-at-joining.ts'
import { type Link, offerOf } from './join-offer.ts'
import type { MemberPorts } from './member-routes.ts'
import { type Person, readPerson } from './read-person.ts'

/** A whole space may join on one afternoon, through one address. */
const JOINS_PER_ADDRESS_MAX = 100

export function joinRoutes(ports: MemberPorts & { readonly addressOf: AddressOf }): Routes {
  const { storage, settlement, now } = ports
  const joins = makeAttempts(JOINS_PER_ADDRESS_MAX, HOUR_MS, now)

  async function openLink(token: string): Promise<(Link & { catalogue: Catalogue }) | null> {
    const row = await storage.read
      .selectFrom('join_link')
      .selectAll()
      .where('token', '=', token)
      .executeTakeFirst()
    const catalogue = row === undefined ? null : await loadCatalogue(storage.read, row.site_id)
    return row === undefined || catalogue === null ? null : { ...linkOf(row), catalogue }
  }

  return (app, signedInOf) => {
    // A link that is gone is an answer, not a mistake: whoever follows an old poster is told so.
    app.get('/api/join/:token', async (context) => {
      const link = await openLink(context.req.param('token'))
      return context.json({ offer: link === null ? null : offerOf(link, now()) })
    })

    app.post('/api/join/:token', async (context) => {
      if (!joins.take(ports.addressOf(context))) {
        return fail(context, 429, 'slow-down', 'Too many tries. Try again in an hour.')
      }
      const link = await openLink(context.req.param('token'))
      if (link === null) return notFound(context)
      const body = await readBody(context)
      const person = readPerson(body, link.tierIds)
      if (typeof person === 'string') return fail(context, 400, 'malformed', person)
      if (person.tierId === null) return fail(context, 400, 'malformed', 'Choose a membership.')
      const rules = rulesInForce(link.catalogue, now())
      if (rules !== null && body?.['acceptedVersion'] !== rules.version) {
        return fail(context, 400, 'rules', 'Say yes to the house rules first.')
      }
      const consents = rules === null ? [] : [consentTo(link.siteId, rules.version, now())]
      const isFull = !(await join(link, person, consents))
      if (isFull) return fail(context, 409, 'full', 'Too many people wait already. Ask the team.')
      // The same answer for an address that is known, so that nobody learns who is a member.
      return context.json({ state: link.needsApproval ? 'asked' : 'joined' })
    })

    async function join(
      link: Link & { readonly catalogue: Catalogue },
      person: Person,
      consents: readonly Consent[],
    ): Promise<boolean> {
      let hasRoom = true
      await settlement.act(async (tx, at) => {
        if ((await memberOfEmail(tx, person.email)) !== null) return []
        if (!link.needsApproval) return add(tx, link.catalogue, person, consents, at)
        hasRoom = await ask(tx, link.siteId, person, consents, at)
        return []
      })
      return hasRoom
    }

    async function add(
      tx: Tx,
      catalogue: Catalogue,
      person: Person,
      consents: readonly Consent[],
      at: Instant,
    ) {
      const { site, zone } = catalogue
      const id = makeId('member', ports.makeUlid())
      const since = toWallTime(zone, at).date
      const more = { id, role: 'member', teamId: null, since, consents } as const
      await addMember(tx, site.id, { ...person, ...more })
      return [
        { kind: 'member', memberId: id, left: [], joined: site.id } as const,
        ...askedAtJoining(catalogue, { ...person, id, teamId: null }, at),
      ]
    }

    async function ask(
      tx: Tx,
      siteId: SiteId,
      { email, name, tierId }: Person,
      consents: readonly Consent[],
      at: Instant,
    ): Promise<boolean> {
      const waiting = await tx
        .selectFrom('join_request')
        .select('email')
        .where('site_id', '=', siteId)
        .execute()
      const isKnown = waiting.some((one) => one.email === email)
      if (isKnown || waiting.length >= limits.joinRequestsMax) return isKnown
      const row = { id: ports.makeUlid(), site_id: siteId, email, name, asked_at: at }
      const more = { tier_id: tierId ?? '', consents: JSON.stringify(consents) }
      await tx
        .insertInto('join_request')
        .values({ ...row, ...more })
        .execute()
      return true
    }

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
        .select(['id', 'email', 'name', 'tier_id as tierId', 'asked_at as askedAt'])
        .where('site_id', '=', may.siteId)
        .orderBy('asked_at')
        .execute()
      const shown = link === undefined ? null : { ...linkOf(link), token: link.token }
      return context.json({ link: shown, requests })
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
        ...{ site_id: siteId, token: ports.makeUlid() + ports.makeUlid().slice(10) },
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
      await settlement.act(async (tx, at) => {
        const request = await takeRequest(tx, siteId, context.req.param('request'))
        if (request === null) return []
        const { person, consents } = request
        await audit(tx, principal, at, isYes ? 'join.approve' : 'join.decline', siteId)
        if (!isYes || (await memberOfEmail(tx, person.email)) !== null) return []
        return add(tx, catalogue, person, consents, at)
      })
      return context.json({ answered: true })
    })
  }
}

interface Manager {
  readonly principal: Principal
  readonly siteId: SiteId
}

function linkOf(row: PeopleTables['join_link']): Link {
  const tierIds = JSON.parse(row.tiers) as readonly TierId[] // written above alone
  const [needsApproval, needsMethod] = [row.needs_approval === 1, row.needs_method === 1]
  return { siteId: toId('site', row.site_id), needsApproval, needsMethod, tierIds }
}

/** Given at the poster, before there is a device of theirs. */
function consentTo(siteId: SiteId, version: number, at: Instant): Consent {
  return { siteId, version, acceptedAt: at, madeAt: at, device: toId('device', 'dev_join-link') }
}

/** Answered once: it is gone with its answer. */
async function takeRequest(
  tx: Tx,
  siteId: SiteId,
  id: string,
): Promise<{ readonly person: Person; readonly consents: readonly Consent[] } | null> {
  const row = await tx
    .deleteFrom('join_request')
    .where('id', '=', id)
    .where('site_id', '=', siteId)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) return null
  const { email, name, tier_id } = row
  const consents = JSON.parse(row.consents) as readonly Consent[] // written above alone
  return { person: { email, name, tierId: isId('tier', tier_id) ? tier_id : null }, consents }
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
