import { createSignal, For, type JSX } from 'solid-js'
import { encodeUlid, makeId, type ResourceId } from '../../../domain/values/ids.ts'
import { limits } from '../../../domain/values/limits.ts'
import type { Space } from '../../app/with-space.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { showToast } from '../../ui/toast.tsx'
import { words } from '../../ui/words.ts'
import { act } from './act.ts'

/** A problem and its places: from now on it answers whoever is about to report it. */
export function OutageSheet(props: {
  readonly space: Space
  readonly resourceIds: readonly ResourceId[]
  readonly onClose: () => void
}): JSX.Element {
  const { site, resources } = props.space.catalogue
  const ulid = encodeUlid(Date.now(), crypto.getRandomValues(new Uint8Array(16)))
  const outageId = makeId('outage', ulid)
  const [chosen, setChosen] = createSignal(props.resourceIds)
  const [text, setText] = createSignal('')
  const [trouble, setTrouble] = createSignal('')
  const toggle = (id: ResourceId, isOn: boolean) =>
    setChosen(isOn ? [...chosen(), id] : chosen().filter((one) => one !== id))
  async function save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (text().trim() === '') return void setTrouble(words.support.textMissing)
    if (chosen().length === 0) return void setTrouble(words.supportDesk.choosePlace)
    const body = { siteId: site.id, outageId, resourceIds: chosen(), text: text().trim() }
    const why = await act('outage.announce', body)
    if (why !== null) return void setTrouble(why)
    showToast(words.supportDesk.announced)
    props.onClose()
  }
  return (
    <Sheet title={words.supportDesk.newOutage} onClose={props.onClose}>
      <form class="stack" onSubmit={(event) => void save(event)}>
        <label class="field">
          {words.supportDesk.outageText}
          <textarea
            rows="3"
            maxlength={limits.outageTextLengthMax}
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
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
        <p role="alert" class="state" data-tone="problem">
          {trouble()}
        </p>
        <button type="submit" class="button" data-kind="primary" data-wide>
          {words.supportDesk.newOutage}
        </button>
      </form>
    </Sheet>
  )
}
