/**
 * What was written in the profile without a network goes out when there is one, whatever page is open; and the copy is here before it is
 * needed without a network for the first time.
 */
import { database } from '../store/database.ts'
import { readIdentity } from '../store/identity.ts'
import {
  type OpenProfile,
  openProfile,
  type ProfileMemo,
  type ProfileState,
} from './open-profile.ts'

/** Pages that show it share the lock; who carries it wants it alone, and does without where a page is open. */
const LOCK = 'portal.profile'
/** Longer does no connection need that is worth the name. */
const WITHIN_MS = 60_000

/** Runs while a page shows the profile; the answer ends it. */
export function holdProfile(): () => void {
  let end = (): void => undefined
  const over = new Promise<void>((resolve) => {
    end = resolve
  })
  void navigator.locks.request(LOCK, { mode: 'shared' }, () => over)
  return end
}

export async function carryProfile(): Promise<void> {
  const identity = readIdentity()
  if (identity === null || !navigator.onLine) return
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock === null) return
    const row = await database().drafts.get(`profile/${identity.memberId}`)
    if (row !== undefined && isSent(row.memo)) return
    await carried()
  })
}

async function carried(): Promise<void> {
  let opened: OpenProfile | null = null
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, WITHIN_MS)
    const done = () => {
      clearTimeout(timer)
      resolve()
    }
    void openProfile({
      onChange: (_profile, state: ProfileState) => {
        if (state === 'sent') done()
      },
      onPortraitRefused: () => undefined,
    }).then((one) => {
      opened = one
      if (one === null) done()
    }, done)
  })
  await (opened as OpenProfile | null)?.close()
}

function isSent(memo: unknown): boolean {
  const { pending = [], portrait = null } = (memo ?? {}) as Partial<ProfileMemo> // written by openProfile
  return pending.length === 0 && portrait === null
}
