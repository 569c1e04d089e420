/** What the compiler and the linter cannot refuse, or could be told not to. */
import { codeOf, findAll } from './scan.ts'
import { file, isCode, isExample, type Rule, type SourceFile } from './source-file.ts'

function isOurs(source: SourceFile): boolean {
  return isCode(source) && !isExample(source)
}

const inCode: readonly (readonly [RegExp, string])[] = [
  [/(?:[:<|&,(=]|\bas|\bextends)\s*any\b(?!\s*[:(.\w'])/g, 'says any'],
  [/[\w$)\]]!(?=[.,;)\]}[]|\s*\n)/g, 'asserts by !, where must(value, why) would say why'],
  [/^[ \t]*(?:export\s+|declare\s+|const\s+)*enum\s+\w/gm, 'declares an enum'],
  [/^[ \t]*(?:export\s+|declare\s+)*namespace\s+\w/gm, 'declares a namespace'],
  [/\bcatch\s*(?:\([^)]*\)\s*)?\{\s*\}/g, 'swallows what was thrown'],
  [/\b(?:eval|Function)\(/g, 'runs text as code'],
]

function checkLanguage(files: readonly SourceFile[]): readonly string[] {
  return files.filter(isOurs).flatMap((source) => {
    // Text between tags is prose: "Welcome back!" asserts nothing.
    const code = codeOf(source.text).replace(/>[^<>{}();=]*</g, (prose) =>
      prose.replace(/[^\n<>]/g, ' '),
    )
    return inCode.flatMap(([pattern, message]) => findAll(source, code, pattern, message))
  })
}

const inComments: readonly (readonly [RegExp, string])[] = [
  [/\b(?:TODO|FIXME|XXX|HACK)\b/g, 'leaves something for later'],
  [/@ts-(?:ignore|expect-error|nocheck)/g, 'silences the compiler'],
]

function checkComments(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(isOurs)
    .flatMap((source) =>
      inComments.flatMap(([pattern, message]) => findAll(source, source.text, pattern, message)),
    )
}

export const language: Rule = {
  title: 'no any, no assertion by !, no enum, no swallowed failure',
  check: checkLanguage,
  right: [
    file('a.ts', "const any = 'as any'", 'const b = a !== any', 'if (!b) run(!a, [!b])'),
    file('b.tsx', 'const c = <p>Welcome back!</p>', '// as any', 'const d = /x!/.test(e)'),
    file('c.ts', 'const anything: Map<string, number> = a', 'try {} catch { give() }'),
  ],
  wrong: [
    file('d.ts', 'const a: any = 1'),
    file('e.ts', 'const a = b as any'),
    file('f.ts', 'const a: Map<string, any> = b'),
    file('g.ts', 'const a = b!.c'),
    file('h.ts', 'const a = b[0]!', 'const c = 1'),
    file('i.ts', 'export const enum Colour { Red }'),
    file('j.ts', 'try { a() } catch {}'),
    file('k.ts', 'export namespace Old { }'),
  ],
}

export const comments: Rule = {
  title: 'nothing is left for later, and the compiler is never silenced',
  check: checkComments,
  right: [file('a.ts', '// A wish that is to do nothing.')],
  wrong: [file('b.ts', '// TODO: later'), file('c.ts', '// @ts-expect-error', 'a()')],
}
