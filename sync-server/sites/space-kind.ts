import { readSetting } from '../storage/settings.ts'
import type { Reader } from '../storage/storage.ts'

/** What the storage holds: nothing yet, the sample, or a space that somebody claimed. */
export type SpaceKind = 'empty' | 'sample' | 'claimed'

export async function readSpaceKind(reader: Reader): Promise<SpaceKind> {
  if ((await readSetting(reader, 'claimed')) !== null) return 'claimed'
  return (await readSetting(reader, 'sample')) === null ? 'empty' : 'sample'
}

/** The sample is never served to the world, and never written over a real space. Throws a sentence that says what to do. */
export async function requireSpaceKind(reader: Reader, isSample: boolean): Promise<SpaceKind> {
  const kind = await readSpaceKind(reader)
  if (isSample && kind === 'claimed') {
    throw new Error(
      'This data holds a real space. Set PUBLIC_URL and SMTP_URL to serve it, or PORTAL_DATA to another folder for the sample.',
    )
  }
  if (!isSample && kind === 'sample') {
    throw new Error(
      'This data holds the sample space, which is for this machine only. Set PORTAL_DATA to an empty folder, or DATABASE_URL to an empty database.',
    )
  }
  return kind
}
