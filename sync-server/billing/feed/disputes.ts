/**
 * Disputes are argued at the processor's own pages, where the evidence is. Here each step of one is an alarm for who keeps the books, and what
 * is lost is a loss in the ledger; which payment it was of, and what becomes of what was owed to its payer, is the matter of paying. The bill
 * stays paid: what is lost is the space's own loss, until somebody asks the member for it again.
 */
import { lostTransaction, WHOLE_SPACE } from '../../../domain/billing/movement.ts'
import type { Instant } from '../../../domain/values/instant.ts'
import { moneyPlain } from '../../../domain/words/english/amounts.ts'
import type { Storage } from '../../storage/storage.ts'
import { writeLedger } from '../../storage/write-ledger.ts'
import type { GatewayDispute, TakeFact } from '../gateway.ts'
import { raise } from './alarms.ts'

export function withDisputes(storage: Storage, now: () => Instant, books: TakeFact): TakeFact {
  return async (fact) => {
    if (fact.kind !== 'dispute') return books(fact)
    const { dispute } = fact
    const at = now()
    await storage.transaction(async (tx) => {
      await raise(tx, { kind: 'disputed', about: aboutOf(dispute), at })
      if (dispute.state !== 'lost') return
      const transaction = lostTransaction({ ...dispute, at })
      await writeLedger(tx, [{ siteId: WHOLE_SPACE, transaction, charge: null }], at)
    })
    return books(fact)
  }
}

/** The same step has the same words, so it is one alarm. */
function aboutOf({ id, amount, state, payment, evidenceDueAt }: GatewayDispute): string {
  const due =
    evidenceDueAt === null ? '' : `, due ${new Date(evidenceDueAt).toISOString().slice(0, 10)}`
  const answer = state === 'needs-response' ? due : ''
  return `${moneyPlain(amount)} of ${payment ?? 'an unknown payment'} (${id}), ${state}${answer}`
}
