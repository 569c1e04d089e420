/** The bills, what pays them and how that went, in the document of whoever pays them: a member's own, and a team's in that of who manages it. */
import { formatDocumentName } from '../../domain/access/document-name.ts'
import { payerId } from '../../domain/billing/bill.ts'
import { billEntry, billSections } from '../../domain/billing/bill-sections.ts'
import { payingSections } from '../../domain/billing/paying/told.ts'
import { openOf } from '../../domain/billing/payment.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { Named, Projection } from '../settlement/kind.ts'
import type { Shown, ShownEntry } from '../settlement/shown.ts'
import { keptSince, teamsManagedBy } from '../storage/kept-bills.ts'
import { billsOfPayers } from '../storage/load-bills.ts'
import { attemptsOf, loadPayers } from '../storage/load-paying.ts'
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
  const attempts = await attemptsOf(
    tx,
    open.map(({ bill }) => bill.id),
  )
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

/** No booking and no outcome is a bill: they leave this part as it is. */
function billEntries(shown: Shown): readonly ShownEntry[] {
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
