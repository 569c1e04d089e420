/** What members read stands in `domain/words`, and none of it is the jargon of those who built it. */

import { sentencesLeft } from './leftovers.ts'
import { lineAt, withoutComments } from './scan.ts'
import { file, type Rule, type SourceFile } from './source-file.ts'

const jargon =
  /\b(?:sync\w*|crdt|conflict\w*|servers?|tokens?|caches?|cached|intents?|payloads?|websockets?|sockets?|databases?|backend|endpoint|outbox|replicas?|timeouts?)\b/i

const strings = /'(?:\\.|[^'\\\n])*'|`(?:\\[\s\S]|[^`\\])*`|"(?:\\.|[^"\\\n])*"/g

/** Sentences of the catalogue: strings with a space or a capital, not the keys and the paths of imports. */
function checkCatalogue(files: readonly SourceFile[]): readonly string[] {
  return files
    .filter(({ path }) => /^domain\/words\/.*\.ts$/.test(path) && !path.endsWith('.test.ts'))
    .flatMap(({ path, text }) => {
      const code = withoutComments(text)
      return [...code.matchAll(strings)].flatMap((found) => {
        const said = found[0].replace(/\$\{[^}]*\}/g, '').slice(1, -1)
        const isSentence = /[A-Z]| /.test(said) && !said.startsWith('.')
        const word = isSentence ? jargon.exec(said)?.[0] : undefined
        return word === undefined ? [] : [`${path}:${lineAt(code, found.index)} says "${word}"`]
      })
    })
}

const proseShapes: readonly RegExp[] = [
  // Between tags, or between a tag and an expression.
  /(?<!=)>(?!\()\s*([^<>{}=]*?[A-Za-z]{2}[^<>{}=]*?)\s*(?=<\/?[A-Za-z>]|\{)/g,
  /\}\s*([^<>{}=]*[A-Za-z]{2}[^<>{}=]*)(?=<\/)/g,
  /\b(?:aria-label|title|placeholder|alt|label|word)="([^"]*[A-Za-z]{2}[^"]*)"/g,
  /\bshowToast\(\s*(['`][^'`]*)/g,
]

/** No sentence has these: a comparison or a generic looked like a tag. */
const isCode = /=>|[[\]]|\|\||\.\w+\(|\bfunction \w+\(|\breturn\b|\bconst \w|^readonly \w/

interface Prose {
  readonly line: number
  readonly said: string
}

/** Text in a screen that somebody reads, as far as regular expressions can tell. */
export function proseIn(text: string): readonly Prose[] {
  const code = withoutComments(text)
  const found = proseShapes.flatMap((shape) =>
    [...code.matchAll(shape)].map((match) => ({
      line: lineAt(code, match.index + match[0].indexOf(match[1] ?? '')),
      said: (match[1] ?? '').trim(),
    })),
  )
  const seen = new Set<string>()
  return found.filter(({ line, said }) => {
    // The end of a call after a type argument is code, not prose.
    if (said.startsWith(')') || isCode.test(said)) return false
    const isNew = !seen.has(`${line} ${said}`)
    seen.add(`${line} ${said}`)
    return isNew
  })
}

function screens(files: readonly SourceFile[]): readonly SourceFile[] {
  return files.filter(
    ({ path }) => path.startsWith('client/') && path.endsWith('.tsx') && !/\.test\./.test(path),
  )
}

function checkJargon(files: readonly SourceFile[]): readonly string[] {
  return screens(files).flatMap(({ path, text }) =>
    proseIn(text).flatMap(({ line, said }) => {
      const word = jargon.exec(said)?.[0]
      return word === undefined ? [] : [`${path}:${line} says "${word}"`]
    }),
  )
}

function checkScreens(files: readonly SourceFile[]): readonly string[] {
  return screens(files).flatMap(({ path, text }) => {
    const prose = proseIn(text)
    if (prose.length <= (sentencesLeft[path] ?? 0)) return []
    return prose.map(({ line, said }) => `${path}:${line} says "${said}" outside domain/words`)
  })
}

export const catalogue: Rule = {
  title: 'the catalogue has no jargon',
  check: checkCatalogue,
  right: [
    file('domain/words/english.ts', "import { a } from '../sync/a.ts'", "b('sync', 'Taken.')"),
  ],
  wrong: [
    file('domain/words/german.ts', "const a = 'The server said no.'"),
    file('domain/words/french/bookings.ts', 'const a = `A conflict with it`'),
  ],
}

export const screenJargon: Rule = {
  title: 'no screen speaks jargon',
  check: checkJargon,
  right: [file('client/app/a.tsx', '<p class="cache">{sync(b)}</p>')],
  wrong: [
    file('client/app/b.tsx', '<p>', '  The cache is full.', '</p>'),
    file('client/app/c.tsx', '<button aria-label="Sync now" />'),
  ],
}

export const screenWords: Rule = {
  title: 'what screens say stands in domain/words',
  check: checkScreens,
  right: [
    file('client/app/a.tsx', 'function A<T>(props: { a: T }) {', '  return <p>{words.a}</p>', '}'),
    file('client/app/b.tsx', 'const a = () => (b() > c ? d : e)', 'const f = g < h'),
  ],
  wrong: [
    file('client/app/c.tsx', 'const a = <h1>Day list</h1>'),
    file('client/app/d.tsx', '<p>{name()} was taken.</p>'),
    file('client/app/e.tsx', '<button type="button">', '  Book {name()}', '</button>'),
    file('client/app/f.tsx', "showToast('Booking cancelled')"),
    file('client/app/g.tsx', '<input placeholder="Your name" />'),
  ],
}
