/**
 * Who is signed in on this device. Read before anything else, so it lives where reading is immediate. It is gone when the person signs
 * out, and when the space ended the sign-in; in that case what waits to be sent stays in the member's database for their return. On a computer
 * that others use too it is this tab's alone, and a note says to every other that what is left here belongs to nobody.
 */
import { keepContact } from './contact.ts'

export interface DeviceIdentity {
  readonly memberId: string
  readonly deviceId: string
}

const IDENTITY_KEY = 'portal.identity'
/** Somebody has signed in here on a computer that others use too. */
const SHARED_KEY = 'portal.shared'
/** A sign-out that the space has not heard of. */
const SIGN_OUT_PENDING_KEY = 'portal.sign-out-pending'

export function readIdentity(): DeviceIdentity | null {
  const text = sessionStorage.getItem(IDENTITY_KEY) ?? localStorage.getItem(IDENTITY_KEY)
  return text === null ? null : (JSON.parse(text) as DeviceIdentity) // written below alone
}

/** Somebody was signed in when this page began: it shows what is theirs. */
export const wasSignedIn = readIdentity() !== null

/** Somebody has just signed in, which is a contact with the space. */
export function writeIdentity(identity: DeviceIdentity, isShared = false): void {
  dropIdentity()
  const place = isShared ? sessionStorage : localStorage
  place.setItem(IDENTITY_KEY, JSON.stringify(identity))
  if (isShared) localStorage.setItem(SHARED_KEY, '1')
  else localStorage.removeItem(SHARED_KEY)
  localStorage.removeItem(SIGN_OUT_PENDING_KEY) // the sign-in it was about is replaced
  keepContact()
}

/** Nobody is signed in here any more. */
export function dropIdentity(): void {
  sessionStorage.removeItem(IDENTITY_KEY)
  localStorage.removeItem(IDENTITY_KEY)
}

/** Whoever signed in here last did so on a computer that others use too. */
export function isSharedComputer(): boolean {
  return localStorage.getItem(SHARED_KEY) !== null
}

export function readSignOutPending(): boolean {
  return localStorage.getItem(SIGN_OUT_PENDING_KEY) !== null
}

export function writeSignOutPending(isPending: boolean): void {
  if (isPending) localStorage.setItem(SIGN_OUT_PENDING_KEY, '1')
  else localStorage.removeItem(SIGN_OUT_PENDING_KEY)
}

/** Calls when somebody signed in in another tab. */
export function onIdentityChanged(listener: () => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === IDENTITY_KEY && newValue !== null) listener()
  })
}
