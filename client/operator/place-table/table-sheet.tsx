/** Places from a table: pasted or chosen, looked at row by row, and drawn as one step. */
import { createMemo, createSignal, type JSX, Match, Show, Switch } from 'solid-js'
import { limits } from '../../../domain/values/limits.ts'
import {
  type PlaceTable,
  readPlaceTable,
  soundRows,
} from '../../../floorplans/editor/table/place-table.ts'
import { handFile } from '../../ui/hand-file.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { words } from '../../ui/team-words.ts'
import { showToast } from '../../ui/toast.tsx'
import type { Editor } from '../plan-editor/editor.ts'
import { CheckField } from '../settings/fields.tsx'
import { drawRows } from './draw-rows.ts'
import { placesOfFloor } from './places-of-floor.ts'
import { isTooLarge, readTableFile } from './read-file.ts'
import { tableFloor } from './table-floor.ts'
import { TablePreview } from './table-preview.tsx'

type Rows = Extract<PlaceTable, { readonly kind: 'rows' }>

export function TableSheet(props: {
  readonly floorName: string
  readonly editor: Editor
  readonly onClose: () => void
}): JSX.Element {
  const [text, setText] = createSignal('')
  const [isFileTooLarge, setIsFileTooLarge] = createSignal(false)
  const [mayAddZones, setMayAddZones] = createSignal(false)
  const table = createMemo((): PlaceTable | null => {
    const draft = props.editor.draft()
    if (isFileTooLarge()) return { kind: 'too-long' }
    if (draft === null || text().trim() === '') return null
    return readPlaceTable(text(), tableFloor(props.editor, draft, mayAddZones()))
  })
  const rows = () => {
    const found = table()
    return found?.kind === 'rows' ? found : undefined
  }
  const refused = () => {
    const found = table()
    return found === null || found.kind === 'rows' ? undefined : found
  }

  async function choose(file: File): Promise<void> {
    const isLarge = isTooLarge(file, limits.placeTableLettersMax)
    const read = isLarge ? '' : await readTableFile(file)
    setIsFileTooLarge(isLarge)
    setText(read)
  }

  function add(found: Rows): void {
    const draft = props.editor.draft()
    if (draft === null) return
    const sound = soundRows(found.rows)
    const drawn = drawRows(sound, found.newZones, draft, props.editor.nextOrder())
    if (!props.editor.put(drawn)) return
    showToast(words.placeTable.added(sound.length))
    props.onClose()
  }

  return (
    <Sheet title={words.placeTable.title} onClose={props.onClose}>
      <div class="stack sheet-wide">
        <Source text={text()} onText={setText} onFile={(file) => void choose(file)} />
        <Switch>
          <Match when={refused()}>
            {(why) => (
              <p role="alert" data-problem="">
                {words.placeTable.refused(why())}
              </p>
            )}
          </Match>
          <Match when={rows()}>
            {(found) => (
              <>
                <Show when={found().newZones.length > 0}>
                  <CheckField
                    label={words.placeTable.addZones(found().newZones)}
                    isOn={mayAddZones()}
                    onChange={setMayAddZones}
                  />
                </Show>
                <TablePreview table={found()} />
                <button
                  type="button"
                  class="button"
                  data-kind="primary"
                  disabled={soundRows(found().rows).length === 0}
                  onClick={() => add(found())}
                >
                  {words.placeTable.add(soundRows(found().rows).length, found().rows.length)}
                </button>
              </>
            )}
          </Match>
        </Switch>
        <Download {...props} />
      </div>
    </Sheet>
  )
}

function Source(props: {
  readonly text: string
  readonly onText: (text: string) => void
  readonly onFile: (file: File) => void
}): JSX.Element {
  return (
    <>
      <div class="field">
        <label for="place-table">{words.placeTable.paste}</label>
        <textarea
          id="place-table"
          rows="5"
          spellcheck={false}
          aria-describedby="place-table-about"
          value={props.text}
          onInput={(event) => props.onText(event.currentTarget.value)}
        />
        <p id="place-table-about" class="soft field-about">
          {words.placeTable.about}
        </p>
      </div>
      <label class="field">
        {words.placeTable.choose}
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values"
          onClick={({ currentTarget }) => {
            currentTarget.value = '' // the same file, mended, is chosen again
          }}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            if (file !== undefined) props.onFile(file)
          }}
        />
      </label>
    </>
  )
}

/** A spreadsheet takes a file for UTF-8 when these bytes begin it. */
const UTF8_MARK = '\uFEFF'

function Download(props: { readonly floorName: string; readonly editor: Editor }): JSX.Element {
  function download(): void {
    const draft = props.editor.draft()
    if (draft === null) return
    const text = UTF8_MARK + placesOfFloor(props.editor, draft)
    handFile(`${props.floorName}.csv`, new Blob([text], { type: 'text/csv' }))
  }
  return (
    <button type="button" class="button" data-kind="quiet" onClick={download}>
      {words.placeTable.download}
    </button>
  )
}
