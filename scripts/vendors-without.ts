/**
 * Parts of Dexie and Yjs that this app never runs, in one file with those it needs, so that no bundler can tell. Left out are bodies of
 * functions and classes, found by name; what could still be reached says so when it is. Both packages are pinned, and a name that
 * another version has not ends the build.
 */
import { type Plugin, parseAst } from 'vite'
import { must } from '../domain/values/assert.ts'

const gone = "{ throw new Error('Left out of the build by scripts/vendors-without.ts') }"

type Parts = Readonly<Record<string, string>>

/** Its cache of query results, which `cache: 'disabled'` turns off, hooks on tables, and text compared without regard to case. */
const dexie: Parts = {
  'cacheMiddleware.create': '(core)',
  'hooksMiddleware.create': '(downCore)',
  // The three run when a hook is added, which would never be called.
  hookCreatingChain: gone,
  hookUpdatingChain: gone,
  hookDeletingChain: gone,
  addIgnoreCaseAlgorithm: gone,
}

/** Shared XML: documents are maps, arrays and text. */
const yjs: Parts = {
  YXmlFragment: '{}',
  YXmlElement: '{}',
  YXmlHook: '{}',
  YXmlText: '{}',
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

export function vendorsWithout(): Plugin {
  return {
    name: 'vendors-without',
    load(id) {
      const found = Object.entries(lib0).find(([end]) => id.endsWith(end))
      return found === undefined ? null : { code: found[1], moduleSideEffects: false }
    },
    transform(code, id) {
      if (id.endsWith('/dexie/dist/modern/dexie.mjs')) return without(code, dexie)
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

/** Where the bodies of top-level functions and classes lie, and those of functions in top-level objects: `object.name`. */
function bodiesOf(code: string): ReadonlyMap<string, Span> {
  const found = new Map<string, Span>()
  for (const node of parseAst(code).body) {
    if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') {
      if (node.id !== null && node.body !== null) found.set(node.id.name, node.body)
    }
    if (node.type !== 'VariableDeclaration') continue
    for (const { id, init } of node.declarations) {
      if (id.type !== 'Identifier' || init === null) continue
      if (init.type === 'ArrowFunctionExpression') found.set(id.name, init.body)
      if (init.type !== 'ObjectExpression') continue
      for (const part of init.properties) {
        if (part.type !== 'Property' || part.key.type !== 'Identifier') continue
        if (part.value.type !== 'ArrowFunctionExpression') continue
        found.set(`${id.name}.${part.key.name}`, part.value.body)
      }
    }
  }
  return found
}
