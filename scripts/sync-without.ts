/**
 * Parts of Yjs that this app never runs, in one file with those it needs, so that no bundler can tell. Left out are bodies of functions
 * and classes, found by name; what could still be reached says so when it is. Yjs is pinned, and a name that another version has not ends
 * the build.
 */
import { type Plugin, parseAst } from 'vite'
import { must } from '../domain/values/assert.ts'

const gone = "{ throw new Error('Left out of the build by scripts/sync-without.ts') }"

type Parts = Readonly<Record<string, string>>

/** Shared text and XML, formats, embeds, bytes and documents within documents: every document here is maps and arrays of plain values. */
const yjs: Parts = {
  ContentBinary: '{}',
  ContentDoc: '{}',
  ContentEmbed: '{}',
  ContentFormat: '{}',
  YText: '{}',
  YXmlFragment: '{}',
  YXmlElement: '{}',
  YXmlHook: '{}',
  YXmlText: '{}',
  cleanupFormattingGap: gone,
  cleanupYTextFormatting: gone,
  cleanupYTextAfterTransaction: gone,
  readYText: gone,
  readYXmlFragment: gone,
  readYXmlElement: gone,
  readYXmlHook: gone,
  readYXmlText: gone,
}

/** Whole modules of lib0: printing in colour, talk between tabs, which `disableBc` turns off, and finding out where it runs. */
const lib0: Parts = {
  '/lib0/logging.js': `export const print = () => {}
    export const warn = (...said) => console.warn(...said)
    export const ORANGE = '', BOLD = '', UNBOLD = '', RED = ''`,
  '/lib0/environment.js': 'export const isNode = false, isBrowser = true, getVariable = () => null',
  '/lib0/broadcastchannel.js':
    'export const subscribe = () => {}, unsubscribe = () => {}, publish = () => {}',
}

export function syncWithout(): Plugin {
  return {
    name: 'sync-without',
    load(id) {
      const found = Object.entries(lib0).find(([end]) => id.endsWith(end))
      return found === undefined ? null : { code: found[1], moduleSideEffects: false }
    },
    transform(code, id) {
      if (id.endsWith('/yjs/dist/yjs.mjs')) return without(code, yjs)
      return null
    },
  }
}

function without(code: string, parts: Parts): { readonly code: string; readonly map: null } {
  const bodies = bodiesOf(code)
  const cuts = Object.entries(parts).map(([name, instead]) => ({
    ...must(bodies.get(name), `this version has a ${name}`),
    instead,
  }))
  const rest = cuts
    .sort((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end, instead }) => text.slice(0, start) + instead + text.slice(end),
      code,
    )
  return { code: rest, map: null }
}

interface Span {
  readonly start: number
  readonly end: number
}

/** Where the bodies of top-level functions and classes lie. */
function bodiesOf(code: string): ReadonlyMap<string, Span> {
  const found = new Map<string, Span>()
  for (const node of parseAst(code).body) {
    if (node.type === 'ClassDeclaration' && node.id !== null) found.set(node.id.name, node.body)
    if (node.type !== 'VariableDeclaration') continue
    for (const { id, init } of node.declarations) {
      if (id.type !== 'Identifier' || init?.type !== 'ArrowFunctionExpression') continue
      found.set(id.name, init.body)
    }
  }
  return found
}
