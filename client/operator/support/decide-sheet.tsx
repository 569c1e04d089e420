/** What the team does about a report, and what its author reads about it. */
import { createSignal, For, type JSX, Show } from 'solid-js'
import { type ReportAct, reportActs } from '../../../domain/bookings/wishes/message-requests.ts'
import type { TeamReport } from '../../../domain/community/messages/message-sections.ts'
import { limits } from '../../../domain/values/limits.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/team-words.ts'
import { createIsOnline, act as send } from './act.ts'

const { threads: said } = words
const acts = Object.values(reportActs)

export function DecideSheet(props: {
  readonly report: TeamReport
  readonly onClose: () => void
}): JSX.Element {
  const isOnline = createIsOnline()
  const [act, setAct] = createSignal<ReportAct>('nothing')
  const [note, setNote] = createSignal('')
  async function decide(): Promise<string | null> {
    const text = act() === 'nothing' ? '' : note().trim()
    if (act() !== 'nothing' && text === '') return said.noteMissing
    const { siteId, id: reportId } = props.report
    return send('report.decide', { siteId, reportId, act: act(), note: text })
  }
  return (
    <FormSheet
      title={said.decideTitle}
      submit={said.decide}
      done={isOnline() ? said.decided : words.support.saved}
      send={decide}
      onClose={props.onClose}
    >
      <fieldset class="stack" data-gap="small">
        <legend class="visually-hidden">{said.decideTitle}</legend>
        <For each={acts}>
          {(one) => (
            <label class="choice">
              <input type="radio" name="act" checked={act() === one} onChange={() => setAct(one)} />
              {said.acts[one]}
            </label>
          )}
        </For>
      </fieldset>
      <Show when={act() !== 'nothing'}>
        <label class="field">
          {said.note(props.report.aboutName)}
          <textarea
            rows="3"
            maxlength={limits.reportNoteLengthMax}
            value={note()}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </label>
      </Show>
    </FormSheet>
  )
}
