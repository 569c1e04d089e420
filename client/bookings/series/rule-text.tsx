import type { JSX } from 'solid-js'
import type { Recurrence } from '../../../domain/bookings/series/recurrence.ts'
import { words } from '../../ui/words.ts'

/** The rule of a series in a sentence. */
export function RuleText(props: { readonly recurrence: Recurrence }): JSX.Element {
  return <>{words.series.sentence(props.recurrence)}</>
}
