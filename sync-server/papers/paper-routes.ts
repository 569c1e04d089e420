/**
 * `GET /api/papers/<hash>`: the bytes of a paper, for who pays for it, who manages the team that does, and who keeps the books there. They never
 * change, and are kept by devices among their own rows, never by the browser. `GET /api/bills/<bill>/papers`: what papers a bill has and the keys
 * that signed them; what has none yet gets it now. For who keeps the books `GET /api/billing/<site>/papers?from=&until=`, all papers of a time as one
 * file, and `…/signing`, the log of keys.
 */
import type { Context } from 'hono'
import { mayCommand, type Principal } from '../../domain/access/permissions.ts'
import { fileNameOf } from '../../domain/billing/papers/paper.ts'
import { payerId } from '../../domain/memberships/holder.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { isLocalDate } from '../../domain/values/local-date.ts'
import { amounts } from '../../domain/words/english/amounts.ts'
import { fail, notFound, unauthorised } from '../http/answers.ts'
import type { Routes } from '../http/routes.ts'
import { teamsManagedBy } from '../storage/kept-bills.ts'
import { findBill } from '../storage/load-bills.ts'
import { loadSite } from '../storage/load-catalogue.ts'
import { papersByHash, papersOfBills, signingKeysByIds, signingKeysOf } from '../storage/papers.ts'
import type { Storage } from '../storage/storage.ts'
import { packPapers } from './archive.ts'
import type { MakePapers } from './make-papers.ts'

const tooMany = `One file holds ${limits.papersPerArchiveMax} documents. Ask for a shorter time.`

export function paperRoutes(storage: Storage, makePapers: MakePapers, now: () => Instant): Routes {
  const { read } = storage

  async function mayRead(principal: Principal, siteId: string, payer: string): Promise<boolean> {
    const { memberId } = principal
    if (payer === memberId) return true
    const isOfHere = principal.siteIds.some((id) => id === siteId)
    if (isOfHere && mayCommand(principal, 'bills.read')) return true
    return ((await teamsManagedBy(read, [memberId])).get(memberId) ?? []).includes(payer)
  }

  return (app, signedInOf) => {
    app.get('/api/papers/:hash', async (context: Context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const found = await papersByHash(read, context.req.param('hash') ?? '')
      for (const { paper, payerId: payer, pdf } of found) {
        if (!(await mayRead(signedIn.principal, paper.siteId, payer))) continue
        return context.body(new Uint8Array(pdf), 200, {
          'Content-Type': 'application/pdf',
          'Content-Disposition': `attachment; filename="${fileNameOf(paper)}"`,
          'Cache-Control': 'private, no-store',
          'Content-Security-Policy': "sandbox; default-src 'none'",
        })
      }
      return notFound(context)
    })

    /** Who keeps the books of a location, or the answer that there is nothing here for them. */
    async function keeperAt(context: Context, siteId: string): Promise<Principal | Response> {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const { principal } = signedIn
      const isOfHere = principal.siteIds.some((id) => id === siteId)
      return isOfHere && mayCommand(principal, 'bills.read') ? principal : notFound(context)
    }

    app.get('/api/billing/:site/papers', async (context) => {
      const siteId = context.req.param('site')
      const keeper = await keeperAt(context, siteId)
      if (keeper instanceof Response) return keeper
      const { from, until } = context.req.query()
      const site = await loadSite(read, siteId)
      if (site === null || !isLocalDate(from) || !isLocalDate(until)) return notFound(context)
      const entry = { at: now(), actor: keeper.memberId, command: 'bills.read', subject: siteId }
      const detail = `papers from ${from} until ${until}`
      await storage.transaction((tx) =>
        tx
          .insertInto('audit')
          .values({ ...entry, detail })
          .execute(),
      )
      const digits = amounts.currencyDigits(site.currency)
      const packed = await packPapers({ read, makePapers }, { siteId, from, until, digits })
      if (packed === null) return fail(context, 413, 'too-many', tooMany)
      return context.body(packed, 200, {
        'Content-Type': 'application/zip',
        'Content-Disposition': `attachment; filename="documents-${from}.zip"`,
        'Cache-Control': 'private, no-store',
      })
    })

    app.get('/api/billing/:site/signing', async (context) => {
      const siteId = context.req.param('site')
      const keeper = await keeperAt(context, siteId)
      if (keeper instanceof Response) return keeper
      return context.json({ keys: await signingKeysOf(read, siteId) })
    })

    app.get('/api/bills/:bill/papers', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const story = await findBill(read, context.req.param('bill'))
      if (story === null) return notFound(context)
      const { id, siteId, payer } = story.bill
      if (!(await mayRead(signedIn.principal, siteId, payerId(payer)))) return notFound(context)
      await makePapers([id])
      const papers = await papersOfBills(read, [id])
      const keys = await signingKeysByIds(read, [...new Set(papers.map(({ seal }) => seal.keyId))])
      context.header('Cache-Control', 'private, no-store')
      return context.json({ papers, keys })
    })
  }
}
