import type { Context } from 'hono'
import { compress } from 'hono/compress'
import { mayCommand, type ScreenPrincipal } from '../../domain/access/permissions.ts'
import { isId } from '../../domain/values/ids.ts'
import { notFound, unauthorised } from '../http/answers.ts'
import type { Routes } from '../http/routes.ts'
import { loadPlanHistory } from '../storage/load-plan-history.ts'
import type { Storage } from '../storage/storage.ts'

/**
 * `GET /api/plans/<floor>/<version>`: a published plan, for members of its site and the screens there. A version never changes, so a device keeps it.
 * `GET /api/plans/<floor>`: all its versions, for staff.
 */
export function planRoutes(
  storage: Storage,
  screenOf: (context: Context) => Promise<ScreenPrincipal | null>,
): Routes {
  return (app, signedInOf) => {
    // A floor of two thousand desks is half a megabyte of much the same.
    app.use('/api/plans/*', compress())
    app.get('/api/plans/:floor/:version', async (context) => {
      const { floor, version } = context.req.param()
      const reader = (await signedInOf(context))?.principal ?? (await screenOf(context))
      if (reader === null) return unauthorised(context)
      const plan = isId('floor', floor)
        ? await storage.read
            .selectFrom('floor_plan')
            .select(['body', 'site_id'])
            .where('floor_id', '=', floor)
            .where('version', '=', Number(version) || 0)
            .executeTakeFirst()
        : undefined
      const mayRead = reader.siteIds.some((site) => site === plan?.site_id)
      if (plan === undefined || !mayRead) return notFound(context)
      context.header('Cache-Control', 'private, max-age=31536000, immutable')
      return context.body(plan.body, 200, { 'Content-Type': 'application/json' })
    })
    app.get('/api/plans/:floor', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const { principal } = signedIn
      const floor = context.req.param('floor')
      const mayRead = mayCommand(principal, 'plans.read') && isId('floor', floor)
      const found = mayRead ? await loadPlanHistory(storage.read, floor, principal.siteIds) : null
      if (found === null) return notFound(context)
      context.header('Cache-Control', 'private, no-store')
      return context.json(found)
    })
  }
}
