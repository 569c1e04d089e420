import type { ToldEvent } from '../../domain/community/events/happening-sections.ts'
import { placeName } from '../../domain/sites/catalogue.ts'
import { formatMinute } from '../../domain/values/zone.ts'
import type { Space } from '../app/with-space.tsx'
import { words } from '../ui/words.ts'

const { happenings } = words

export function timeText({ date, startMinute, endMinute }: ToldEvent, { today }: Space): string {
  const end = formatMinute(endMinute)
  const isNextDay = endMinute <= startMinute
  const until = isNextDay ? `${end} ${happenings.nextDay}` : end
  return `${words.amounts.date(date, today)}, ${formatMinute(startMinute)}–${until}`
}

export function whereText({ resourceId, where }: ToldEvent, { catalogue }: Space): string {
  const place = resourceId === null ? null : placeName(catalogue, resourceId)
  return [place, where].filter((one) => one !== null && one !== '').join(' · ')
}
