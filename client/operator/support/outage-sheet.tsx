import { For, type JSX } from 'solid-js'
import type { ResourceId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import type { Space } from '../../app/with-space.tsx'
import { freshId } from '../../sync/fresh-id.ts'
import { FormSheet } from '../../ui/form-sheet.tsx'
import { words } from '../../ui/team-words.ts'
import { Continued } from '../continued.tsx'
import { createFormDraft } from '../form-draft.ts'
import { act, createIsOnline } from './act.ts'

/** A problem and its places: from now on it answers whoever is about to report it. */
export function OutageSheet(props: {
  readonly space: Space
  readonly resourceIds: readonly ResourceId[]
  readonly onClose: () => void
}): JSX.Element {
  const { site, resources } = props.space.catalogue
  const draft = createFormDraft(
    `outage/${[site.id, ...props.resourceIds].join('/')}`,
    { outageId: freshId('outage'), chosen: props.resourceIds, text: '' },
    0,
  )
  const isOnline = createIsOnline()
  const chosen = () => draft.value().chosen
  const text = () => draft.value().text
  const toggle = (id: ResourceId, isOn: boolean) =>
    draft.change({ chosen: isOn ? [...chosen(), id] : chosen().filter((one) => one !== id) })
  async function send(): Promise<string | null> {
    if (text().trim() === '') return words.support.textMissing
    if (chosen().length === 0) return words.supportDesk.choosePlace
    const { outageId } = draft.value()
    const body = { siteId: site.id, outageId, resourceIds: chosen(), text: text().trim() }
    const why = await act('outage.announce', body)
    if (why === null) draft.end()
    return why
  }
  return (
    <FormSheet
      title={words.supportDesk.newOutage}
      submit={words.supportDesk.newOutage}
      done={isOnline() ? words.supportDesk.announced : words.support.saved}
      send={send}
      onClose={props.onClose}
    >
      <Continued draft={draft} />
      <label class="field">
        {words.supportDesk.outageText}
        <textarea
          rows="3"
          maxlength={limits.outageTextLengthMax}
          value={text()}
          onInput={(event) => draft.change({ text: event.currentTarget.value })}
        />
      </label>
      <details open={props.resourceIds.length === 0}>
        <summary>
          {words.supportDesk.outagePlaces} ({chosen().length})
        </summary>
        <fieldset class="stack" data-gap="small">
          <legend class="visually-hidden">{words.supportDesk.outagePlaces}</legend>
          <For each={resources}>
            {({ id, name }) => (
              <label class="choice">
                <input
                  type="checkbox"
                  checked={chosen().includes(id)}
                  onChange={(event) => toggle(id, event.currentTarget.checked)}
                />
                {name}
              </label>
            )}
          </For>
        </fieldset>
      </details>
    </FormSheet>
  )
}
