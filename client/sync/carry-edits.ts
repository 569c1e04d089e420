/**
 * What was written without a network in a document that is shared edit by edit, a profile or a team's week, goes out when there is one, whatever
 * page is open; and the profile's copy is here before it is needed without a network for the first time.
 */
import { parseDocumentName } from '../../domain/access/document-name.ts'
import { database } from '../store/database.ts'
import { readIdentity } from '../store/identity.ts'
import { isAllSent } from './open-edits.ts'
import { openProfile } from './open-profile.ts'
import { openWeek } from './open-week.ts'

/** Pages that show a document share its lock; who carries it wants it alone, and does without where a page is open. */
const lockOf = (name: string) => `portal.edits/${name}`
/** Longer does no connection need that is worth the name. */
const WITHIN_MS = 60_000

/** Runs while a page shows the document; the answer ends it. */
export function holdEdits(name: string): () => void {
  let end = (): void => undefined
  const over = new Promise<void>((resolve) => {
    end = resolve
  })
  void navigator.locks.request(lockOf(name), { mode: 'shared' }, () => over)
  return end
}

export async function carryEdits(): Promise<void> {
  const identity = readIdentity()
  if (identity === null || !navigator.onLine) return
  const profile = `profile/${identity.memberId}`
  const rows = await database().drafts.toArray()
  const isHere = rows.some(({ name }) => name === profile)
  const unsent = rows.filter(({ memo }) => !isAllSent(memo)).map(({ name }) => name)
  for (const name of isHere ? unsent : [profile, ...unsent]) {
    await navigator.locks.request(lockOf(name), { ifAvailable: true }, async (lock) => {
      if (lock !== null) await carried(name)
    })
  }
}

/** Open until the space has all of it, or nobody writes there any more. */
async function carried(name: string): Promise<void> {
  let opened: Closable | null = null
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, WITHIN_MS)
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    void openOne(name, (state) => {
      if (state === 'sent' || state === 'closed') done()
    }).then((one) => {
      opened = one
      if (one === null) done()
    }, done)
  })
  await (opened as Closable | null)?.close()
}

interface Closable {
  close(): Promise<void>
}

/** Null for what goes out by itself: a floor's draft is written by the page that draws. */
async function openOne(name: string, onState: (state: string) => void): Promise<Closable | null> {
  const parsed = parseDocumentName(name)
  switch (parsed?.kind) {
    case 'profile':
      return openProfile({
        onChange: (_profile, state) => onState(state),
        onPortraitRefused: () => undefined,
      })
    case 'week':
      return openWeek(parsed.teamId, parsed.week, (_days, state) => onState(state))
    default:
      return null
  }
}
