import { fingerprint } from '../../values/fingerprint.ts'
import type { GuestId } from '../../values/ids.ts'

/**
 * Six digits that member and staff read alike, without another secret to keep: made from the guest's id, whose random part nobody else
 * knows. They open no door by themselves; staff look whose they are.
 */
export function guestCode(id: GuestId): string {
  const mixed = Number.parseInt(fingerprint(id).slice(0, 12), 16)
  return String(mixed % 1_000_000).padStart(6, '0')
}
