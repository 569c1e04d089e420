import type { Bill } from '../bill.ts'

/** Nothing else stands on the document of a damage. */
export function isForDamage({ lines }: Pick<Bill, 'lines'>): boolean {
  return lines.length > 0 && lines.every(({ kind }) => kind === 'damage')
}
