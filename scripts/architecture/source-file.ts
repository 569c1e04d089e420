/** The sources as the rules see them: paths and text. Nothing is compiled, because TypeScript 7 offers no interface to its parser. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface SourceFile {
  /** From the root of the project, with forward slashes. */
  readonly path: string
  readonly text: string
}

/** One rule of the house, with examples by which it proves that it can both pass and fail. */
export interface Rule {
  readonly title: string
  /** What breaks the rule, as `path:line what`; empty when nothing does. */
  readonly check: (files: readonly SourceFile[]) => readonly string[]
  /** Files that together keep the rule. */
  readonly right: readonly SourceFile[]
  /** Files of which each, added to the right ones, breaks it. */
  readonly wrong: readonly SourceFile[]
}

const foldersLeftOut = new Set(['node_modules', 'dist', 'data', 'test-output', 'golden'])
const extensions = /\.(ts|tsx|js|css|md)$/

/** Every source of the project; hidden folders, built output and recorded data are none. */
export function readSources(root: string, folder = ''): readonly SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`
    if (entry.isDirectory()) {
      const isLeftOut = entry.name.startsWith('.') || foldersLeftOut.has(entry.name)
      return isLeftOut ? [] : readSources(root, path)
    }
    const isSource = entry.isFile() && extensions.test(entry.name)
    return isSource ? [{ path, text: readFileSync(join(root, path), 'utf8') }] : []
  })
}

/** A file for an example. */
export function file(path: string, ...lines: readonly string[]): SourceFile {
  return { path, text: lines.join('\n') }
}

export function isCode({ path }: SourceFile): boolean {
  return /\.tsx?$/.test(path)
}

/** The rules' own examples break them on purpose. */
export function isExample({ path }: SourceFile): boolean {
  return path.startsWith('scripts/architecture/')
}

/** Tests, what only tests use, and the long runs: none of it is shipped. */
export function isForTests(path: string): boolean {
  return (
    /\.test\.tsx?$/.test(path) ||
    /(^|\/)for-tests\.tsx?$/.test(path) ||
    /^(e2e|bench|scripts)\//.test(path) ||
    path.startsWith('sync-server/simulation/') ||
    path === 'architecture.test.ts' ||
    /^vite(st)?\.config\.ts$/.test(path)
  )
}
