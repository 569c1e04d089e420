/** Two versions of a floor beside each other. */
import { count } from './amounts.ts'

const kinds = { added: 'New', removed: 'Gone', moved: 'Moved', changed: 'Changed' } as const

export const comparison = {
  open: 'Compare',
  with: (version: number) => `Compare version ${version} with the draft`,
  title: 'Versions side by side',
  before: 'Before',
  after: 'After',
  draft: 'The draft',
  side: (name: string) => `${name}, drawn`,
  kinds,
  signs: { added: '+', removed: '−', moved: '→', changed: '≠' },
  line: (kind: keyof typeof kinds, what: string) => `${kinds[kind]}: ${what}`,
  renamed: (was: string, is: string) => `${is}, until now ${was}`,
  moved: (what: string, byCm: number) =>
    byCm === 0 ? `${what}, turned` : `${what}, by ${byCm} cm`,
  same: 'Nothing differs.',
  differs: (number: number) => (number === 1 ? '1 thing differs' : `${number} things differ`),
  resized: 'The floor has another size.',
  list: 'What differs',
  drawOn: 'Draw on',
  use: (version: number) => `Draw on from version ${version}`,
  unreachable: 'This version needs a connection.',
  more: (number: number) => `and ${count(number, 'more change')}`,
} as const
