/** Whose lines a bill has, with what they come to: before taxes where prices are. On the screen and on paper alike. */
import { must } from '../values/assert.ts'
import { add, type Money, zero } from '../values/money.ts'
import type { BillLine } from './bill.ts'

export interface PersonLines {
  /** Empty of what is for all. */
  readonly name: string
  readonly lines: readonly BillLine[]
  readonly sum: Money
}

export function byPerson(lines: readonly BillLine[]): readonly PersonLines[] {
  const found = new Map<string, BillLine[]>()
  for (const line of lines) {
    const own = found.get(line.memberName)
    if (own === undefined) found.set(line.memberName, [line])
    else own.push(line)
  }
  return [...found].map(([name, own]) => ({ name, lines: own, sum: sumOf(own) }))
}

function sumOf(lines: readonly BillLine[]): Money {
  const { currency } = must(lines[0], 'who is named has lines').amount
  return lines.reduce((sum, { amount }) => add(sum, amount), zero(currency))
}
