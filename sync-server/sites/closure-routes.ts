import { mayCommand } from '../../domain/access/permissions.ts'
import { closureOf } from '../../domain/bookings/close-site.ts'
import { parseIntent } from '../../domain/bookings/wishes/parse-intent.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { fail, unauthorised } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { Storage } from '../storage/storage.ts'
import { loadWhatIf } from './load-what-if.ts'
import { previewClosure } from './register.ts'

/** `POST /api/closures/preview`: the bookings a closure would touch, from the very intent that would add it. Writes nothing. */
export function closureRoutes(storage: Storage, now: () => Instant): Routes {
  return (app, signedInOf) => {
    app.post('/api/closures/preview', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const parsed = parseIntent(await readBody(context))
      if (!parsed.ok || parsed.value.kind !== 'closure.add') {
        return fail(context, 400, 'malformed', 'Give the closure a name, a start and a later end.')
      }
      const { body } = parsed.value
      const { principal } = signedIn
      if (!mayCommand(principal, 'closure.add') || !principal.siteIds.includes(body.siteId)) {
        return fail(context, 403, 'not-allowed', 'Only managers of this location may close it.')
      }
      const closure = closureOf(body)
      const affected = await previewClosure(storage.read, body.siteId, closure, now())
      const before = await loadCatalogue(storage.read, body.siteId)
      if (before === null) return context.json({ affected, whatIf: null })
      const after = { ...before, closures: [...before.closures, closure] }
      const whatIf = await loadWhatIf(storage.read, before, after, now())
      return context.json({ affected, whatIf })
    })
  }
}
