/** The bills, what pays them and how that went, in the document of whoever pays them: a member's own, and a team's in that of who manages it. */
import { formatDocumentName } from '../../domain/access/document-name.ts'
import { billEntry, billSections } from '../../domain/billing/bill-sections.ts'
import { payingSections } from '../../domain/billing/paying/told.ts'
import { openOf } from '../../domain/billing/payment.ts'
import type { Booking } from '../../domain/bookings/booking.ts'
import { isToPay } from '../../domain/bookings/prepaid/payment-hold.ts'
import { payerId } from '../../domain/memberships/holder.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Named, Projection } from '../settlement/kind.ts'
import type { Shown, ShownEntry } from '../settlement/shown.ts'
import { inParts } from '../storage/in-parts.ts'
import { keptSince, teamsManagedBy } from '../storage/kept-bills.ts'
import { billsOfPayers } from '../storage/load-bills.ts'
import { asksOfPayers } from '../storage/load-deposits.ts'
import { attemptsOf, loadPayers } from '../storage/load-paying.ts'
import { parseKept } from '../storage/parse-kept.ts'
import { readPaymentMode } from '../storage/payment-mode.ts'
import type { Tx } from '../storage/storage.ts'

async function projectBills(tx: Tx, names: readonly Named<'member'>[], now: Instant) {
  const memberIds = names.map(({ memberId }) => memberId)
  const teams = await teamsManagedBy(tx, memberIds)
  const payers = [...memberIds, ...[...teams.values()].flat()]
  const stories = await billsOfPayers(tx, payers, keptSince(now))
  const mode = await readPaymentMode(tx)
  const known = await loadPayers(tx, payers, mode ?? '')
  const open = stories.filter((story) => openOf(story).amountMinor > 0)
  const attempts = await attemptsOf(tx, [
    ...open.map(({ bill }) => bill.id),
    ...(await bookingsToPay(tx, memberIds)),
    ...(await asksOfPayers(tx, payers)).map(({ id }) => id),
  ])
  return memberIds.map((id) => {
    const own = [id, ...(teams.get(id) ?? [])]
    const methods = own.flatMap((payer) => known.get(payer)?.payMethods ?? [])
    return {
      ...billSections(stories.filter(({ bill }) => own.includes(payerId(bill.payer)))),
      ...payingSections(
        mode,
        methods,
        attempts.filter((attempt) => own.includes(attempt.payerId)),
      ),
    }
  })
}

/** Bookings that are held until they are paid. */
async function bookingsToPay(tx: Tx, memberIds: readonly string[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const part of inParts(memberIds)) {
    const held = tx.selectFrom('booking').select('body').where('member_id', 'in', part)
    const rows = await held.where('state', '=', 'held').execute()
    found.push(
      ...rows
        .map(({ body }) => parseKept<Booking>(body))
        .filter(isToPay)
        .map(({ id }) => id),
    )
  }
  return found
}

/** No outcome is a bill, and no booking but one that is paid before it stands: its attempts come and go with its hold. */
function billEntries(shown: Shown): readonly ShownEntry[] | null {
  if (shown.kind === 'booking') return shown.booking.isPrepaid ? null : []
  if (shown.kind !== 'bill') return []
  return shown.memberIds.map((memberId) => {
    const document = formatDocumentName({ kind: 'member', memberId })
    return { ...billEntry(shown.story), document }
  })
}

export const billProjection: Projection = {
  document: 'member',
  project: projectBills,
  entriesOf: billEntries,
}
