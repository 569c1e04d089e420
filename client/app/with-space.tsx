/**
 * A page's ground: who the member is, which location is shown, and what day it is there. From the device alone: on a screen seen before
 * there is nothing to wait for; on the very first visit it says what is on its way, or that a connection is needed once.
 */
import { type Accessor, createMemo, type JSX, Show } from 'solid-js'
import type { Member } from '../../domain/memberships/member.ts'
import type { Catalogue } from '../../domain/sites/catalogue.ts'
import type { Instant } from '../../domain/values/instant.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { createMember } from '../store/member.ts'
import { createSiteCatalogue } from '../store/sites.ts'
import { createStatus } from '../store/status.ts'
import { words } from '../ui/first-words.ts'
import { createLate } from '../ui/late.ts'
import { createNow } from './clock.ts'

export interface Space {
  readonly catalogue: Catalogue
  readonly member: Member
  readonly now: Instant
  /** The location's calendar date. */
  readonly today: LocalDate
}

/** Long enough that what comes from the device at once never flashes it. */
const QUIET_MS = 150

export function WithSpace(props: {
  readonly children: (space: Accessor<Space>) => JSX.Element
}): JSX.Element {
  const site = createSiteCatalogue()
  const member = createMember()
  const now = createNow()
  const space = createMemo((): Space | undefined => {
    const row = site()
    const who = member()
    if (row === undefined || who === undefined) return undefined
    const { catalogue } = row
    return { catalogue, member: who, now: now(), today: toWallTime(catalogue.zone, now()).date }
  })
  return (
    <Show when={space()} fallback={<Arriving />}>
      {(found) => props.children(found)}
    </Show>
  )
}

function Arriving(): JSX.Element {
  const status = createStatus()
  const isShown = createLate(() => true, QUIET_MS)
  return (
    <main class="page" id="main" tabindex="-1">
      <Show when={isShown()}>
        <p role="status" class="soft">
          {status()?.state === 'offline' ? words.app.firstVisitOffline : words.app.arriving}
        </p>
        <div class="skeleton" aria-hidden="true" />
        <div class="skeleton" aria-hidden="true" />
        <div class="skeleton" aria-hidden="true" />
      </Show>
    </main>
  )
}
