import type { JSX } from 'solid-js'
import type { Refusal } from '../../domain/bookings/wishes/refusal.ts'
import type { ZoneTable } from '../../domain/values/zone.ts'
import { words } from '../ui/words.ts'

/** A refusal in words. */
export function WhyNot(props: {
  readonly refusal: Refusal
  readonly zone: ZoneTable
}): JSX.Element {
  return <>{words.refusal(props.refusal, props.zone)}</>
}
