/** The member's habit, one tap away: the same place at the same time, on the next day it can be had. */
import { createEffect, createMemo, type JSX } from 'solid-js'
import { offerOf } from '../../domain/bookings/search/offers.ts'
import { type NextUsual, nextUsual } from '../../domain/bookings/usual/next-usual.ts'
import { usualOf } from '../../domain/bookings/usual/usual.ts'
import { findResource } from '../../domain/sites/catalogue.ts'
import type { Space } from '../app/with-space.tsx'
import { createBookings } from '../store/bookings.ts'
import { createOccupancyFrom, occupiedAround } from '../store/occupancy-ahead.ts'
import { words } from '../ui/words.ts'
import { OneTapPart } from './one-tap-part.tsx'

export function UsualCard(props: {
  readonly space: Space
  readonly onKnown: () => void
}): JSX.Element {
  const bookings = createBookings()
  const days = createOccupancyFrom(
    () => props.space.catalogue.site.id,
    () => props.space.today,
  )
  createEffect(() => {
    if (days() !== undefined && bookings() !== undefined) props.onKnown()
  })
  const usual = createMemo(() => {
    const { catalogue, now } = props.space
    const known = days()
    const rows = bookings()
    const habit = rows === undefined ? null : usualOf(rows, now)
    const resource = habit === null ? null : findResource(catalogue, habit.resourceId)
    if (known === undefined || rows === undefined || habit === null || resource === null) return
    const canBeHad = ({ date, interval }: NextUsual) => {
      const occupied = occupiedAround(catalogue, known, date) ?? []
      const input = { ...props.space, interval, people: 1, occupied, bookings: rows }
      return offerOf(input, resource).availability.price !== null
    }
    const next = nextUsual(habit, catalogue, rows, now, canBeHad)
    return next === null ? undefined : { ...habit, ...next, resource }
  })
  const offer = () => {
    const found = usual()
    if (found === undefined) return null
    const when = words.amounts.date(found.date, props.space.today)
    return { ...found, text: `${when}, ${found.startText}\u2060–\u2060${found.endText}` }
  }
  return (
    <OneTapPart
      id="usual"
      title={words.home.usual}
      space={props.space}
      offer={offer()}
      none={null}
    />
  )
}
