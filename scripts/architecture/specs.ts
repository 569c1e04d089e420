/** Rules and tests are bound both ways: every numbered rule of a SPEC.md has a test, and every number in a title means a rule. */
import { findAll, lineAt } from './scan.ts'
import { file, type Rule, type SourceFile } from './source-file.ts'

/**
 * How far the product's own numbers go: the rules of the domain (D, listed in domain/README.md as far as they are in force) and
 * its features (A sign-in, B booking, F floor plan, H channels, L what only we have, X platform, and so on).
 */
const numbered: Readonly<Record<string, number>> = {
  ...{ A: 12, B: 41, C: 11, D: 75, F: 14, H: 7, L: 16 },
  ...{ M: 8, N: 12, O: 16, P: 26, T: 8, X: 11 },
}

/** A rule stands at the start of a line, a bullet or a table row: `- **BOOKINGS-07** …`. */
const ruleLine = /^(?:[-*]\s+|\|\s*|#+\s*)?(?:\*\*|\[|`)*([A-Z]{2,}-\d{2,})\b/gm
const titleTags = /['"`]((?:\[[A-Z]+-\d+\]\s*)+)/g

interface Tag {
  readonly id: string
  readonly at: string
}

function rulesOf(files: readonly SourceFile[]): readonly Tag[] {
  return files
    .filter(({ path }) => path.endsWith('SPEC.md'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(ruleLine)].map((found) => ({
        id: found[1] ?? '',
        at: `${path}:${lineAt(text, found.index)}`,
      })),
    )
}

function tagsOf(files: readonly SourceFile[]): readonly Tag[] {
  return files
    .filter(({ path }) => /\.test\.tsx?$/.test(path) || path.startsWith('e2e/'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(titleTags)].flatMap((found) =>
        [...(found[1] ?? '').matchAll(/[A-Z]+-\d+/g)].map((tag) => ({
          id: tag[0],
          at: `${path}:${lineAt(text, found.index)}`,
        })),
      ),
    )
}

function isNumbered(id: string): boolean {
  const [letter = '', number = ''] = id.split('-')
  const last = numbered[letter]
  return last !== undefined && Number(number) >= 1 && Number(number) <= last
}

function check(files: readonly SourceFile[]): readonly string[] {
  const rules = rulesOf(files)
  const tags = tagsOf(files)
  const known = new Set(rules.map(({ id }) => id))
  const tested = new Set(tags.map(({ id }) => id))
  return [
    ...rules.filter(({ id }) => !tested.has(id)).map(({ id, at }) => `${at} ${id} has no test`),
    ...rules
      .filter(({ id }, index) => rules.findIndex((other) => other.id === id) !== index)
      .map(({ id, at }) => `${at} ${id} is stated twice`),
    ...tags
      .filter(({ id }) => !known.has(id) && !isNumbered(id))
      .map(({ id, at }) => `${at} ${id} is no rule`),
  ]
}

/** Titles are sentences after the tags; `test`, never `it`, so that they read the same everywhere. */
function checkTitles(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => /\.test\.tsx?$/.test(path) && path !== 'architecture.test.ts')
    .flatMap((source) => [
      ...findAll(source, source.text, /^\s*it(?:\.\w+)?\(/gm, 'uses it instead of test'),
      ...findAll(source, source.text, /\btest\(\s*['"`](?:\[[^\]]*\]\s*)*['"`]/g, 'has no title'),
    ])
}

const spec = file('domain/bookings/SPEC.md', '- **BOOKINGS-01** One outcome.', 'As BOOKINGS-02 is')

export const specs: Rule = {
  title: 'every rule of a SPEC.md has a test, and every number in a title is a rule',
  check,
  right: [spec, file('domain/bookings/a.test.ts', "test('[BOOKINGS-01] [D-30] settles once', f)")],
  wrong: [
    file('domain/values/SPEC.md', '| VALUES-01 | never tested |'),
    file('domain/prices/SPEC.md', '- **BOOKINGS-01** One outcome.'),
    file('domain/bookings/b.test.ts', 'test(`[BOOKINGS-99] is no rule`, f)'),
    file('domain/bookings/c.test.ts', 'test("[D-76] is beyond the list", f)'),
  ],
}

export const titles: Rule = {
  title: 'every test has a title that is a sentence',
  check: checkTitles,
  right: [file('a.test.ts', "test('[D-01] refuses one minute of overlap', () => {})")],
  wrong: [file('b.test.ts', "it('works', f)"), file('c.test.ts', "test('[D-01]', f)")],
}
