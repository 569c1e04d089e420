/**
 * Which single items a draft may be made of, looked at before Yjs applies anything: values under keys of `floor`, maps under ids in
 * `objects` and `resources`, and plain values under keys in those. What such a value says is asked of the shadow.
 *
 * Of one key there is a chain of values, each naming the one it took the place of. One client never takes the place of the same value twice,
 * nor begins a chain twice; an update that says so makes Yjs search the whole chain for each of its items.
 */
import * as Y from 'yjs'
import { isId } from '../../../domain/values/ids.ts'
import { isDraftObjectId } from '../../../floorplans/document/draft/parse-draft.ts'

/** Names of properties: none that an object of JavaScript has by itself. */
const propertyName = /^[a-z][A-Za-z]{0,30}$/

export function makeDraftItemCheck(): (item: Y.Item) => string | null {
  const seen = new Set<string>()
  return (item) => {
    const { content, id, origin, rightOrigin } = item
    if (!isContent(content)) return 'content that is not plain'
    if (rightOrigin !== null) return 'a list where keys are'
    const place = origin === null ? placeOf(item) : `after ${origin.client}.${origin.clock}`
    if (place === null) return 'a place that a draft does not have'
    const link = `${id.client} ${place}`
    if (seen.has(link)) return 'a chain that is no chain'
    seen.add(link)
    return null
  }
}

function isContent(content: Y.Item['content']): boolean {
  if (content instanceof Y.ContentDeleted || content instanceof Y.ContentAny) return true
  return content instanceof Y.ContentType && content.type.constructor === Y.Map
}

/** Null where nothing may stand. An item that continues a chain says no place of its own. */
function placeOf({ parent, parentSub, content }: Y.Item): string | null {
  if (parentSub === null || parent === null) return null
  const isMap = content instanceof Y.ContentType
  if (typeof parent !== 'string') {
    if (isMap || !(parent instanceof Y.ID) || !isProperty(parentSub)) return null
    return `${parent.client}.${parent.clock} ${parentSub}`
  }
  const isPlain = content instanceof Y.ContentAny
  switch (parent) {
    case 'floor':
      return parentSub === 'size' && !isMap ? 'floor size' : null
    case 'objects':
      return isDraftObjectId(parentSub) && !isPlain ? `objects ${parentSub}` : null
    case 'resources':
      return isId('resource', parentSub) && !isPlain ? `resources ${parentSub}` : null
    default:
      return null
  }
}

function isProperty(name: string): boolean {
  return propertyName.test(name) && !(name in Object.prototype)
}
