import { mayCommand } from '../../domain/access/permissions.ts'
import { parseIntent } from '../../domain/bookings/wishes/parse-intent.ts'
import { type DayPreview, previewDays } from '../../domain/community/events/put-up.ts'
import type { Instant } from '../../domain/values/instant.ts'
import { fail, unauthorised } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import { liveBookingsAround } from '../storage/load-bookings.ts'
import { loadCatalogue } from '../storage/load-catalogue.ts'
import type { Reader, Storage } from '../storage/storage.ts'
import { withNames } from '../storage/with-names.ts'
import { loadPutUp, timesToRead } from './load-put-up.ts'

/** `POST /api/events/preview`: what an event would touch, day by day, from the very wish that would put it up. Writes nothing. */
export function eventRoutes(storage: Storage, now: () => Instant): Routes {
  return (app, signedInOf) => {
    app.post('/api/events/preview', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const parsed = parseIntent(await readBody(context))
      if (!parsed.ok || parsed.value.kind !== 'event.save') {
        return fail(context, 400, 'malformed', 'Give the event a title, a day and a time.')
      }
      const { body } = parsed.value
      const { principal } = signedIn
      if (!mayCommand(principal, 'event.save') || !principal.siteIds.includes(body.siteId)) {
        return fail(context, 403, 'not-allowed', 'Only the team of this location may do that.')
      }
      const catalogue = await loadCatalogue(storage.read, body.siteId)
      const bookings = []
      for (const time of catalogue === null ? [] : timesToRead(body, catalogue)) {
        bookings.push(...(await liveBookingsAround(storage.read, body.siteId, time)))
      }
      const once = [...new Map(bookings.map((booking) => [booking.id, booking])).values()]
      const facts =
        catalogue === null ? null : await loadPutUp(storage.read, body, catalogue, once, now())
      if (facts === null) return fail(context, 403, 'not-allowed', 'That event is not yours.')
      const days = previewDays(body, facts, now())
      if ('reason' in days) return context.json({ refusal: days, days: [] })
      const named = await Promise.all(days.map((day) => withWhose(storage.read, day)))
      return context.json({ refusal: null, days: named })
    })
  }
}

/** Staff decide about each booking by whose it is. */
async function withWhose(reader: Reader, { bookings, ...day }: DayPreview) {
  const affected = await withNames(
    reader,
    bookings.map((booking) => ({ booking })),
  )
  return { ...day, affected }
}
