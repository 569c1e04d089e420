/** "I'm away" and "I'm back", from Today: the same wishes as under Me, with today filled in. */
import { createSignal, type JSX, Show } from 'solid-js'
import type { Resource } from '../../domain/sites/resource.ts'
import type { LocalDate } from '../../domain/values/local-date.ts'
import type { Space } from '../app/with-space.tsx'
import { DateField } from '../ui/date-field.tsx'
import { FormSheet } from '../ui/form-sheet.tsx'
import { words } from '../ui/words.ts'
import { wishAbsence } from './wish-absence.ts'

interface AwayProps {
  readonly space: Space
  readonly desk: Resource
  readonly onClose: () => void
}

export function AwaySheet(props: AwayProps): JSX.Element {
  // The sheet stays what it was opened as, also when the answer arrives before it closes.
  const runs = props.desk.absences.find(
    ({ from, until }) => from <= props.space.today && props.space.today <= until,
  )
  return (
    <Show when={runs} fallback={<Leave {...props} />}>
      {(absence) => <Back {...props} from={absence().from} until={absence().until} />}
    </Show>
  )
}

function Leave(props: AwayProps): JSX.Element {
  const [from, setFrom] = createSignal(props.space.today)
  const [until, setUntil] = createSignal(props.space.today)
  const begin = (date: LocalDate) => {
    setFrom(date)
    if (until() < date) setUntil(date)
  }
  const whose = () => ({ siteId: props.desk.siteId, resourceId: props.desk.id })
  return (
    <FormSheet
      title={words.held.away}
      submit={words.absences.declare(props.desk.name)}
      done={words.absences.declared(from(), until())}
      send={() => wishAbsence('absence.declare', { ...whose(), from: from(), until: until() })}
      onClose={props.onClose}
    >
      <p class="soft">{words.absences.sentence(props.desk.name)}</p>
      <div class="two-fields">
        <DateField label={words.absences.from} value={from()} onChange={begin} />
        <DateField label={words.absences.until} value={until()} onChange={setUntil} />
      </div>
    </FormSheet>
  )
}

function Back(props: AwayProps & { readonly from: LocalDate; readonly until: LocalDate }) {
  const { siteId, id: resourceId } = props.desk
  return (
    <FormSheet
      title={words.held.back}
      submit={words.absences.end}
      done={words.absences.ended}
      send={() => wishAbsence('absence.end', { siteId, resourceId, from: props.from })}
      onClose={props.onClose}
    >
      <p>{words.absences.days(props.from, props.until)}</p>
    </FormSheet>
  )
}
