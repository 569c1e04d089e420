/** What a new location still needs before its members help themselves, in the order in which one needs the other. Read from what is set, never noted. */
import type { Catalogue } from './catalogue.ts'

export const firstSteps = [
  'places',
  'prices',
  'address',
  'house-rules',
  'billing',
  'members',
] as const
export type FirstStep = (typeof firstSteps)[number]

/** `members` are those of the location, its owner included; null where that is not known, as without a network. */
export function openSteps(catalogue: Catalogue, members: number | null): readonly FirstStep[] {
  const { site, resources, rates } = catalogue
  const isDone: Readonly<Record<FirstStep, boolean>> = {
    places: resources.length > 0 && site.floors.some(({ planVersion }) => planVersion > 0),
    prices: rates.length > 0,
    address: site.address !== '',
    'house-rules': site.houseRules.length > 0,
    billing: site.billing.startsOn !== null,
    members: members !== null && members > 1,
  }
  return firstSteps.filter((step) => !isDone[step])
}
