/** Who bills are made out to, where that is not the member as they are called here: a company, its address, what it wants to read on them. */
import type { Holder } from './holder.ts'

export interface BillTo {
  readonly name: string
  readonly address: string
  readonly taxId: string
  /** The payer’s own order number or cost centre, as it is to stand on every bill (P-01). */
  readonly orderText: string
}

/** Of one payer. */
export interface PayerBillTo extends BillTo {
  readonly payer: Holder
  /** The tax number that the space has looked up and found good. It counts as long as the payer's is that one; left out while none was. */
  readonly checkedTaxId?: string
}

export function isNothing({ name, address, taxId, orderText }: BillTo): boolean {
  return [name, address, taxId, orderText].every((one) => one === '')
}
