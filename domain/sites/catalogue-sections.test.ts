import { expect, test } from 'vitest'
import { harbour } from '../bookings/for-tests.ts'
import { harbourClosures } from '../seeds/harbour-loft/sites.ts'
import { toLocalDate } from '../values/local-date.ts'
import { catalogueSections, readCatalogue } from './catalogue-sections.ts'

const catalogue = { ...harbour, closures: harbourClosures(toLocalDate('2026-11-23')) }

test('[SITES-06] a catalogue read from its document is the one that was written, in its order', () => {
  const sections = JSON.parse(JSON.stringify(catalogueSections(catalogue)))
  expect(readCatalogue(sections)).toEqual(catalogue)
})

test('[SITES-06] the order stands in the values, whatever the order of the keys', () => {
  const written = catalogueSections(catalogue)
  const shuffled = Object.fromEntries(
    Object.entries(written).map(([name, section]) => [
      name,
      Object.fromEntries(Object.entries(section).reverse()),
    ]),
  )
  expect(readCatalogue(shuffled)?.resources).toEqual(catalogue.resources)
})

test('[SITES-06] before the document has arrived there is no catalogue', () => {
  expect(readCatalogue({})).toBeNull()
  expect(readCatalogue({ resources: {} })).toBeNull()
})
