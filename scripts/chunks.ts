/**
 * How the app is cut into files. Left alone, whatever two pages share becomes a file of its own: three hundred of them, half under
 * 1.5 kB, each asked for and kept on every device.
 */
import type { Rolldown } from 'vite'

type Modules = Rolldown.ChunkingContext

/** The pages of a first route: what two of them share of places, times and bookings is a file, what one of them needs is its own. */
const today = '/today-route.'
const book = '/book-page.'
const plan = '/plan-route.'
/** What has a budget of its own: nothing comes into these but what they import. */
const weighed = [
  ...[today, book, plan],
  ...['/follow-rows.', '/open-engine.', '/floor-scene.', '/editor-page.', '/lobby-route.'],
]

/** Each name takes what those before it left, with all that it imports. */
export function chunkGroups(): Rolldown.CodeSplittingGroup[] {
  const sharedBy = roots()
  const group = (name: string, takes: (pages: readonly string[]) => boolean) => ({
    debugName: name,
    name: (id: string, modules: Modules) => (takes(sharedBy(id, modules)) ? name : null),
  })
  const groups = [
    // What starts is one chunk: cut along the pages that share it, it would be 2 kB more in seven files.
    { name: 'first', tags: ['$initial' as const] },
    group('places', (pages) => has(pages, today) && (has(pages, book) || has(pages, plan))),
    group('booking', (pages) => has(pages, book) && has(pages, plan)),
    { ...group('part', (pages) => weighed.some((part) => has(pages, part))), entriesAware: true },
    group('operators', (pages) => pages.length > 0 && pages.every(isOperators)),
    group('members', (pages) => pages.length > 0),
  ]
  return groups.map((one, index) => ({ ...one, priority: groups.length - index }))
}

/** Short names, where a cut would name itself after all the pages that share it: they stand in the worker's list of files. */
export function chunkFileNames({ name }: { readonly name: string }): string {
  return `assets/${name.startsWith('part~') ? 'part' : '[name]'}-[hash].js`
}

function has(pages: readonly string[], part: string): boolean {
  return pages.some((page) => page.includes(part))
}

function isOperators(page: string): boolean {
  return page.includes('client/operator/')
}

/** For a module, what is loaded by `import()` and needs it at once: two or more, or nobody shares it. */
function roots() {
  const known = new Map<string, readonly string[]>()
  return (id: string, modules: Modules): readonly string[] => {
    const found = known.get(id) ?? [...rootsOf(id, modules)]
    known.set(id, found)
    return found.length < 2 ? [] : found
  }
}

function rootsOf(id: string, modules: Modules): ReadonlySet<string> {
  const found = new Set<string>()
  const reached = new Set([id]) // grows as it is walked
  for (const at of reached) {
    const info = modules.getModuleInfo(at)
    if (info === null) continue
    if (info.isEntry || info.dynamicImporters.length > 0) found.add(at)
    for (const importer of info.importers) reached.add(importer)
  }
  return found
}
