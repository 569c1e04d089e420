/**
 * Text of strangers, cut into plain parts and links, for who shows it. It knows no markup: whatever looks like one is text. A link is what
 * is written out as http, https or mailto, and nothing else ever becomes one.
 */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }

/** Longer addresses are read as text: nobody can see where they lead. */
const LINK_LENGTH_MAX = 500
const written =
  /\bhttps?:\/\/[^\s<>"'`\\^{|}]+|\b[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g
/** A full stop after an address belongs to the sentence, and a bracket that it does not open to what is around it. */
const behind = /[.,;:!?…]+$|\)+$/

export function textParts(text: string): readonly TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(written)) {
    const found = trimmed(match[0])
    const href = hrefOf(found)
    if (href === null) continue
    if (match.index > from) parts.push({ kind: 'text', text: text.slice(from, match.index) })
    parts.push({ kind: 'link', text: found, href })
    from = match.index + found.length
  }
  if (from < text.length) parts.push({ kind: 'text', text: text.slice(from) })
  return parts
}

function trimmed(found: string): string {
  const end = behind.exec(found)
  if (end === null || (end[0].startsWith(')') && found.includes('('))) return found
  return trimmed(found.slice(0, end.index))
}

function hrefOf(found: string): string | null {
  if (found.length > LINK_LENGTH_MAX) return null
  const isWeb = /^https?:\/\//.test(found)
  // A name and a password before the host make one host look like another.
  if (isWeb) return /^https?:\/\/[^/?#@]+\.[^/?#@]+([/?#]|$)/.test(found) ? found : null
  return `mailto:${found}`
}
