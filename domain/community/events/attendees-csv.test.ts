import { expect, test } from 'vitest'
import { toId } from '../../values/ids.ts'
import { doorCode } from '../door/door-code.ts'
import { attendeesCsv } from './attendees-csv.ts'
import { breakfast, tuesday } from './for-tests.ts'

test('[C-02] who comes is a row each, and no name is a formula', () => {
  const one = {
    ...{ eventId: breakfast.id, memberId: toId('member', 'mem_ada'), people: 2, order: 1 },
    ...{ state: 'going' as const, askedAt: tuesday, hasCome: true },
    code: doorCode([1, 2, 3, 4, 5, 6, 7, 8, 9]),
  }
  const listColumns = ['Name', 'People', 'State', 'Was there']
  const states = { going: 'Coming', waiting: 'Waiting', out: 'Gone' }
  const csv = attendeesCsv(
    [
      { ...one, name: '=cmd()' },
      { ...one, name: 'Lee, Ann', state: 'out', people: 0, hasCome: false },
    ],
    { listColumns, states, yes: 'yes' },
  )
  expect(csv).toBe('Name,People,State,Was there\r\n\'=cmd(),2,Coming,yes\r\n"Lee, Ann",0,Gone,\r\n')
})
