/** `GET /api/bookings/seals?of=<booking>,…`: the signatures of one's own bookings, with the keys they were made with. Of others there is none. */
import {
  type BookingSeal,
  type HandedSeals,
  isSealed,
  sealedBooking,
} from '../../domain/billing/papers/booking-seal.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { must } from '../../domain/values/assert.ts'
import { isId, type SiteId } from '../../domain/values/ids.ts'
import { limits } from '../../domain/values/limits.ts'
import { fail, unauthorised } from '../http/answers.ts'
import type { Routes } from '../http/routes.ts'
import { findBookings } from '../storage/load-bookings.ts'
import { signingKeysByIds } from '../storage/papers.ts'
import { type Signer, type SignerPorts, signerOf } from './signer.ts'

const tooMany = `Ask for at most ${limits.sealsAskedMax} bookings at once.`

export function sealRoutes(ports: SignerPorts): Routes {
  const { read } = ports.storage
  return (app, signedInOf) => {
    app.get('/api/bookings/seals', async (context) => {
      const signedIn = await signedInOf(context)
      if (signedIn === null) return unauthorised(context)
      const ids = (context.req.query('of') ?? '').split(',')
      if (ids.length > limits.sealsAskedMax) return fail(context, 413, 'too-many', tooMany)
      const asked = await findBookings(
        read,
        ids.filter((id) => isId('booking', id)),
      )
      const own = asked.filter(({ memberId }) => memberId === signedIn.principal.memberId)
      const seals = await sealAll(ports, own.filter(isSealed))
      const keys = await signingKeysByIds(read, [...new Set(seals.map(({ seal }) => seal.keyId))])
      context.header('Cache-Control', 'private, no-store')
      return context.json({ seals, keys } satisfies HandedSeals)
    })
  }
}

async function sealAll(
  ports: SignerPorts,
  bookings: readonly Booking[],
): Promise<readonly BookingSeal[]> {
  const signers = new Map<SiteId, Signer>()
  for (const { siteId } of bookings) {
    if (!signers.has(siteId)) signers.set(siteId, await signerOf(ports, siteId))
  }
  return bookings.map((booking) => {
    const { id: bookingId, revision, state, siteId } = booking
    const sign = must(signers.get(siteId), 'each location has one')
    const { seal } = sign((from) => sealedBooking(booking, from))
    return { bookingId, revision, state, seal }
  })
}
