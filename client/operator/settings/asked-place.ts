/** The place that somebody came to the settings for, from where it is drawn. */
import { useSearchParams } from '@solidjs/router'
import type { Accessor } from 'solid-js'
import type { Resource } from '../../../domain/sites/resource.ts'
import type { ResourceId } from '../../../domain/values/ids.ts'
import type { Space } from '../../app/with-space.tsx'

/** The settings that say something about one place. */
export const placeSettings = ['places', 'rules', 'prices'] as const
export type PlaceSetting = (typeof placeSettings)[number]

export function settingAddress(part: PlaceSetting, id: ResourceId): string {
  return `/operator/settings/${part}?place=${id}`
}

export function floorAddress({ floorId, id }: Pick<Resource, 'floorId' | 'id'>): string {
  return `/operator/floor/${floorId}?place=${id}`
}

export function createAskedPlace(space: Accessor<Space>): Accessor<Resource | undefined> {
  const [search] = useSearchParams<{ place?: string }>()
  return () => space().catalogue.resources.find(({ id }) => id === search.place)
}
