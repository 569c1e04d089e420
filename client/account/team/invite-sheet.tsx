import { createSignal, type JSX } from 'solid-js'
import type { TeamId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import { EmailField } from '../../ui/email-field.tsx'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/words.ts'
import { askTeam } from './ask-team.ts'

const { teams } = words

export function InviteSheet(props: {
  readonly teamId: TeamId
  readonly onClose: () => void
}): JSX.Element {
  const [name, setName] = createSignal('')
  const [email, setEmail] = createSignal('')
  return (
    <FormSheet
      title={teams.inviteTitle}
      submit={teams.invite}
      done={teams.inviteSaved(name().trim())}
      isReady={name().trim() !== '' && email().includes('@')}
      send={() =>
        askTeam('team.invite', {
          teamId: props.teamId,
          email: email().trim().toLowerCase(),
          name: name().trim(),
        })
      }
      onClose={props.onClose}
    >
      <p class="soft">{teams.inviteSentence}</p>
      <label class="field">
        {teams.name}
        <input
          required
          autocomplete="off"
          maxlength={limits.settingNameLengthMax}
          value={name()}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <EmailField label={teams.email} autocomplete="off" value={email()} onInput={setEmail} />
    </FormSheet>
  )
}
