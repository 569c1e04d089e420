/** Whom a member brings. */
import { count, listOf } from './amounts.ts'

export const guests = {
  title: 'Guests',
  summary: (number: number) => (number === 0 ? 'Add guests' : count(number, 'guest')),
  name: 'Name of a guest',
  add: 'Add',
  remove: 'Remove',
  removeLabel: (name: string) => `Remove ${name}`,
  full: 'No more guests fit.',
  code: (code: string, from: string) => `code ${code.slice(0, 3)} ${code.slice(3)}, from ${from}`,
  names: (names: readonly string[]) => `${listOf(names)}.`,
  onItsWay: 'The change is on its way.',
  came: 'Came',
  cameLabel: (name: string) => `${name} came`,
  hasCome: (name: string, code: string) => `${name} · ${code} · has come`,
  expected: (name: string, code: string) => `${name} · ${code}`,
  checkedIn: (name: string) => `${name} has come`,
} as const
