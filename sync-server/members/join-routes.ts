/**
 * Becoming a member by a link that hangs on a wall. `GET /api/join/<token>` says what there is to join, `POST` joins or asks to, which the
 * location decides; `POST /api/join/<token>/code` says what a promo code gives.
 */
import type { Context } from 'hono'
import type { Consent } from '../../domain/memberships/consent.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import { rulesInForce } from '../../domain/sites/house-rules.ts'
import { type SiteId, type TierId, toId } from '../../domain/values/ids.ts'
import { HOUR_MS, type Instant } from '../../domain/values/instant.ts'
import { makeAttempts } from '../auth/attempts.ts'
import { readEmail } from '../auth/read-email.ts'
import type { AddressOf } from '../http/address-of.ts'
import { fail, notFound } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import { memberOfEmail } from '../storage/add-member.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import { findCode, makeJoinCodes, offerWithCode, readCode, type Typed } from './join-codes.ts'
import { type Link, linkOf, offerOf } from './join-offer.ts'
import { addJoining, askToJoin, type JoinPorts } from './join-people.ts'
import { type Person, readPerson } from './read-person.ts'

/** A whole space may join on one afternoon, through one address. */
const JOINS_PER_ADDRESS_MAX = 100

export function joinRoutes(ports: JoinPorts & { readonly addressOf: AddressOf }): Routes {
  const { storage, settlement, now, makeUlid } = ports
  const joins = makeAttempts(JOINS_PER_ADDRESS_MAX, HOUR_MS, now)
  const codes = makeJoinCodes(now)

  async function openLink(token: string): Promise<(Link & { catalogue: Catalogue }) | null> {
    const row = await storage.read
      .selectFrom('join_link')
      .selectAll()
      .where('token', '=', token)
      .executeTakeFirst()
    const catalogue = row === undefined ? null : await loadCatalogue(storage.read, row.site_id)
    return row === undefined || catalogue === null ? null : { ...linkOf(row), catalogue }
  }

  return (app) => {
    // A link that is gone is an answer, not a mistake: whoever follows an old poster is told so.
    app.get('/api/join/:token', async (context) => {
      const link = await openLink(context.req.param('token'))
      return context.json({ offer: link === null ? null : offerOf(link, now()) })
    })

    app.post('/api/join/:token/code', async (context) => {
      const link = await openLink(context.req.param('token'))
      if (link === null) return notFound(context)
      const body = await readBody(context)
      const typed = { code: readCode(body?.['code']), email: readEmail(body?.['email']) ?? '' }
      const found = await rightCode(context, link, typed, () =>
        offerWithCode(storage.read, link.catalogue, link.tierIds, typed, now()),
      )
      return found === null ? noPromo(context) : context.json(found)
    })

    /** Whatever is wrong with it the answer is the same, and each wrong one counts. */
    async function rightCode<Found>(
      context: Context,
      { siteId }: Link,
      { code }: Typed,
      find: () => Promise<Found | null>,
    ): Promise<Found | null> {
      const address = ports.addressOf(context)
      if (code === '' || !codes.mayTry(address, siteId)) return null
      const found = await find()
      if (found !== null) codes.wasRight(address, siteId)
      return found
    }

    app.post('/api/join/:token', async (context) => {
      if (!joins.take(ports.addressOf(context))) {
        return fail(context, 429, 'slow-down', 'Too many tries. Try again in an hour.')
      }
      const link = await openLink(context.req.param('token'))
      if (link === null) return notFound(context)
      const body = await readBody(context)
      const person = readPerson(body, link.tierIds)
      if (typeof person === 'string') return fail(context, 400, 'malformed', person)
      const { tierId } = person
      if (tierId === null) return fail(context, 400, 'malformed', 'Choose a membership.')
      const rules = rulesInForce(link.catalogue, now())
      if (rules !== null && body?.['acceptedVersion'] !== rules.version) {
        return fail(context, 400, 'rules', 'Say yes to the house rules first.')
      }
      const consents = rules === null ? [] : [consentTo(link.siteId, rules.version, now())]
      const typed = { code: readCode(body?.['code']), email: person.email }
      const joining = () => join(link, { ...person, tierId }, typed, consents)
      const joined =
        typed.code === '' ? await joining() : await rightCode(context, link, typed, joining)
      if (joined === null) return noPromo(context)
      if (joined === 'full') {
        return fail(context, 409, 'full', 'Too many people wait already. Ask the team.')
      }
      // The same answer for an address that is known, so that nobody learns who is a member.
      return context.json({ state: link.needsApproval ? 'asked' : 'joined' })
    })

    /** Null where the code is of no use to them: then nothing was done. */
    async function join(
      { catalogue, needsApproval, siteId }: Link & { readonly catalogue: Catalogue },
      person: Person & { readonly tierId: TierId },
      typed: Typed,
      consents: readonly Consent[],
    ): Promise<'done' | 'full' | null> {
      let joined: 'done' | 'full' | null = 'done'
      await settlement.act(async (tx, at) => {
        const code = await findCode(tx, catalogue, typed, person.tierId, at)
        if (code === null && typed.code !== '') joined = null
        if (joined === null || (await memberOfEmail(tx, person.email)) !== null) return []
        const more = { at, makeUlid }
        const who = { ...person, code }
        if (!needsApproval) return addJoining(tx, catalogue, who, consents, more)
        if (!(await askToJoin(tx, siteId, who, consents, more))) joined = 'full'
        return []
      })
      return joined
    }
  }
}

function noPromo(context: Context): Response {
  return fail(context, 409, 'no-promo', 'This code cannot be used.')
}

/** Given at the poster, before there is a device of theirs. */
function consentTo(siteId: SiteId, version: number, at: Instant): Consent {
  return { siteId, version, acceptedAt: at, madeAt: at, device: toId('device', 'dev_join-link') }
}
