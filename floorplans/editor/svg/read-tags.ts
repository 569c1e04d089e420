/**
 * The tags of an SVG, one after the other, with nothing believed: no declarations, no entities, no text. Each step goes forward in the file,
 * so that reading it costs what it is long; what is too long, too many or too deep is refused before it is looked at.
 */
export interface Tag {
  readonly kind: 'open' | 'close'
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  /** An open one without anything in it: no close follows. */
  readonly isEmpty: boolean
}

export type TagsProblem = 'too-large' | 'too-deep' | 'broken'

/** A floor with a thousand walls is a tenth of it. */
const LETTERS_MAX = 4_000_000
const TAGS_MAX = 50_000
const DEPTH_MAX = 64
const ATTRIBUTES_MAX = 64

/** What is jumped over: how it begins, and how it ends. */
const passed = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const

export function readTags(text: string): readonly Tag[] | TagsProblem {
  if (text.length > LETTERS_MAX) return 'too-large'
  const tags: Tag[] = []
  const open: string[] = []
  let at = text.indexOf('<')
  while (at !== -1) {
    const end = endOf(text, at)
    if (end === null) return 'broken'
    const tag = isPassed(text, at) ? null : readTag(text.slice(at, end))
    if (tag === 'broken') return 'broken'
    if (tag !== null) {
      if (tags.push(tag) > TAGS_MAX) return 'too-large'
      if (tag.kind === 'close' && open.pop() !== tag.name) return 'broken'
      if (tag.kind === 'open' && !tag.isEmpty && open.push(tag.name) > DEPTH_MAX) return 'too-deep'
    }
    at = text.indexOf('<', end)
  }
  return open.length === 0 ? tags : 'broken'
}

function isPassed(text: string, at: number): boolean {
  return text[at + 1] === '!' || text[at + 1] === '?'
}

/** Behind what begins there; null where it does not end, or declares something. */
function endOf(text: string, at: number): number | null {
  for (const [begin, end] of passed) {
    if (!text.startsWith(begin, at)) continue
    const found = text.indexOf(end, at + begin.length)
    return found === -1 ? null : found + end.length
  }
  const found = endOfTag(text, at)
  // `<!DOCTYPE svg PUBLIC "…">` says nothing that is used; with a bracket it would say what words stand for.
  return found !== null && text[at + 1] === '!' && text.slice(at, found).includes('[')
    ? null
    : found
}

/** Behind the `>` that is in no quotes. */
function endOfTag(text: string, from: number): number | null {
  let quote = ''
  for (let at = from + 1; at < text.length; at += 1) {
    const letter = text[at] ?? ''
    if (quote !== '') {
      if (letter === quote) quote = ''
    } else if (letter === '"' || letter === "'") quote = letter
    else if (letter === '>') return at + 1
    else if (letter === '<') return null
  }
  return null
}

function readTag(source: string): Tag | 'broken' {
  const isEmpty = source.endsWith('/>')
  const inner = source.slice(source[1] === '/' ? 2 : 1, isEmpty ? -2 : -1)
  const name = /^[A-Za-z_][\w.:-]*/.exec(inner)?.[0]
  if (name === undefined) return 'broken'
  const attributes = readAttributes(inner.slice(name.length))
  if (attributes === null) return 'broken'
  return { kind: source[1] === '/' ? 'close' : 'open', name, attributes, isEmpty }
}

const attribute = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/y

function readAttributes(source: string): ReadonlyMap<string, string> | null {
  const found = new Map<string, string>()
  let at = 0
  while (at < source.length) {
    attribute.lastIndex = at
    const match = attribute.exec(source)
    if (match === null) return source.slice(at).trim() === '' ? found : null
    if (found.size >= ATTRIBUTES_MAX) return null
    found.set(match[1] ?? '', match[2] ?? match[3] ?? '')
    at = attribute.lastIndex
  }
  return found
}
