/**
 * Pictures are kept by the worker as they are seen, and stay as long as something on this device names them: a card, a place, a plan, a
 * ticket, the member's own profile, words that were begun. Who is forgotten, who hides their picture and who takes another are named no
 * more, and so is the picture gone. A worker may keep one in the moment in which it is let go: what came since is looked at every minute.
 */
import { database, type PortalDatabase } from '../store/database.ts'

/** The worker's cache of them, by its name in `service-worker/photos`. */
const PICTURES = 'user-photos'
/** Tables in which pictures are named; the others are large, and name none. */
const naming = ['catalogues', 'records', 'plans', 'drafts', 'unsent', 'intents'] as const

/** Addresses that were named when they were last looked at. */
let known: ReadonlySet<string> = new Set()

/** `isNews`: what is named may be another since; otherwise only pictures that came since are looked at. */
export async function dropPictures(isNews: boolean, db = database()): Promise<void> {
  const cache = await caches.open(PICTURES)
  const kept = await cache.keys()
  if (!isNews) {
    if (kept.every(({ url }) => known.has(url))) return
  }
  const named = kept.length === 0 ? new Set<string>() : await namedHashes(db)
  const isNamed = ({ url }: Request) => named.has(url.slice(url.lastIndexOf('/') + 1))
  for (const request of kept.filter((one) => !isNamed(one))) await cache.delete(request)
  known = new Set(kept.filter(isNamed).map(({ url }) => url))
}

async function namedHashes(db: PortalDatabase): Promise<ReadonlySet<string>> {
  const found = new Set<string>()
  for (const table of naming) {
    await db.table(table).each((row: unknown) => collect(row, found))
  }
  return found
}

/** A document that several people write is bytes, in which what it names stands as it is. */
function collect(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    for (const hash of value.match(/[0-9a-f]{64}/g) ?? []) found.add(hash)
  } else if (ArrayBuffer.isView(value)) collect(new TextDecoder('latin1').decode(value), found)
  else if (typeof value === 'object' && value !== null && !(value instanceof ArrayBuffer)) {
    for (const one of Object.values(value)) collect(one, found)
  }
}
