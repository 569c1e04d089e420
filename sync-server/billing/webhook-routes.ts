/**
 * `/webhooks/stripe`: where the processor sends its messages. It asks for no header of the app, because the signature over the very bytes
 * proves more than one; what is answered says nothing about why something was refused.
 */
import { fail } from '../http/answers.ts'
import { readBytes } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import type { Feed } from './feed/feed.ts'

/** The largest messages that are listened to are some ten kilobytes. */
const MESSAGE_BYTES_MAX = 250_000

export function webhookRoutes(feed: Pick<Feed, 'receive'>): Routes {
  return (app) => {
    app.post('/webhooks/stripe', async (context) => {
      context.header('Cache-Control', 'no-store')
      const signature = context.req.header('stripe-signature') ?? ''
      const bytes = await readBytes(context, MESSAGE_BYTES_MAX)
      if (bytes === null) return fail(context, 413, 'too-large', 'There is too much of it.')
      switch (await feed.receive(bytes.toString('utf8'), signature)) {
        case 'stored':
        case 'known':
          return context.json({ received: true })
        case 'refused':
          return fail(context, 400, 'refused', 'This message is not taken.')
        case 'busy':
          return fail(context, 503, 'busy', 'Send it again later.')
      }
    })
  }
}
