/** Functions fit on a screen. What a function declares inside counts for itself: a factory is as long as what is left. */
import { longFunctions } from './leftovers.ts'
import { file, isCode, isForTests, type Rule, type SourceFile } from './source-file.ts'

const LINES_MAX = 70

interface Span {
  readonly name: string
  readonly first: number
  readonly last: number
}

const opening =
  /^ *(?:export )?(?:async )?function\*? (\w+)|^ *(?:export )?const (\w+) = .*=> \{$|^.*=> \{$/

/** Functions with a block, by the indentation that Biome gives them: each ends where its own indentation closes. */
function functionsOf(lines: readonly string[]): readonly Span[] {
  return lines.flatMap((line, first) => {
    const found = opening.exec(line)
    if (found === null) return []
    const indent = line.length - line.trimStart().length
    const isEnd = (other: string, index: number) =>
      index > first && other.startsWith(`${' '.repeat(indent)}}`) && !other.endsWith('{')
    const last = lines.findIndex(isEnd)
    const name = found[1] ?? found[2] ?? 'a function'
    return last === -1 ? [] : [{ name, first, last }]
  })
}

function ownLength(span: Span, all: readonly Span[]): number {
  const inside = all.filter(
    (other) => other !== span && other.first > span.first && other.last <= span.last,
  )
  const outermost = inside.filter(
    (one) =>
      !inside.some((other) => other !== one && other.first <= one.first && other.last >= one.last),
  )
  const nested = outermost.reduce((sum, one) => sum + (one.last - one.first + 1), 0)
  return span.last - span.first + 1 - nested
}

function check(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter((source) => isCode(source) && !isForTests(source.path))
    .flatMap(({ path, text }) => {
      const spans = functionsOf(text.split('\n'))
      return spans.flatMap((span) => {
        const length = ownLength(span, spans)
        if (length <= (longFunctions[`${path} ${span.name}`] ?? LINES_MAX)) return []
        return [`${path}:${span.first + 1} ${span.name} has ${length} lines of its own`]
      })
    })
}

const lines = (count: number, text: string) => Array.from({ length: count }, () => text)

export const functionLengths: Rule = {
  title: 'a function has at most 70 lines of its own',
  check,
  right: [
    file('a.ts', 'function a() {', ...lines(68, '  b()'), '}'),
    file(
      'b.ts',
      'export function makeB() {',
      '  function inner() {',
      ...lines(60, '    c()'),
      '  }',
      ...lines(20, '  d()'),
      '}',
    ),
  ],
  wrong: [file('c.ts', 'export async function c({', '  d,', '}: D) {', ...lines(70, '  e()'), '}')],
}
