/** What somebody changed in a draft at one sitting, in sentences. */
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { Draft } from '../../../floorplans/document/draft/draft.ts'
import type { ThingName, Told, ToldEdits } from '../../../floorplans/document/draft/edit-session.ts'
import { words } from '../../ui/team-words.ts'
import { placeFacts } from './place-facts.ts'

export function sayEdits(told: ToldEdits, nameOf: (thing: ThingName) => string): string {
  const { versions } = words.drawing
  const sentences = (['added', 'removed', 'moved', 'changed'] as const)
    .filter((kind) => told[kind].count > 0)
    .map((kind) => versions[kind](listOf(told[kind], nameOf)))
  if (told.isResized) sentences.push(versions.resized)
  if (told.more > 0) sentences.push(versions.more(told.more))
  return sentences.join(' ')
}

function listOf({ count, names }: Told, nameOf: (thing: ThingName) => string): string {
  const { several, andMore } = words.drawing.versions
  const left = names.reduce((rest, { many }) => rest - many, count)
  const named = names.map((thing) => several(nameOf(thing), thing.many))
  return [...named, ...(left > 0 ? [andMore(left)] : [])].join(', ')
}

/** As it is called now; a place that nobody knows any more is a place. */
export function nameOfThing(catalogue: Catalogue, draft: Draft, thing: ThingName): string {
  const { kinds, fixtures, surfaces } = words.drawing
  const text = thing.text ?? ''
  switch (thing.kind) {
    case 'place': {
      const { resourceId, unit } = thing
      const name = resourceId === undefined ? '' : placeFacts(catalogue, draft, resourceId).name
      if (name === '') return kinds.place
      return unit === null || unit === undefined ? name : `${name} ${unit}`
    }
    case 'fixture':
      return text in fixtures ? fixtures[text as keyof typeof fixtures] : kinds.fixture // just looked up
    case 'area':
      return text in surfaces ? surfaces[text as keyof typeof surfaces] : kinds.area // just looked up
    case 'zone':
    case 'label':
      return text === '' ? kinds[thing.kind] : text
    case 'wall':
    case 'background':
      return kinds[thing.kind]
  }
}
