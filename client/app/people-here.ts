/** Who is in now, of those who let others see it: asked for while the plan is open, and shown no longer than each entry says. */
import { type Accessor, createEffect, createMemo } from 'solid-js'
import { type Presence, presentAt } from '../../domain/bookings/presence/presence.ts'
import { createPeopleHere } from '../store/people-here.ts'
import { tellSync } from '../sync/sync-lock.ts'
import type { Space } from './with-space.tsx'

export interface PeopleHere {
  readonly people: Accessor<readonly Presence[]>
  /** False until the record of today has reached this device. */
  readonly isKnown: Accessor<boolean>
}

export function followPeopleHere(space: Accessor<Space>): PeopleHere {
  const site = () => space().catalogue.site
  const record = createPeopleHere(
    () => site().id,
    () => space().today,
  )
  createEffect(() => {
    const name = `presence/${site().id}/${space().today}`
    if (site().membersFindEachOther) tellSync({ kind: 'follow', name })
  })
  const byName = createMemo(() =>
    [...(record()?.people ?? [])].sort((a, b) => a.name.localeCompare(b.name)),
  )
  const people = createMemo(() => presentAt(byName(), space().now), [], {
    equals: (a, b) => a.length === b.length && a.every((one, index) => one === b[index]),
  })
  return { people, isKnown: () => record() !== undefined }
}
