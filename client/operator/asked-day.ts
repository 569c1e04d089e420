/** The day that a page of the team's shows, as a part of its address: a reload and a link show the same one. */
import { useSearchParams } from '@solidjs/router'
import type { Accessor } from 'solid-js'
import { isLocalDate, type LocalDate } from '../../domain/values/local-date.ts'

/** Today is said by naming none, so that a page that stays open over night goes on with the day. */
export function createAskedDay(
  today: Accessor<LocalDate>,
): readonly [Accessor<LocalDate>, (day: LocalDate) => void] {
  const [search, change] = useSearchParams<{ day?: string }>()
  const day = () => (isLocalDate(search.day) ? search.day : today())
  return [day, (next) => change({ day: next === today() ? undefined : next }, { replace: true })]
}
