/** `/api/read-keys`: a member's read-only keys for other tools. */
import { fail, notFound, unauthorised } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import type { ReadKeys } from './read-keys.ts'

const NAME_LENGTH_MAX = 60

/** What stands on a key that is gone is closed within the second, by the connections' own look at it. */
export function readKeyRoutes(readKeys: ReadKeys): Routes {
  return (app, signedInOf) => {
    app.get('/api/read-keys', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      return context.json({ keys: await readKeys.list(signedIn.member) })
    })

    app.post('/api/read-keys', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const name = (await readBody(context))?.['name']
      const trimmed = typeof name === 'string' ? name.trim() : ''
      if (trimmed.length === 0 || trimmed.length > NAME_LENGTH_MAX) {
        return fail(context, 400, 'malformed', `Give it a name of 1 to ${NAME_LENGTH_MAX} letters.`)
      }
      const made = await readKeys.make(signedIn.member, trimmed)
      if (made === null) {
        return fail(
          context,
          409,
          'too-many',
          'There are ten connections already. Remove one first.',
        )
      }
      return context.json(made)
    })

    app.delete('/api/read-keys/:key', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const id = context.req.param('key')
      if (!(await readKeys.remove(signedIn.member, id))) return notFound(context)
      return context.json({ removed: true })
    })
  }
}
