/** The sections `papers` and `signing` of `member/<id>`: what was handed over, and the keys that signed it. */
import { toJson } from '../../bookings/member-sections.ts'
import { isId } from '../../values/ids.ts'
import type { Json, Sections } from '../../values/sections.ts'
import type { Paper, SigningKey } from './paper.ts'

export function paperSections(papers: readonly Paper[], keys: readonly SigningKey[]): Sections {
  return {
    papers: Object.fromEntries(papers.map((paper) => [paper.id, toJson(paper)])),
    signing: Object.fromEntries(keys.map((key) => [key.id, toJson(key)])),
  }
}

const kinds: readonly unknown[] = ['bill', 'credit-note', 'receipt']

/** Null for a kind of paper that this version does not know. */
export function readPaper(value: Json): Paper | null {
  if (!isObject(value) || !isObject(value['seal'])) return null
  const { kind, billId, sha256 } = value
  const isKnown = kinds.includes(kind) && isId('bill', billId) && /^[0-9a-f]{64}$/.test(`${sha256}`)
  return isKnown ? (value as unknown as Paper) : null // only the space writes it; what tells versions apart was looked at
}

export function readSigningKey(value: Json): SigningKey | null {
  const isKey = isObject(value) && typeof value['publicKey'] === 'string'
  return isKey ? (value as unknown as SigningKey) : null // as above
}

function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
