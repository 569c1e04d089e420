/** `GET /api/addons/<site>`: who has what by the month, for who decides what is offered, and noted in the audit trail. */
import { mayCommand } from '../../domain/access/permissions.ts'
import type { Addon } from '../../domain/billing/addons/addon.ts'
import { isId } from '../../domain/values/ids.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { notFound, unauthorised } from '../http/answers.ts'
import type { Routes } from '../http/routes.ts'
import { addonsOfSite } from '../storage/load-addons.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { Storage } from '../storage/storage.ts'

/** With who has it, and the day after its last one where that is known. */
export interface ListedAddon extends Addon {
  readonly memberName: string
  readonly until: string | null
}

export function addonRoutes(storage: Storage, now: () => Instant): Routes {
  const { read } = storage
  return (app, signedInOf) => {
    app.get('/api/addons/:site', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const { principal } = signedIn
      const siteId = context.req.param('site')
      const isOwn = isId('site', siteId) && principal.siteIds.includes(siteId)
      if (!isOwn || !mayCommand(principal, 'extras.save')) return notFound(context)
      const catalogue = await loadCatalogue(read, siteId)
      if (catalogue === null) return notFound(context)
      const entry = { at: now(), actor: principal.memberId, command: 'members.read' }
      await storage.transaction((tx) =>
        tx
          .insertInto('audit')
          .values({ ...entry, subject: siteId, detail: 'extras by the month' })
          .execute(),
      )
      const today = toWallTime(catalogue.zone, now()).date
      const found: readonly ListedAddon[] = await addonsOfSite(read, siteId, today)
      return context.json(found)
    })
  }
}
