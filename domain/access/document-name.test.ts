import { expect, test } from 'vitest'
import { toId } from '../values/ids.ts'
import { isoWeekOf, toLocalDate } from '../values/local-date.ts'
import { type DocumentName, formatDocumentName, parseDocumentName } from './document-name.ts'

const memberId = toId('member', 'mem_ada')
const siteId = toId('site', 'sit_harbour-loft')
const date = toLocalDate('2026-11-26')

const names: readonly DocumentName[] = [
  { kind: 'outbox', memberId, deviceId: toId('device', 'dev_phone') },
  { kind: 'member', memberId },
  { kind: 'occupancy', siteId, week: isoWeekOf(date) },
  { kind: 'catalogue', siteId },
  { kind: 'desk', siteId, date },
  { kind: 'requests', siteId },
  { kind: 'tickets', memberId },
  { kind: 'messages', memberId },
  { kind: 'articles', siteId },
  { kind: 'support', siteId },
  { kind: 'happenings', siteId },
  { kind: 'attendees', siteId },
  { kind: 'plan-draft', siteId, floorId: toId('floor', 'flr_loft') },
]

test('[ACCESS-04] a formatted name parses back to what it names', () => {
  for (const name of names) expect(parseDocumentName(formatDocumentName(name))).toEqual(name)
  expect(names.map(formatDocumentName)).toEqual([
    'outbox/mem_ada/dev_phone',
    'member/mem_ada',
    'occupancy/sit_harbour-loft/2026-W48',
    'catalogue/sit_harbour-loft',
    'desk/sit_harbour-loft/2026-11-26',
    'requests/sit_harbour-loft',
    'tickets/mem_ada',
    'messages/mem_ada',
    'articles/sit_harbour-loft',
    'support/sit_harbour-loft',
    'happenings/sit_harbour-loft',
    'attendees/sit_harbour-loft',
    'plan/sit_harbour-loft/flr_loft/draft',
  ])
})

test('[ACCESS-04] unknown kinds, wrong ids, impossible dates and further parts name no document', () => {
  const odd = [
    '',
    'member',
    'member/',
    'member/sit_harbour-loft',
    'member/mem_ada/more',
    'member/mem_ada/',
    'Member/mem_ada',
    'outbox/mem_ada',
    'outbox/mem_ada/mem_ada',
    'outbox/mem_ada/dev_a/dev_b',
    'occupancy/sit_harbour-loft/2027-W53',
    'occupancy/sit_harbour-loft',
    'desk/sit_harbour-loft/2026-02-30',
    'desk/sit_harbour-loft/2026-11-26/..',
    '../member/mem_ada',
    '__proto__/mem_ada',
    'constructor/sit_harbour-loft',
    'plan/sit_harbour-loft/flr_loft',
    'plan/sit_harbour-loft/flr_loft/1',
    'plan/sit_harbour-loft/flr_loft/draft/',
    'plan/flr_loft/sit_harbour-loft/draft',
    'plan-draft/sit_harbour-loft/flr_loft',
    `member/mem_${'a'.repeat(300)}`,
  ]
  for (const text of odd) expect({ [text]: parseDocumentName(text) }).toEqual({ [text]: null })
})
