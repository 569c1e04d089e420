/** Who of the team books with its passes, and whether they come first. */
import { For, type JSX } from 'solid-js'
import type { TeamWallet } from '../../../domain/bookings/lots/lot.ts'
import type { ToldTeam } from '../../../domain/bookings/teams/team-sections.ts'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import { askTeam } from './ask-team.ts'

const { teams } = words
const choices = ['everybody', 'manager'] as const

export function TeamWalletChoice(props: { readonly team: ToldTeam }): JSX.Element {
  async function save(more: Partial<TeamWallet>): Promise<void> {
    const wallet = { ...props.team.wallet, ...more }
    const trouble = await askTeam('team.wallet', { teamId: props.team.id, wallet })
    showToast(trouble ?? teams.wasSaved)
  }
  return (
    <section class="stack" data-gap="small">
      <h2>{teams.wallet}</h2>
      <label class="field">
        {teams.usedBy}
        <select
          onChange={({ currentTarget: { value } }) => {
            const usedBy = choices.find((one) => one === value)
            if (usedBy !== undefined) void save({ usedBy })
          }}
        >
          <For each={choices}>
            {(one) => (
              <option value={one} selected={one === props.team.wallet.usedBy}>
                {teams.usedByChoices[one]}
              </option>
            )}
          </For>
        </select>
      </label>
      <label class="choice">
        <input
          type="checkbox"
          checked={props.team.wallet.isFirst}
          onChange={({ currentTarget: { checked } }) => void save({ isFirst: checked })}
        />
        {teams.isFirst}
      </label>
    </section>
  )
}
