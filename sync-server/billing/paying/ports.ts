import type { Instant } from '../../../domain/values/instant.ts'
import type { Settlement } from '../../settlement/settlement.ts'
import type { Storage } from '../../storage/storage.ts'
import type { PaymentGateway } from '../gateway.ts'

/** What paying asks of the house: books to write, somebody who moves money, and where payers come back to. */
export interface PayingPorts {
  readonly storage: Storage
  readonly settlement: Pick<Settlement, 'act'>
  readonly gateway: PaymentGateway
  now(): Instant
  makeUlid(): string
  /** Where members reach the portal, without a slash at its end. */
  origin(): string
  log(line: string): void
}
