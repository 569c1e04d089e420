/** One person of the team, for who looks after it: what they may use, whether they look after it too, and taking them out of it. */
import { createSignal, type JSX, Show } from 'solid-js'
import type { ToldPerson } from '../../../domain/bookings/teams/team-sections.ts'
import { noTeamLimits } from '../../../domain/memberships/team-limits.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import { askTeam } from './ask-team.ts'
import { LimitsFields } from './limits-fields.tsx'
import { limitsOf, type TypedLimits, typedOf } from './limits-typed.ts'
import { RemoveSheet } from './remove-sheet.tsx'
import type { PeopleProps } from './team-people.tsx'

const { teams } = words

export function PersonSheet(
  props: PeopleProps & { readonly person: ToldPerson; readonly onClose: () => void },
): JSX.Element {
  const { site } = props.space.catalogue
  const [isRemoving, setIsRemoving] = createSignal(false)
  const [typed, setTyped] = createSignal<TypedLimits>(
    typedOf(props.person.managed?.limits ?? noTeamLimits, site.currency),
  )
  const { memberId } = props.person
  const about = { teamId: props.team.id, memberId }
  const readsBills = () => memberId === props.team.managerId
  const limits = () => limitsOf(typed(), site.currency)
  async function setManager(isManager: boolean): Promise<void> {
    showToast((await askTeam('team.set-manager', { ...about, isManager })) ?? teams.wasSaved)
  }
  return (
    <Show
      when={!isRemoving()}
      fallback={<RemoveSheet {...props} onClose={() => props.onClose()} />}
    >
      <FormSheet
        title={props.person.name}
        submit={teams.save}
        done={teams.wasSaved}
        isReady={limits() !== null}
        send={() => askTeam('team.limit', { ...about, limits: limits() ?? noTeamLimits })}
        beside={
          <Show when={!readsBills()}>
            <button type="button" class="button" onClick={() => setIsRemoving(true)}>
              {teams.remove}
            </button>
          </Show>
        }
        onClose={props.onClose}
      >
        <LimitsFields typed={typed()} currency={site.currency} onChange={setTyped} />
        <Show when={!readsBills() && !props.person.isInvited}>
          <label class="choice">
            <input
              type="checkbox"
              checked={props.person.isManager}
              onChange={({ currentTarget: { checked } }) => void setManager(checked)}
            />
            {teams.mayManage}
          </label>
        </Show>
      </FormSheet>
    </Show>
  )
}
