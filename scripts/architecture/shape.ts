/** How files are named, how long they are, and that none of them only passes others on. */
import { longFiles } from './leftovers.ts'
import { codeOf, importsOf } from './scan.ts'
import { file, isCode, isExample, type Rule, type SourceFile } from './source-file.ts'

const LINES_MAX = 400
const LINES_WITHOUT_REASON_MAX = 300

function isWritten({ path }: SourceFile): boolean {
  return /\.(ts|tsx|js|css)$/.test(path)
}

function checkLength(files: readonly SourceFile[]): readonly string[] {
  return files.filter(isWritten).flatMap(({ path, text }) => {
    const lines = text.trimEnd().split('\n').length
    if (lines > LINES_MAX) return [`${path} has ${lines} lines; ${LINES_MAX} is the wall`]
    if (lines <= LINES_WITHOUT_REASON_MAX || path in longFiles) return []
    return [`${path} has ${lines} lines and no reason in scripts/architecture/leftovers.ts`]
  })
}

/** Folders are nouns of the product; these name a kind of code and collect whatever has no home. */
const drawers =
  /(^|\/)(components?|hooks?|utils?|helpers?|services?|types?|lib|libs|common|shared|misc|core|models?|interfaces?|constants?)\//
const kebab =
  /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|config|sim\.test|(property|contract)\.test|d))*\.(ts|tsx|js|css)$/

function checkNames(files: readonly SourceFile[]): readonly string[] {
  return files.filter(isWritten).flatMap(({ path }) => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    if (drawers.test(path)) return [`${path} lies in a folder named for a kind of code`]
    if (/^index\.(ts|tsx|js)$/.test(name)) return [`${path} is named for nothing`]
    if (!kebab.test(name)) return [`${path} is not kebab-case`]
    // 001-first-light, folders of samples: three levels at most.
    return path.split('/').length > 4 ? [`${path} lies deeper than a room and a part`] : []
  })
}

function checkBarrels(files: readonly SourceFile[]): readonly string[] {
  return files.filter(isCode).flatMap(({ path, text }) => {
    const code = codeOf(text)
    const rest = code
      .replace(/\bexport\s+(type\s+)?(\*(\s+as\s+\w+)?|\{[^}]*\})\s*from\b/g, '')
      .replace(/\bimport\s+(type\s+)?[\w*{}\s,]+?\s+from\b/g, '')
      .replace(/\bexport\s+(type\s+)?\{[^}]*\}/g, '')
    const passesOn = /\bexport\s+(type\s+)?(\*|\{)/.test(code)
    return passesOn && !/\w/.test(rest) ? [`${path} only passes others on`] : []
  })
}

function checkImports(files: readonly SourceFile[]): readonly string[] {
  const ours = files.filter((source) => isCode(source) && !isExample(source))
  return ours.flatMap((source) => {
    const isConfig = /^vite(st)?\.config\.ts$|^(scripts|e2e)\//.test(source.path)
    const bare = importsOf(source)
      .filter(({ target }) => target !== null && !/\.(ts|tsx|js|mjs|css|json)$/.test(target))
      .map(({ line, specifier }) => `${source.path}:${line} ${specifier} lacks its extension`)
    const isDefault = !isConfig && /\bexport\s+default\b/.test(codeOf(source.text))
    return isDefault ? [...bare, `${source.path} exports a default without a name`] : bare
  })
}

const lines = (count: number) => Array.from({ length: count }, (_, index) => `// ${index}`)

export const lengths: Rule = {
  title: 'a file has at most 400 lines, and over 300 a reason',
  check: checkLength,
  right: [file('domain/values/zone.ts', ...lines(300))],
  wrong: [
    file('domain/values/money.ts', ...lines(301)),
    file('client/ui/tokens.css', ...lines(401)),
  ],
}

export const names: Rule = {
  title: 'files are kebab-case in folders named for nouns',
  check: checkNames,
  right: [file('client/bookings/book-page.tsx'), file('domain/seeds/harbour-loft/sites.ts')],
  wrong: [
    file('client/components/sheet.tsx'),
    file('client/bookings/BookPage.tsx'),
    file('domain/values/index.ts'),
    file('client/bookings/list/rows/cell.tsx'),
  ],
}

export const barrels: Rule = {
  title: 'no file only passes others on',
  check: checkBarrels,
  right: [file('domain/values/money.ts', "import { a } from './a.ts'", 'export const b = a')],
  wrong: [
    file('domain/values/all.ts', "export * from './money.ts'", "export { x } from './zone.ts'"),
    file('domain/values/many.ts', "import { a } from './a.ts'", 'export { a }'),
  ],
}

export const imports: Rule = {
  title: 'imports carry their extension and exports their name',
  check: checkImports,
  right: [file('vite.config.ts', 'export default {}'), file('a.ts', "import { b } from './b.ts'")],
  wrong: [
    file('client/app/main.tsx', "import { a } from './routes'"),
    file('client/today/today-page.tsx', 'export default function Today() {}'),
  ],
}
