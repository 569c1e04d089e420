/** Sample mode only: who there is to sign in as, the code that was just mailed to them so that one tap is enough, and starting over. */
import { principals } from '../../domain/seeds/harbour-loft/people.ts'
import { fail, unauthorised } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'

const roles: Readonly<Record<string, string>> = {
  mem_hana: 'Hot desk',
  mem_dev: 'Dedicated desk',
  mem_ola: 'Office team',
  mem_mara: 'Owner',
  mem_jonas: 'Front desk',
}

export function sampleRoutes(ports: {
  /** The last code of each address. */
  readonly codes: ReadonlyMap<string, string>
  reset(): Promise<void>
}): Routes {
  return (app, signedInOf) => {
    app.get('/api/sample', (context) =>
      context.json({
        people: principals.map(({ id, name, email }) => ({ name, email, role: roles[id] ?? '' })),
      }),
    )

    app.post('/api/sample/code', async (context) => {
      const body = await readBody(context)
      const code = ports.codes.get(String(body?.['email'] ?? ''))
      if (code === undefined) return fail(context, 404, 'no-code', 'No code was mailed yet.')
      return context.json({ code })
    })

    app.post('/api/sample/reset', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      if (signedIn.principal.role !== 'owner') {
        return fail(context, 403, 'not-allowed', 'Only the owner may start the sample over.')
      }
      if ((await readBody(context))?.['confirmed'] !== true) {
        return fail(context, 400, 'not-confirmed', 'This undoes everything. Confirm it first.')
      }
      await ports.reset()
      return context.json({ reset: true })
    })
  }
}
