/** `catalogue/<site>` as sections: one per noun, so that a change of one price sends one price. */
import type { Json, Sections } from '../values/sections.ts'
import type { Catalogue } from './catalogue.ts'

const lists = ['resources', 'former', 'closures', 'tiers', 'rates'] as const

export function catalogueSections(catalogue: Catalogue): Sections {
  const json = JSON.parse(JSON.stringify(catalogue)) as Record<string, Json> // what we just printed
  const byId = (list: readonly { readonly id: string }[]) =>
    Object.fromEntries(list.map((one, index) => [one.id, [index, one as unknown as Json] as Json]))
  return {
    site: { site: json['site'] ?? null, zone: json['zone'] ?? null },
    ...Object.fromEntries(
      lists.map((name) => [name, byId((json[name] ?? []) as unknown as { id: string }[])]),
    ),
  }
}

/** The catalogue, or null while the document has not arrived. */
export function readCatalogue(sections: Sections): Catalogue | null {
  const site = sections['site']?.['site']
  const zone = sections['site']?.['zone']
  if (site === undefined || zone === undefined) return null
  const inOrder = (name: string) =>
    (Object.values(sections[name] ?? {}) as unknown as [number, unknown][])
      .sort((a, b) => a[0] - b[0])
      .map(([, one]) => one)
  return {
    site,
    zone,
    ...Object.fromEntries(lists.map((name) => [name, inOrder(name)])),
  } as unknown as Catalogue // written by the server from a catalogue
}
