/** The section `addons` of `member/<id>`: what they have and had by the month. */
import { toJson } from '../../bookings/member-sections.ts'
import type { Json, Sections } from '../../values/sections.ts'
import type { Addon } from './addon.ts'

export function addonSections(addons: readonly Addon[]): Sections {
  return { addons: Object.fromEntries(addons.map((one) => [one.id, toJson(one)])) }
}

export function readAddons(sections: Sections): readonly Addon[] {
  return Object.values(sections['addons'] ?? {}).map(readAddon)
}

/** Believed, because only the server can write it. */
export function readAddon(value: Json): Addon {
  return value as unknown as Addon // as it was written above
}
