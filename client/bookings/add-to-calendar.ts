/** One booking as a file that every calendar opens: made on the device, with or without a connection. */
import { bookingCalendar } from '../../domain/bookings/calendar/booking-calendar.ts'
import type { BookingId } from '../../domain/values/ids.ts'
import { deviceNow } from '../app/clock.ts'
import { database } from '../store/database.ts'
import { handFile } from '../ui/hand-file.ts'
import { showToast } from '../ui/toast.tsx'
import { words } from '../ui/words.ts'

/** Hands the file to the browser, or says that this device does not hold the booking. */
export async function addToCalendar(bookingId: BookingId): Promise<void> {
  if (!(await save(bookingId))) showToast(words.bookings.notOnDevice)
}

async function save(bookingId: BookingId): Promise<boolean> {
  const facts = await database().facts.get('me')
  const booking = facts?.bookings.find(({ id }) => id === bookingId)
  if (booking === undefined) return false
  const catalogue = (await database().catalogues.get(booking.siteId))?.catalogue
  const place = catalogue?.resources.find(({ id }) => id === booking.resourceId)
  if (catalogue === undefined || place === undefined) return false
  const { name: siteName, address } = catalogue.site
  const text = bookingCalendar([{ booking, placeName: place.name, siteName, address }], {
    name: siteName,
    url: `${location.origin}/bookings`,
    now: deviceNow(),
  })
  handFile(
    `${place.name} ${booking.wall.start.date}.ics`,
    new Blob([text], { type: 'text/calendar' }),
  )
  return true
}
