/**
 * The last contact with the space: what its clock said then, and what this device's clock said. The difference corrects a device clock
 * that is wrong; the second alone tells how long ago it was. It lives where reading is immediate, for the lock is decided
 * before anything is shown.
 */
import { type Accessor, createSignal } from 'solid-js'
import { type Instant, toInstant } from '../../domain/values/instant.ts'

export interface Contact {
  /** The space's clock, epoch ms. */
  readonly at: number
  /** This device's clock at that moment. */
  readonly deviceAt: number
}

const CONTACT_KEY = 'portal.contact'

function readContact(): Contact | null {
  const text = localStorage.getItem(CONTACT_KEY)
  return text === null ? null : (JSON.parse(text) as Contact) // written below alone
}

const [contact, setContact] = createSignal<Contact | null>(readContact())
addEventListener('storage', (event) => {
  if (event.key === CONTACT_KEY) setContact(readContact())
})

export const lastContact: Accessor<Contact | null> = contact

/** The space was heard, and this is what its clock says. */
export function writeContact(at: number): void {
  const found = { at, deviceAt: Date.now() }
  localStorage.setItem(CONTACT_KEY, JSON.stringify(found))
  setContact(found)
}

/** The space was heard, but did not tell the time. */
export function keepContact(): void {
  writeContact(spaceNow())
}

/** The space's time as far as this device knows it. Screens predict with it; the space decides with its own. */
export function spaceNow(): Instant {
  const known = contact()
  return toInstant(Date.now() + (known === null ? 0 : known.at - known.deviceAt))
}
