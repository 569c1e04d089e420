import { readdirSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { circlesIn } from '../../scripts/architecture/circles.ts'
import { measureSizes, readImports } from './sizes.ts'

for (const { part, bytes, bytesMax } of measureSizes()) {
  test(`${part} weighs at most ${bytesMax / 1000} kB compressed`, () => {
    expect(bytes).toBeGreaterThan(1_000) // it was found
    expect(bytes).toBeLessThanOrEqual(bytesMax)
  })
}

test('no two files of the built app need each other', () => {
  const imports = readImports()
  expect(imports.size).toBeGreaterThan(100) // they were read
  expect(circlesIn(imports)).toEqual([])
})

test('every script and style sheet of the built app lies beside itself packed', () => {
  const built = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  const large = built.filter(
    (file) => /\.(js|css)$/.test(file) && statSync(`dist/${file}`).size >= 1_000,
  )
  expect(large.length).toBeGreaterThan(100) // they were found
  for (const ending of ['.br', '.gz']) {
    expect(large.filter((file) => !built.includes(file + ending))).toEqual([])
  }
})
