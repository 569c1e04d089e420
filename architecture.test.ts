/**
 * The walls of the house, read from its sources. Each rule brings its own examples, so that it is known to be able to fail.
 * What the rules are and why is written beside them in scripts/architecture.
 */
import { expect, test } from 'vitest'
import { circles } from './scripts/architecture/circles.ts'
import { functionLengths } from './scripts/architecture/function-lengths.ts'
import { honestTests } from './scripts/architecture/honest-tests.ts'
import { comments, language } from './scripts/architecture/language.ts'
import { purity } from './scripts/architecture/purity.ts'
import { barrels, imports, lengths, names } from './scripts/architecture/shape.ts'
import { readSources } from './scripts/architecture/source-file.ts'
import { specs, titles } from './scripts/architecture/specs.ts'
import { strangersWords } from './scripts/architecture/strangers-words.ts'
import { vendorDoors } from './scripts/architecture/vendor-doors.ts'
import { walls } from './scripts/architecture/walls.ts'
import { catalogue, screenJargon, screenWords } from './scripts/architecture/words.ts'

const sources = readSources(import.meta.dirname)
const structure = [walls, circles, vendorDoors, names, barrels, imports, lengths, functionLengths]
const manners = [language, comments, purity, specs, titles, honestTests, strangersWords]
const rules = [...structure, ...manners, catalogue, screenJargon, screenWords]

for (const { title, check, right, wrong } of rules) {
  test(`in this house ${title}`, () => {
    expect(check(sources)).toEqual([])
  })

  test(`the check that ${title} passes and fails on its examples`, () => {
    expect(check(right)).toEqual([])
    for (const example of wrong) {
      expect({ [example.path]: check([...right, example]).length > 0 }).toEqual({
        [example.path]: true,
      })
    }
  })
}

test('the scanner reads every room', () => {
  const rooms = new Set(sources.map(({ path }) => path.split('/').slice(0, 2).join('/')))
  for (const room of ['domain/values', 'client/bookings', 'sync-server/storage']) {
    expect(rooms).toContain(room)
  }
})
