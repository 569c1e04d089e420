/**
 * What the built app weighs, compressed as it travels: read from `dist` alone, by following the imports between its files. A part counts
 * what it adds to what is loaded already.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { must } from '../../domain/values/assert.ts'
import { started } from '../../scripts/chunks.ts'

export interface Size {
  readonly part: string
  readonly bytes: number
  /** The budget of the part; more is a decision, not an accident. */
  readonly bytesMax: number
}

const dist = 'dist'
const assets = join(dist, 'assets')

/** The chunk that each page is, by the name of its first module: what `client/app/routes.tsx` imports for it. */
const pages = { today: 'today-route', book: 'book-page', plan: 'plan-route' } as const

/**
 * A first route is all that must be there before its list can be read and tapped, in a browser that has no file of the app yet: the
 * entry and the page, with everything they import. What they ask for once the list is painted has a part of its own here (the store
 * with Dexie, sync with Yjs), or belongs to what a tap opens.
 */
export function measureSizes(): readonly Size[] {
  const files = readdirSync(assets)
  const entry = reach([entryOf(readFileSync(join(dist, 'index.html'), 'utf8'))])
  const page = (name: keyof typeof pages) => reach(named(files, pages[name]))
  const today = union(entry, page('today'))
  const book = union(entry, page('book'))
  const lists = union(today, book)
  const store = union(lists, reach(named(files, 'follow-rows')))
  const sync = reach(named(files, 'open-engine'))
  const known = union(store, page('plan'))
  const isStarted = (file: string) => started.some((name) => file.startsWith(`${name}-`))
  const afterwards = reach(files.filter((file) => file.endsWith('.js') && isStarted(file)))
  const drawing = reachLater(named(files, 'floor-scene'), known)
  const teamWords = new Set(named(files, 'team-words'))
  const editor = reach(named(files, 'editor-page'))
  const screen = reach(named(files, 'lobby-route'))
  const isEditorStyle = (file: string) => /^editor-page-.*css$/.test(file)
  const isScreenStyle = (file: string) => /^lobby-route-.*css$/.test(file)
  const isTeamStyle = (file: string) => file.startsWith('team-styles-')
  const css = files.filter(
    (file) => file.endsWith('.css') && !isEditorStyle(file) && !isScreenStyle(file),
  )
  const firstCss = stylesOf([...named(files, pages.today), ...named(files, pages.book)])
  return [
    { part: 'first route, Today', bytes: weigh(today), bytesMax: 60_000 },
    { part: 'first route, Book', bytes: weigh(book), bytesMax: 60_000 },
    // What older apps left behind is made readable there, for each new field of what catalogues carry.
    { part: 'store', bytes: weigh(without(store, lists)), bytesMax: 32_000 },
    // Half a kilobyte of it reads single documents for a screen on a wall, which would otherwise bring a Yjs of its own; names of
    // people's, help's and teams' documents, and which of them are followed, are another.
    { part: 'sync chunk', bytes: weigh(without(sync, store)), bytesMax: 36_500 },
    // Every sentence that members read in one language is two fifths of it.
    {
      part: 'what a start loads after its list',
      bytes: weigh(without(afterwards, union(store, sync))),
      bytesMax: 103_000,
    },
    {
      part: 'what is said to the team alone',
      bytes: weigh(teamWords),
      bytesMax: 17_000,
    },
    { part: 'floor plan', bytes: weigh(without(drawing, known)), bytesMax: 105_000 },
    {
      // What walls and corners snap to, and how doors are hung, are three of it; what is told of others' hands, and taken back, is two.
      part: 'floor editor',
      bytes: weigh([...without(editor, union(known, teamWords)), ...files.filter(isEditorStyle)]),
      bytesMax: 69_000,
    },
    {
      part: 'screen on a wall',
      bytes: weigh([...without(screen, known), ...files.filter(isScreenStyle)]),
      bytesMax: 12_000,
    },
    { part: 'CSS of the first routes', bytes: weigh(firstCss), bytesMax: 7_000 },
    {
      part: 'CSS of members’ other pages',
      bytes: weigh(without(new Set(css.filter((file) => !isTeamStyle(file))), firstCss)),
      bytesMax: 7_000,
    },
    { part: 'CSS of the team’s pages', bytes: weigh(css.filter(isTeamStyle)), bytesMax: 4_000 },
    {
      // Half of it is the list of the app's files, a line for each, kept so that all of them open without a network.
      part: 'service worker',
      bytes: gzipped(join(dist, 'service-worker.js')),
      bytesMax: 12_000,
    },
  ]
}

/** The styles that must be there before these pages are shown: the document's own, and what the entry lists for each page's chunk. */
function stylesOf(chunks: readonly string[]): ReadonlySet<string> {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const found = new Set(
    [...html.matchAll(/href="\/assets\/([^"]+\.css)"/g)].flatMap(([, css]) => css ?? []),
  )
  const entry = readFileSync(join(assets, entryOf(html)), 'utf8')
  const listed = must(/m\.f=\[([^\]]*)\]/.exec(entry)?.[1], 'the entry lists files').split(',')
  for (const chunk of chunks) {
    const needed = new RegExp(`\\./${chunk}[^[]*__vite__mapDeps\\(\\[([\\d,]*)\\]`).exec(entry)?.[1]
    for (const at of must(needed, `the entry says what ${chunk} needs`).split(',')) {
      const file = /assets\/([^"'`]+\.css)/.exec(listed[Number(at)] ?? '')?.[1]
      if (file !== undefined) found.add(file)
    }
  }
  return found
}

function entryOf(html: string): string {
  const found = /<script type="module"[^>]* src="\/assets\/([^"]+)"/.exec(html)
  return must(found?.[1], 'the built page starts a module')
}

/** The chunk whose name is that and a hash. Where a module has lost its own chunk to another, its page names it no more. */
function named(files: readonly string[], chunk: string): readonly string[] {
  const pattern = new RegExp(`^${chunk}-[\\w-]{8}\\.js$`)
  const found = files.filter((file) => pattern.test(file))
  if (found.length !== 1) throw new Error(`There are ${found.length} chunks named ${chunk} in dist`)
  return found
}

const staticImport = /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g
const anyImport = /(?:from|import)\s*\(?\s*["'`]\.\/([\w.-]+\.js)["'`]/g

/** These files and what they import, directly or not. */
function reach(from: readonly string[]): ReadonlySet<string> {
  return follow(from, () => staticImport)
}

/** With what they load later too; what is loaded already loads more for reasons of its own. */
function reachLater(from: readonly string[], known: ReadonlySet<string>): ReadonlySet<string> {
  return follow(from, (file) => (known.has(file) ? staticImport : anyImport))
}

function follow(from: readonly string[], importsOf: (file: string) => RegExp): ReadonlySet<string> {
  const reached = new Set<string>()
  const next = [...from]
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    if (reached.has(file)) continue
    reached.add(file)
    next.push(...importedBy(file, importsOf(file)))
  }
  return reached
}

/** Each file of the app's own, with those it imports at once. */
export function readImports(): ReadonlyMap<string, readonly string[]> {
  const files = readdirSync(assets).filter((file) => file.endsWith('.js'))
  return new Map(files.map((file) => [file, importedBy(file, staticImport)]))
}

function importedBy(file: string, pattern: RegExp): readonly string[] {
  const found = readFileSync(join(assets, file), 'utf8').matchAll(pattern)
  return [...found].map((one) => must(one[1], 'the pattern has a group'))
}

function union(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a, ...b])
}

function without(a: ReadonlySet<string>, b: ReadonlySet<string>): readonly string[] {
  return [...a].filter((file) => !b.has(file))
}

function weigh(files: Iterable<string>): number {
  let bytes = 0
  for (const file of files) bytes += gzipped(join(assets, file))
  return bytes
}

function gzipped(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).byteLength
}
