import type { PortalDatabase } from '../store/database.ts'
import { eraseCopy } from '../store/erase-device.ts'
import { type DeviceIdentity, dropIdentity, readIdentity } from '../store/identity.ts'
import { tellTabsToLeave } from '../store/leaving.ts'

/**
 * The space ended this sign-in: the copy goes at once, what waits to be sent stays for the same person, and every tab shows the door.
 * When somebody has signed in here since, it was about a sign-in that is over anyway.
 */
export async function endSignIn(identity: DeviceIdentity, db: PortalDatabase): Promise<void> {
  const current = readIdentity()
  const isReplaced = current !== null && current.deviceId !== identity.deviceId
  if (isReplaced) return
  try {
    await eraseCopy(db)
  } finally {
    dropIdentity()
    tellTabsToLeave()
  }
}
