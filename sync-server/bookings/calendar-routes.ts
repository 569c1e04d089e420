/** `/api/calendar`: a member's own feed address, and the feed itself, which other calendars ask for without a sign-in. */
import type { Instant } from '../../domain/values/instant.ts'
import { notFound, unauthorised } from '../http/answers.ts'
import type { OwnAddress } from '../http/own-address.ts'
import type { Routes } from '../http/routes.ts'
import type { Storage } from '../storage/storage.ts'
import { endFeed, feedMadeAt, makeFeed, readFeed } from './calendar-feed.ts'

/** Calendars that ask more often get what they have. */
const FRESH_SECONDS = 300

export function calendarRoutes(ports: {
  readonly storage: Storage
  readonly address: Pick<OwnAddress, 'url'>
  now(): Instant
}): Routes {
  const { storage, address, now } = ports
  return (app, signedInOf) => {
    app.get('/api/calendar', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      return context.json({ madeAt: await feedMadeAt(storage.read, signedIn.member.id) })
    })

    app.post('/api/calendar', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const key = await makeFeed(storage, signedIn.member.id, now())
      return context.json({ address: `${address.url()}/api/calendar/${key}.ics` })
    })

    app.delete('/api/calendar', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      await endFeed(storage, signedIn.member.id)
      return context.json({ ended: true })
    })

    app.get('/api/calendar/:feed', async (context) => {
      const found = /^([\w-]{43})\.ics$/.exec(context.req.param('feed'))
      const about = { url: address.url(), now: now() }
      const text = found === null ? null : await readFeed(storage.read, found[1] ?? '', about)
      if (text === null) return notFound(context)
      context.header('cache-control', `private, max-age=${FRESH_SECONDS}`)
      context.header('content-type', 'text/calendar; charset=utf-8')
      return context.body(text)
    })
  }
}
