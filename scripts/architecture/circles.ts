/**
 * That no two files need each other, directly or by way of others: which of them is ready first would be chance, and what is read too early
 * is undefined. The same holds for the files of the built app, which `bench/launch/sizes.test.ts` reads with the same function.
 */
import { importsOf, withoutComments } from './scan.ts'
import { file, isCode, isExample, type Rule, type SourceFile } from './source-file.ts'

/** Each circle once, as its files in the order in which they import each other. `imports`: the files that a file imports at once. */
export function circlesIn(imports: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found: string[] = []
  const done = new Set<string>()
  const visit = (at: string, way: readonly string[]): void => {
    const since = way.indexOf(at)
    if (since >= 0) found.push([...way.slice(since), at].join(' → '))
    if (since >= 0 || done.has(at)) return
    for (const next of imports.get(at) ?? []) visit(next, [...way, at])
    done.add(at)
  }
  for (const from of imports.keys()) visit(from, [])
  return found
}

const named = /\b(?:import|export)\s*\{([^}]*)\}\s*from\b/g
const ofTypes = /\b(?:import|export)\s+type\b/g

/** Types are gone when it runs, and `import()` waits until both are there. */
function importedAtOnce(source: SourceFile): readonly string[] {
  const text = withoutComments(source.text)
    .replace(ofTypes, 'later')
    .replace(named, (whole, list: string) => (isOnlyTypes(list) ? 'later from' : whole))
    .replace(/\bimport\(/g, 'later(')
    .replace(/\bnew\s+URL\(/g, 'later(')
  return importsOf({ path: source.path, text }).flatMap(({ target }) => target ?? [])
}

function isOnlyTypes(list: string): boolean {
  const parts = list.split(',').filter((name) => name.trim() !== '')
  return parts.length > 0 && parts.every((name) => /^\s*type\s/.test(name))
}

function check(files: readonly SourceFile[]): readonly string[] {
  const ours = files.filter((source) => isCode(source) && !isExample(source))
  return circlesIn(new Map(ours.map((source) => [source.path, importedAtOnce(source)])))
}

const from = (path: string) => `import { x } from '${path}'`

export const circles: Rule = {
  title: 'no two files need each other',
  check,
  right: [
    file('domain/billing/bill.ts', from('./fund.ts'), from('./tax.ts')),
    file('domain/billing/fund.ts', "import type { Bill } from './bill.ts'"),
    file('domain/billing/tax.ts', "import { type Bill, type BillLine } from './bill.ts'"),
    file('client/app/routes.tsx', "const page = () => import('./page.tsx')"),
    file('client/app/page.tsx', from('./routes.tsx')),
  ],
  wrong: [
    file('domain/billing/tax.ts', "import { type Bill, payerId } from './bill.ts'"),
    file('domain/billing/fund.ts', "export { payerId } from './bill.ts'"),
    file('client/app/page.tsx', from('./page.tsx')),
  ],
}
