/** Tests run, fail when they should, and wait for conditions instead of time. */
import { codeOf, findAll, importsOf } from './scan.ts'
import { file, type Rule, type SourceFile } from './source-file.ts'

const dishonest: readonly (readonly [RegExp, string])[] = [
  [/\b(?:test|describe|suite)\.(?:skip|only|todo|fails|skipIf|runIf)\b/g, 'does not run, or alone'],
  [/\b(?:xit|xtest|xdescribe|fit|fdescribe)\(/g, 'does not run, or alone'],
  [/\b(?:sleep|delay|waitForTimeout)\(/g, 'sleeps: advance a clock or await a condition'],
  [/=>\s*\{?\s*(?:window\.)?setTimeout\(\s*(?:resolve|done|r|ok)\b/g, 'sleeps'],
  [/\bexpect\((?:true|1)\)\.to/g, 'cannot fail'],
]

/** One function may wait between two looks at a condition, and says so by its name. */
function withoutEventually(code: string): string {
  return code.replace(/\bfunction eventually\b[\s\S]*?\n\}/g, (body) => body.replace(/[^\n]/g, ' '))
}

function check(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => /(\.test|\/for-tests)\.tsx?$/.test(path) || path.startsWith('e2e/'))
    .flatMap((source) => {
      const code = withoutEventually(codeOf(source.text))
      const mocks = findAll(source, source.text, /\bvi\.(?:do)?[mM]ock\(\s*'\./g, 'mocks our code')
      const timers = importsOf(source)
        .filter(({ specifier }) => specifier.includes('timers/promises'))
        .map(({ line }) => `${source.path}:${line} sleeps`)
      return [
        ...mocks,
        ...timers,
        ...dishonest.flatMap(([pattern, message]) => findAll(source, code, pattern, message)),
      ]
    })
}

export const honestTests: Rule = {
  title: 'no test is skipped, alone, asleep, or unable to fail',
  check,
  right: [
    file('a.test.ts', "test('a sentence about .skip( and sleep(', () => { clock.advance(5) })"),
    file('client/sync/socket.ts', 'await sleep(5)'),
    file(
      'for-tests.ts',
      'async function eventually(look: Look) {',
      '  while (!look()) await new Promise((resolve) => setTimeout(resolve, 20))',
      '}',
    ),
  ],
  wrong: [
    file('b.test.ts', "test.skip('later', f)"),
    file('c.test.ts', "describe.only('this', f)"),
    file('d.test.ts', 'await new Promise((resolve) => setTimeout(resolve, 50))'),
    file('e2e/journey.ts', 'await page.waitForTimeout(500)'),
    file('f.test.ts', "vi.mock('./settle.ts')"),
    file('g.test.ts', "import { setTimeout } from 'node:timers/promises'"),
    file('h.test.ts', 'expect(true).toBe(true)'),
  ],
}
