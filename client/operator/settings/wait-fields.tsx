import type { JSX } from 'solid-js'
import type { Resource } from '../../../domain/sites/resource.ts'
import { words } from '../../ui/team-words.ts'
import { MaybeField, NumberField } from './fields.tsx'

/** What a booking waits for before it is one: its member, or the staff. */
export function WaitFields(props: {
  readonly resource: Resource
  readonly problemAt: (field: string) => string | null
  readonly onResource: (more: Partial<Resource>) => void
}): JSX.Element {
  return (
    <>
      <MaybeField
        label={words.settings.places.hold}
        value={props.resource.holdMinutes}
        usual={10}
        onChange={(holdMinutes) => props.onResource({ holdMinutes })}
      >
        {(minutes) => (
          <NumberField
            label={words.settings.places.minutes}
            value={minutes()}
            problem={props.problemAt('holdMinutes')}
            onChange={(holdMinutes) => props.onResource({ holdMinutes })}
          />
        )}
      </MaybeField>
      <MaybeField
        label={words.settings.places.approval}
        value={props.resource.approvalMinutes}
        usual={120}
        onChange={(approvalMinutes) => props.onResource({ approvalMinutes })}
      >
        {(minutes) => (
          <NumberField
            label={words.settings.places.minutes}
            value={minutes()}
            problem={props.problemAt('approvalMinutes')}
            onChange={(approvalMinutes) => props.onResource({ approvalMinutes })}
          />
        )}
      </MaybeField>
    </>
  )
}
