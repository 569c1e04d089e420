/**
 * How the app is cut into files. Left alone, whatever two pages share becomes a file of its own: three hundred of them, half under
 * 1.5 kB, each asked for and kept on every device.
 */
import type { Rolldown } from 'vite'

type Modules = Rolldown.ChunkingContext

/** The pages of a first route: what two of them share of places, times and bookings is a file, what one of them needs is its own. */
const today = 'today-route'
const book = 'book-page'
const plan = 'plan-route'
const editor = 'editor-page'
const screen = 'lobby-route'
/** Pages of the team that take parts of other rooms. */
const operatorRoutes = ['calendar-route', 'members-route', 'money-route']
/** What a start loads once the list is painted: nobody waits for it, but it is there each time, so it may not bring along a page. */
export const started = [
  ...['after-paint', 'status-pill', 'unread-count', 'requests-count', 'messages-count', 'toast'],
  ...['install-offer', 'unsent-pictures', 'today-below-route', 'free-counts', 'row-cover'],
  ...['keep-files', 'remind-here', 'carry-edits'],
  // What a card says of its booking, where it is so.
  ...['arrival-line', 'here-line', 'asked-line', 'offer-line', 'to-pay-line', 'rule-text'],
  ...['policy-lines', 'basket-note', 'guests-note', 'change-notes', 'move-note', 'predict-cancel'],
]

/** What has a budget of its own: nothing comes into these but what they import. */
const weighed: readonly (readonly string[])[] = [
  ...[[today], [book], [plan], started],
  ...[['follow-rows'], ['open-engine'], ['floor-scene'], [editor], [screen]],
]

/** Each name takes what those before it left. */
export function chunkGroups(): Rolldown.CodeSplittingGroup[] {
  const sharedBy = roots()
  const group = (name: string, takes: (pages: readonly string[]) => boolean) => ({
    debugName: name,
    name: (id: string, modules: Modules) => (takes(sharedBy(id, modules)) ? name : null),
  })
  const groups = [
    // What starts is one chunk: cut along the pages that share it, it would be 2 kB more in seven files.
    { name: 'first', tags: ['$initial' as const] },
    {
      debugName: 'styles',
      name: (id: string, modules: Modules) => (id.includes('.css') ? stylesOf(id, modules) : null),
    },
    group('places', (pages) => has(pages, today) && (has(pages, book) || has(pages, plan))),
    group('booking', (pages) => has(pages, book) && has(pages, plan)),
    {
      debugName: 'team-words',
      name: (id: string, modules: Modules) => (isSaidToTeam(id, modules) ? 'team-words' : null),
      includeDependenciesRecursively: false,
    },
    {
      debugName: 'part',
      name: (id: string, modules: Modules) => partOf(sharedBy(id, modules)),
      includeDependenciesRecursively: false, // what it imports has a part of its own
    },
    group('operators', (pages) => pages.length > 0 && pages.every(isOperators)),
    {
      debugName: 'room',
      name: (id: string, modules: Modules) =>
        sharedBy(id, modules).length > 0 ? roomOf(id) : null,
      includeDependenciesRecursively: false,
    },
  ]
  return groups.map((one, index) => ({ ...one, priority: groups.length - index }))
}

/** Short names, where a cut would name itself after all the pages that share it: they stand in the worker's list of files. */
export function chunkFileNames({ name }: { readonly name: string }): string {
  return `assets/${name.startsWith('part~') ? 'part' : '[name]'}-[hash].js`
}

function has(pages: readonly string[], name: string): boolean {
  return pages.some((page) => isNamed(page, name))
}

function isNamed(page: string, name: string): boolean {
  return page.includes(`/${name}.`)
}

/** The same parts of the app and nothing else, or something else too: that is a file. */
function partOf(pages: readonly string[]): string | null {
  const parts = weighed.map((part) => part.some((name) => has(pages, name)))
  if (!parts.includes(true)) return null
  const rest = pages.filter((page) => !weighed.flat().some((name) => isNamed(page, name)))
  return `part~${parts.map(Number).join('')}${rest.length > 0 ? '+' : ''}`
}

/**
 * Styles are small, and pack better together: those of members' pages are a file, and those of the team's. What has a budget of its own
 * keeps its own beside it.
 */
function stylesOf(id: string, modules: Modules): string | null {
  const pages = [...rootsOf(id, modules)]
  if (pages.every(isOperators))
    return pages.every((page) => isNamed(page, editor)) ? null : 'team-styles'
  return [today, book, plan, screen].some((name) => has(pages, name)) ? null : 'styles'
}

/**
 * What pages share, by room; what others wrote, each by itself. Rules of a room are not put with its screens, on which other rooms' screens
 * would then depend, and those on them in turn.
 */
function roomOf(id: string): string {
  const library = /node_modules\/((?:@[\w.-]+\/)?[\w.-]+)/.exec(id)?.[1]
  if (library !== undefined) return library.replace('/', '-')
  const [, side, room] = /(client|domain|floorplans)\/([\w-]+)/.exec(id) ?? []
  return side === 'domain' ? `${room}-rules` : (room ?? 'rest')
}

function isOperators(page: string): boolean {
  return page.includes('client/operator/') || operatorRoutes.some((name) => isNamed(page, name))
}

const teamWords = ['/domain/words/words.ts', '/client/ui/team-words.ts']

/** The whole catalogue, and of its rooms what only that has, or one of them: members' screens have one of their own. */
function isSaidToTeam(id: string, modules: Modules): boolean {
  if (teamWords.some((name) => id.endsWith(name))) return true
  const importers = modules.getModuleInfo(id)?.importers ?? []
  const isOurs = id.includes('/domain/words/') && importers.length > 0
  return isOurs && importers.every((of) => isSaidToTeam(of, modules))
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
