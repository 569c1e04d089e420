/** Waiting, and leaving: each is a wish, kept on this device with or without a network. */
import type { WaitRow } from '../../../domain/bookings/waitlist/wait-view.ts'
import type { OrderRequest, WaitRequest } from '../../../domain/bookings/wishes/wait-requests.ts'
import { must } from '../../../domain/values/assert.ts'
import { type WaitId, waitIdOfBooking } from '../../../domain/values/ids.ts'
import { DAY_MS, type Instant, toInstant } from '../../../domain/values/instant.ts'
import { limits } from '../../../domain/values/limits.ts'
import { deviceNow } from '../../app/clock.ts'
import type { BookingRow } from '../../store/rows.ts'
import { undoIntent, type WriteAnswer, writeIntent } from '../../sync/write-intent.ts'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'

/** How long a no stays on the device so that it can be taken back. */
const UNDO_MS = 8_000

/** Of use until what is waited for begins. */
export async function joinWait(request: WaitRequest, name: string): Promise<boolean> {
  const deadlineAt = request.choice.interval.endsAt
  return isKept(
    await writeIntent('wait.join', request, { deadlineAt }),
    words.waitlist.joined(name),
  )
}

export async function placeOrder(request: OrderRequest): Promise<boolean> {
  const deadlineAt = toInstant(deviceNow() + limits.orderDaysMax * DAY_MS)
  return isKept(await writeIntent('order.place', request, { deadlineAt }), words.waitlist.started)
}

function isKept(answer: WriteAnswer, done: string): boolean {
  showToast(answer.kind === 'saved' ? done : words.states.notSaved[answer.why])
  return answer.kind === 'saved'
}

/** Leaves a wait or a standing order; what has not left this device is simply taken back. */
export async function leaveWait(row: WaitRow): Promise<void> {
  if (row.state === 'saved' && (await undoIntent(row.intentId))) {
    return showToast(words.waitlist.left)
  }
  const endsAt = row.at?.interval.endsAt ?? deviceNow()
  await leave(row.waitId, toInstant(endsAt + DAY_MS), words.waitlist.left)
}

/** "No thanks": the place goes to whoever waits next. */
export async function declineOffer(row: BookingRow): Promise<void> {
  const bookingId = must(row.bookingId, 'an offer is a booking')
  await leave(waitIdOfBooking(bookingId), row.endsAt, words.waitlist.declined)
}

async function leave(waitId: WaitId, deadlineAt: Instant, done: string): Promise<void> {
  const answer = await writeIntent('wait.leave', { waitId }, { deadlineAt, undoMs: UNDO_MS })
  if (answer.kind === 'not-saved') return showToast(words.states.notSaved[answer.why])
  showToast(done, { label: words.bookings.undo, run: () => void undoIntent(answer.id) })
}
