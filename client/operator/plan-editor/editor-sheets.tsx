/** What opens over the sheet. Each comes with the tap that opens it: whoever draws needs few of them. */
import { type JSX, lazy, Match, Suspense, Switch } from 'solid-js'
import type { Floor } from '../../../domain/sites/site.ts'
import type { Space } from '../../app/with-space.tsx'
import type { Editor } from './editor.ts'
import type { SheetView } from './sheet-view.ts'

/** A version that is compared with the draft, or one of the others. */
export type EditorSheet =
  | 'rows'
  | 'table'
  | 'labels'
  | 'keys'
  | 'publish'
  | 'versions'
  | { readonly compared: number }

const RowsSheet = lazy(async () => ({ default: (await import('./rows-sheet.tsx')).RowsSheet }))
const TableSheet = lazy(async () => ({
  default: (await import('../place-table/table-sheet.tsx')).TableSheet,
}))
const KeysSheet = lazy(async () => ({ default: (await import('./keys-sheet.tsx')).KeysSheet }))
const LabelsSheet = lazy(async () => ({
  default: (await import('../place-labels/labels-sheet.tsx')).LabelsSheet,
}))
const PublishSheet = lazy(async () => ({
  default: (await import('./publish-sheet.tsx')).PublishSheet,
}))
const VersionsSheet = lazy(async () => ({
  default: (await import('./versions-sheet.tsx')).VersionsSheet,
}))
const CompareSheet = lazy(async () => ({
  default: (await import('../compare-plans/compare-sheet.tsx')).CompareSheet,
}))

export function EditorSheets(props: {
  readonly space: Space
  readonly floor: Floor
  readonly editor: Editor
  readonly view: SheetView
  readonly open: EditorSheet | null
  readonly onOpen: (what: EditorSheet) => void
  readonly onClose: () => void
}): JSX.Element {
  return (
    <Suspense>
      <Switch>
        <Match when={props.open === 'rows'}>
          <RowsSheet {...props} />
        </Match>
        <Match when={props.open === 'table'}>
          <TableSheet {...props} floorName={props.floor.name} />
        </Match>
        <Match when={props.open === 'keys'}>
          <KeysSheet onClose={props.onClose} />
        </Match>
        <Match when={props.open === 'labels'}>
          <LabelsSheet {...props} />
        </Match>
        <Match when={props.open === 'publish'}>
          <PublishSheet {...props} />
        </Match>
        <Match when={props.open === 'versions'}>
          <VersionsSheet {...props} onCompare={(compared) => props.onOpen({ compared })} />
        </Match>
        <Match when={comparedOf(props.open)}>
          {(version) => <CompareSheet {...props} version={version()} />}
        </Match>
      </Switch>
    </Suspense>
  )
}

function comparedOf(open: EditorSheet | null): number | undefined {
  return typeof open === 'object' ? open?.compared : undefined
}
