/** The rules are pure: the same facts give the same answer on every device and every day. */
import { codeOf, findAll } from './scan.ts'
import { file, isCode, isForTests, type Rule, type SourceFile } from './source-file.ts'

const impure: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\b|\bnew Date\b|\bDate\.parse\b|\bperformance\.now\b/g, 'reads a clock'],
  [/\bMath\.random\b|\bcrypto\b/g, 'rolls dice'],
  [/\b(?:Temporal|Intl\.DateTimeFormat|toLocale\w*String|getTimezoneOffset)\b/g, 'asks for a zone'],
  [/\b(?:setTimeout|setInterval|queueMicrotask|requestAnimationFrame)\b/g, 'waits'],
  [/\b(?:console|process|navigator|localStorage|globalThis)\./g, 'looks outside'],
  [/\bfetch\(|\bXMLHttpRequest\b|\bWebSocket\b/g, 'talks to somebody'],
  [/^(?:export )?let \w/gm, 'keeps state in a module'],
]

function check(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter((source) => isCode(source) && !isForTests(source.path))
    .filter(({ path }) => path.startsWith('domain/') || path.startsWith('floorplans/document/'))
    .flatMap((source) => {
      const code = codeOf(source.text)
      return impure.flatMap(([pattern, message]) => findAll(source, code, pattern, message))
    })
}

export const purity: Rule = {
  title: 'domain and plan documents have no clock, no dice, no zone data, no world',
  check,
  right: [
    file('domain/values/zone.ts', '// new Date() would ask the device', 'const a = now + 1'),
    file('client/app/clock.ts', 'const now = Date.now()'),
    file('domain/values/zone.test.ts', 'const now = Date.now()'),
    file('domain/words/english.ts', "new Intl.NumberFormat('en')"),
  ],
  wrong: [
    file('domain/values/instant.ts', 'const a = Date.now()'),
    file('domain/values/ids.ts', 'const a = Math.random()'),
    file('domain/words/english.ts', 'new Intl.DateTimeFormat(a)'),
    file('domain/wire/backoff.ts', 'setTimeout(retry, 1)'),
    file('floorplans/document/geometry.ts', 'console.log(a)'),
    file('domain/values/money.ts', 'let count = 0'),
  ],
}
