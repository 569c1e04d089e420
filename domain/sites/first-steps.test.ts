import { expect, test } from 'vitest'
import { harbour } from '../bookings/for-tests.ts'
import { toId } from '../values/ids.ts'
import { toLocalDate } from '../values/local-date.ts'
import type { Catalogue } from './catalogue.ts'
import { firstSteps, openSteps } from './first-steps.ts'

const on = toLocalDate('2026-12-01')
const loft = { id: toId('floor', 'flr_loft'), name: 'Loft', planVersion: 1 }
const rules = { version: 1, text: 'Be kind.', takesEffectOn: on }

const { site } = harbour
const bare: Catalogue = {
  ...harbour,
  ...{ resources: [], rates: [] },
  site: {
    ...site,
    ...{ address: '', floors: [], houseRules: [] },
    billing: { ...site.billing, startsOn: null },
  },
}
const ready: Catalogue = {
  ...harbour,
  site: {
    ...site,
    ...{ address: 'Am Kai 9', floors: [loft], houseRules: [rules] },
    billing: { ...site.billing, startsOn: on },
  },
}

test('[SITES-14] [O-12] an empty location has all of its first steps ahead, one that is set up none', () => {
  expect(openSteps(bare, 1)).toEqual(firstSteps)
  expect(openSteps(ready, 2)).toEqual([])
})

test('[SITES-14] [O-12] a step is done by what is set: places once a plan of them is published, members once somebody was invited', () => {
  const drawn = { ...ready.site, floors: [{ ...loft, planVersion: 0 }] }
  expect(openSteps({ ...ready, site: drawn }, 2)).toEqual(['places'])
  expect(openSteps({ ...ready, resources: [] }, 2)).toEqual(['places'])
  expect(openSteps({ ...ready, rates: [] }, 2)).toEqual(['prices'])
  expect(openSteps({ ...ready, site: { ...ready.site, address: '' } }, 2)).toEqual(['address'])
  for (const members of [1, null]) expect(openSteps(ready, members)).toEqual(['members'])
})
