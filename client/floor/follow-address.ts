/**
 * The address and the plan say the same. An address that somebody follows, or comes back to, moves the plan; what is moved by hand is
 * written into the address, in the place of what stood there: looking around is no journey through pages.
 */
import { useNavigate, useSearchParams } from '@solidjs/router'
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import { findResource } from '../../domain/sites/catalogue.ts'
import {
  type AddressText,
  type PlanAddress,
  planAddress,
  readPlanAddress,
} from '../app/plan-address.ts'
import type { Space } from '../app/with-space.tsx'
import { chooseSite, createCatalogues } from '../store/sites.ts'
import { showToast } from '../ui/toast.tsx'
import type { ChosenPlace } from './chosen-place.ts'
import { destinationOf } from './destination.ts'
import type { PlanFloor } from './plan-floor.ts'
import type { PlanTime } from './plan-time.ts'

/** Browsers take a few changes of the address a second and no more; a scrub makes sixty. */
const WRITE_AFTER_MS = 400

export function createPlanAddress(): Accessor<PlanAddress> {
  const [search] = useSearchParams<AddressText & Record<string, string | string[]>>()
  return createMemo(() =>
    readPlanAddress({
      site: search.site,
      floor: search.floor,
      place: search.place,
      date: search.date,
      from: search.from,
      until: search.until,
    }),
  )
}

/** Shows the location that an address names. True once that is decided, for the plan begins there. */
export function createSiteOfAddress(address: Accessor<PlanAddress>): Accessor<boolean> {
  const catalogues = createCatalogues()
  const [isDecided, setIsDecided] = createSignal(address().siteId === null)
  let decided: PlanAddress | null = null
  createEffect(() => {
    const asked = address()
    const known = catalogues() ?? []
    // Once for each address: whoever chooses another location afterwards is left alone.
    if (decided === asked || known.length === 0) return
    decided = asked
    const found = known.find((row) => row.siteId === asked.siteId)
    if (found !== undefined) chooseSite(found.siteId)
    setIsDecided(true)
  })
  return isDecided
}

export function followAddress(
  address: Accessor<PlanAddress>,
  space: Accessor<Space>,
  plan: {
    readonly floor: PlanFloor
    readonly time: PlanTime
    readonly chosen: ChosenPlace
  },
): void {
  const { floor, time, chosen } = plan
  const navigate = useNavigate()
  let written: string | null = null

  createEffect(
    on(address, (asked) => {
      if (planAddress(asked) === written) return
      const to = destinationOf(asked, space().catalogue, space().today)
      if (to.floorId !== null) floor.show(to.floorId)
      time.show(to.date, to.span)
      chosen.choose(to.placeId)
      if (to.placeId !== null) chosen.lookAt(to.placeId)
      if (to.sentences.length > 0) showToast(to.sentences.join(' '))
    }),
  )

  /** Another location's place stays behind there. */
  const placeHere = () => {
    const id = chosen.id()
    return id === null ? null : (findResource(space().catalogue, id)?.id ?? null)
  }
  const now = () =>
    planAddress({
      siteId: space().catalogue.site.id,
      floorId: floor.shown().id,
      placeId: placeHere(),
      ...time.chosen(),
    })
  createEffect(
    on(
      now,
      (next) => {
        const timer = setTimeout(() => {
          written = next
          navigate(next, { replace: true, scroll: false })
        }, WRITE_AFTER_MS)
        onCleanup(() => clearTimeout(timer))
      },
      { defer: true },
    ),
  )
}
