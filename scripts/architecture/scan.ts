/**
 * Reading TypeScript by regular expressions: what is comment, what is text, what is imported.
 *
 * Good enough for sources that Biome has formatted; it knows comments, strings, templates and regular expressions, and is fooled
 * by backticks nested in backticks. Blanked parts keep their length and lines, so that a finding can say where it is.
 */
import { posix } from 'node:path'
import type { SourceFile } from './source-file.ts'

const token =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\[\s\S]|[^`\\])*`|(?<=[=(,:[!&|?{};]\s*|return )\/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n[])+\/[dgimsuvy]*/g

/** The text with its comments blanked. */
export function withoutComments(text: string): string {
  return text.replace(token, (found) =>
    found.startsWith('//') || found.startsWith('/*') ? blank(found) : found,
  )
}

/** The text with comments and the content of strings and expressions blanked; `${…}` stays, because it is code. */
export function codeOf(text: string): string {
  return text.replace(token, (found) => {
    if (!found.startsWith('`')) return blank(found)
    return found
      .split(/(\$\{[^}]*\})/)
      .map((part) => (part.startsWith('${') ? part : blank(part)))
      .join('')
  })
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

export interface Import {
  readonly specifier: string
  /** The file it leads to when it is relative, else null. */
  readonly target: string | null
  /** The package's name when it is one, else null. */
  readonly vendor: string | null
  readonly line: number
}

const importShapes = [
  /\bimport\s+(?:type\s+)?[\w*{}\s,$]+?\s+from\s*'([^']+)'/g,
  /\bexport\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[\w\s,$]*\})\s*from\s*'([^']+)'/g,
  /\bimport\s*'([^']+)'/g,
  /\bimport\(\s*'([^']+)'/g,
  /\bnew\s+URL\(\s*'(\.[^']+\.tsx?)'/g,
]

/** Everything a file imports, statically or not, types included. */
export function importsOf(source: SourceFile): readonly Import[] {
  const text = withoutComments(source.text)
  return importShapes.flatMap((shape) =>
    [...text.matchAll(shape)].map((found) => {
      const specifier = found[1] ?? ''
      const isRelative = specifier.startsWith('.')
      return {
        specifier,
        target: isRelative ? posix.join(posix.dirname(source.path), specifier) : null,
        vendor: isRelative || specifier.startsWith('virtual:') ? null : vendorOf(specifier),
        line: lineAt(text, found.index),
      }
    }),
  )
}

function vendorOf(specifier: string): string {
  if (specifier.startsWith('node:')) return 'node'
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier)
}

export function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}

/** Where a pattern is found in some reading of a file: `path:line message`. */
export function findAll(
  source: SourceFile,
  text: string,
  pattern: RegExp,
  message: string,
): readonly string[] {
  return [...text.matchAll(pattern)].map((found) => {
    const at = found.index + (found[0].length - found[0].trimStart().length)
    return `${source.path}:${lineAt(text, at)} ${message}`
  })
}
