/**
 * `GET /api/papers/<hash>`: the bytes of a paper, for who pays for it, who manages the team that does, and who keeps the books there. They never
 * change, and are kept by devices among their own rows, never by the browser. `GET /api/bills/<bill>/papers`: what papers a bill has and the keys
 * that signed them; what has none yet gets it now.
 */
import type { Context } from 'hono'
import { mayCommand, type Principal } from '../../domain/access/permissions.ts'
import { payerId } from '../../domain/billing/bill.ts'
import { fileNameOf } from '../../domain/billing/papers/paper.ts'
import { notFound, unauthorised } from '../http/answers.ts'
import type { Routes } from '../http/routes.ts'
import { teamsManagedBy } from '../storage/kept-bills.ts'
import { findBill } from '../storage/load-bills.ts'
import { papersByHash, papersOfBills, signingKeysByIds } from '../storage/papers.ts'
import type { Storage } from '../storage/storage.ts'
import type { MakePapers } from './make-papers.ts'

export function paperRoutes(storage: Storage, makePapers: MakePapers): Routes {
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
