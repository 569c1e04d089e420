/** The country of a tax number: the two letters that VAT numbers begin with. Null of anything else, such as a number of one country's own. */
export function countryOfTaxId(taxId: string): string | null {
  const [, country] =
    /^([A-Z]{2})(?=[0-9A-Z+*]*[0-9])[0-9A-Z+*]{2,13}$/.exec(plainTaxId(taxId)) ?? []
  return country ?? null
}

/** Numbers are compared without what people write between their digits. */
export function plainTaxId(taxId: string): string {
  return taxId.toUpperCase().replace(/[\s.-]/g, '')
}
