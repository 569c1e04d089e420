/**
 * Kinds of charges whose tax a payer owes where they are (D-41). All of it must hold: the space says so of the kind, the bill is made out to a
 * company by name, the space has looked its tax number up, and that is of another country than the space's own.
 */
import type { PayerBillTo } from '../memberships/bill-to.ts'
import type { BillingSettings, ChargeKind } from '../sites/billing-settings.ts'
import { countryOfTaxId, plainTaxId } from '../sites/country-of-tax-id.ts'

export function reversedKinds(
  { reverseCharge, company }: Pick<BillingSettings, 'reverseCharge' | 'company'>,
  billTo: PayerBillTo | null,
): readonly ChargeKind[] {
  if (billTo === null || billTo.name === '' || !isTaxIdChecked(billTo)) return []
  const [own, theirs] = [countryOfTaxId(company.taxId), countryOfTaxId(billTo.taxId)]
  return own !== null && theirs !== null && own !== theirs ? reverseCharge.kinds : []
}

/** True while the number is the one that was looked up. */
export function isTaxIdChecked({ taxId, checkedTaxId }: PayerBillTo): boolean {
  const plain = plainTaxId(taxId)
  return plain !== '' && checkedTaxId !== undefined && plainTaxId(checkedTaxId) === plain
}
