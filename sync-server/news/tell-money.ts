/** From what a settlement wrote of money to who is told of it: payers, whoever manages a team that pays, and who keeps the books. */

import { keepsBooks, memberRoles } from '../../domain/access/role.ts'
import { isForDamage } from '../../domain/billing/deposits/for-damage.ts'
import { type Holder, payerId } from '../../domain/memberships/holder.ts'
import type { Told } from '../../domain/news/news-of-bookings.ts'
import { type DepositChange, newsOfDeposits } from '../../domain/news/news-of-deposits.ts'
import { type MoneyChange, newsOfMoney } from '../../domain/news/news-of-money.ts'
import { must } from '../../domain/values/assert.ts'
import { toId } from '../../domain/values/ids.ts'
import { billIdOf } from '../settlement/write-bills.ts'
import type { Act } from '../settlement/write-facts.ts'
import { findBill } from '../storage/load-bills.ts'
import type { Reader } from '../storage/storage.ts'

type MemberId = Told['memberId']

export async function ofMoney(reader: Reader, acts: readonly Act[]): Promise<readonly Told[]> {
  const told: Told[] = []
  const news = [...newsOfMoney(await changesOf(reader, acts)), ...newsOfDeposits(depositsOf(acts))]
  for (const { to, siteId, news: one } of news) {
    const readers =
      to === 'books' ? await bookkeepersOf(reader, siteId) : await readersOf(reader, to)
    told.push(...readers.map((memberId) => ({ memberId, siteId, news: one })))
  }
  return told
}

async function changesOf(reader: Reader, acts: readonly Act[]): Promise<readonly MoneyChange[]> {
  const changes: MoneyChange[] = []
  for (const { fact } of acts) {
    switch (fact.kind) {
      case 'bills':
        for (const draft of fact.drafts) {
          const { payer, siteId } = draft
          changes.push({ kind: 'bill', bill: { id: billIdOf(draft), payer, siteId } })
        }
        break
      case 'booked-bill': {
        const { draft, payment } = fact
        // What credits paid all of is told as booked, and what is kept for damage as kept.
        if (payment === null || isForDamage(draft)) break
        const bill = { id: payment.billId, payer: draft.payer, siteId: draft.siteId }
        changes.push({ kind: 'payment', bill, payment })
        break
      }
      case 'payment':
      case 'credit':
      case 'attempt':
        changes.push(fact)
        break
      case 'refund': {
        const { billId } = fact.refund
        // That of a deposit is told as what it is kept as.
        if (billId === null) break
        const story = must(await findBill(reader, billId), 'bills are never removed')
        changes.push({ kind: 'refund', bill: story.bill, refund: fact.refund })
        break
      }
      default:
    }
  }
  return changes
}

function depositsOf(acts: readonly Act[]): readonly DepositChange[] {
  return acts.flatMap(({ fact }) => {
    switch (fact.kind) {
      case 'deposit-ask':
      case 'fund':
      case 'fund-move':
      case 'attempt':
        return [fact]
      default:
        return []
    }
  })
}

/** A team's bills are its manager's to read. */
export async function readersOf(reader: Reader, payer: Holder): Promise<readonly MemberId[]> {
  if (payer.kind === 'member') return [payer.memberId]
  const team = reader.selectFrom('team').select('manager_id').where('id', '=', payerId(payer))
  const row = await team.executeTakeFirst()
  return row === undefined ? [] : [toId('member', row.manager_id)]
}

const bookkeepers = Object.values(memberRoles).filter(keepsBooks)

async function bookkeepersOf(reader: Reader, siteId: string): Promise<readonly MemberId[]> {
  const rows = await reader
    .selectFrom('member')
    .innerJoin('member_site', 'member_site.member_id', 'member.id')
    .select('member.id')
    .where('member_site.site_id', '=', siteId)
    .where('member.role', 'in', bookkeepers)
    .orderBy('member.id')
    .execute()
  return rows.map(({ id }) => toId('member', id))
}
