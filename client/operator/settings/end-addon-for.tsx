/** Something that a member has by the month is ended for them: with the period that is paid for, or from today on; they read why. */
import { createSignal, type JSX } from 'solid-js'
import type { AddonEnding } from '../../../domain/billing/addons/addon.ts'
import { limits } from '../../../domain/values/limits.ts'
import { makeIntent, sendIntent } from '../../sync/send-intent.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { ReasonField } from '../../ui/reason-field.tsx'
import { words } from '../../ui/team-words.ts'
import { whyNot } from '../why-not.ts'
import type { ListedAddon } from './addon-holders.tsx'
import { SelectField } from './fields.tsx'

const said = words.addons

export function EndAddonFor(props: {
  readonly addon: ListedAddon
  readonly onClose: () => void
  readonly onDone: () => void
}): JSX.Element {
  // What ends already is only ended sooner.
  const [when, setWhen] = createSignal<AddonEnding>(props.addon.until === null ? 'period' : 'now')
  const [reason, setReason] = createSignal('')
  const endings = () =>
    props.addon.until === null ? (['period', 'now'] as const) : ['now' as const]
  async function send(): Promise<string | null> {
    const { id: addonId, siteId, memberId } = props.addon
    const body = { siteId, memberId, addonId, when: when(), reason: reason().trim() }
    const answer = await sendIntent(makeIntent('addon.end-for', body))
    return whyNot(answer, words.settings.needsConnection)
  }
  return (
    <FormSheet
      title={said.endFor(props.addon.name, props.addon.memberName)}
      submit={said.end}
      done={said.ended}
      isReady={reason().trim() !== ''}
      send={send}
      onClose={props.onClose}
      onDone={props.onDone}
    >
      <SelectField<AddonEnding>
        label={said.when}
        value={when()}
        problem={null}
        options={endings().map((value) => ({ value, label: said.endings[value] }))}
        onChange={setWhen}
      />
      <ReasonField
        label={words.memberships.reason}
        max={limits.membershipReasonLengthMax}
        value={reason()}
        onChange={setReason}
      />
    </FormSheet>
  )
}
