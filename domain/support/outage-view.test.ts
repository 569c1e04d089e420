import { expect, test } from 'vitest'
import type { OwnIntent } from '../bookings/booking-view.ts'
import { wishOf } from '../bookings/wishes/for-tests.ts'
import { toId } from '../values/ids.ts'
import { HOUR_MS, toInstant } from '../values/instant.ts'
import { desk, tuesday } from './for-tests.ts'
import type { Outage } from './outage.ts'
import { viewOutages } from './outage-view.ts'

const siteId = desk.catalogue.site.id
const resourceIds = [toId('resource', 'res_desk-1')]
const known: Outage = {
  ...{ id: toId('outage', 'out_1'), siteId, resourceIds, text: 'The tap drips' },
  ...{ since: toInstant(tuesday - HOUR_MS), endedAt: null },
}
const outageId = toId('outage', 'out_2')
const announced = { siteId, outageId, resourceIds, text: 'No heating' }

const view = (intents: readonly OwnIntent[], site = siteId) =>
  viewOutages(site === siteId ? [known] : [], intents, site)

test('[SUPPORT-20] a known problem is announced and ended without a network: it is there, and says that it waits', () => {
  const started = wishOf('outage.announce', announced, 1)
  expect(view([started])).toMatchObject([
    { id: known.id, waiting: null },
    { id: outageId, text: 'No heating', since: tuesday, waiting: 'saved', notDone: null },
  ])
  const ended = wishOf('outage.end', { siteId, outageId }, 2, 'received')
  expect(view([started, ended])).toMatchObject([{ waiting: null }, { waiting: 'sent' }])
  expect(view([wishOf('outage.announce', announced, 1, 'settled')])).toHaveLength(1)
  expect(view([started], toId('site', 'sit_other'))).toEqual([])
})

test('[SUPPORT-20] what the space said no to is told with its words; an end that was over already is none', () => {
  const no = { reason: 'too-many-outages', max: 20 } as const
  const refused = wishOf('outage.announce', announced, 1, 'settled', no)
  expect(view([refused])).toMatchObject([
    { id: known.id },
    { text: 'No heating', waiting: null, notDone: { refusal: no, intent: refused.intent } },
  ])
  const over = wishOf('outage.end', { siteId, outageId: known.id }, 2, 'settled', {
    reason: 'unknown-outage',
  })
  expect(view([over])).toMatchObject([{ waiting: null, notDone: null }])
})
