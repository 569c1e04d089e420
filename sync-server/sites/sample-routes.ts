import { principals } from '../../domain/seeds/harbour-loft/people.ts'
import { fail } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'

const roles: Readonly<Record<string, string>> = {
  mem_hana: 'Hot desk',
  mem_dev: 'Dedicated desk',
  mem_ola: 'Office team',
  mem_mara: 'Owner',
  mem_jonas: 'Front desk',
}

/** Sample mode only: who there is to sign in as, and the code that was just mailed to them, so that one tap is enough. */
export function sampleRoutes(codes: ReadonlyMap<string, string>): Routes {
  return (app) => {
    app.get('/api/sample', (context) =>
      context.json({
        people: principals.map(({ id, name, email }) => ({ name, email, role: roles[id] ?? '' })),
      }),
    )
    app.post('/api/sample/code', async (context) => {
      const body = await readBody(context)
      const code = codes.get(String(body?.['email'] ?? ''))
      if (code === undefined) return fail(context, 404, 'no-code', 'No code was mailed yet.')
      return context.json({ code })
    })
  }
}
