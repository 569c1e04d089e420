/** Which labels are printed, on what: the places that stand on the floor and that members know. */
import { type Accessor, createMemo, createSignal } from 'solid-js'
import type { ResourceKind } from '../../../domain/sites/resource.ts'
import {
  type LabelSize,
  labelPages,
  labelSheet,
  labelsPerSheet,
  type Paper,
  type PlacedLabel,
} from '../../../floorplans/editor/label-sheets.ts'
import { planAddress } from '../../app/plan-address.ts'
import { words } from '../../ui/team-words.ts'
import type { Editor } from '../plan-editor/editor.ts'
import { nameOfObject, placeFacts } from '../plan-editor/place-facts.ts'

export interface PlaceLabel {
  readonly name: string
  readonly kind: ResourceKind
  readonly zoneName: string
  /** What the code says. */
  readonly address: string
  readonly isSelected: boolean
}

interface Group {
  readonly value: string
  readonly label: string
  readonly labels: readonly PlaceLabel[]
}

export function createLabels(editor: Editor) {
  const all = createMemo(() => labelsOf(editor))
  const groups = createMemo(() => groupsOf(all()))
  const [chosen, choose] = createSignal('selected')
  const [paper, setPaper] = createSignal<Paper>('a4')
  const [size, setSize] = createSignal<LabelSize>('small')
  const [wishedUsed, setUsed] = createSignal(0)
  const group = () => groups().find(({ value }) => value === chosen()) ?? groups()[0]
  const sheet = () => labelSheet(paper(), size())
  const used = () => {
    const whole = Number.isInteger(wishedUsed()) ? wishedUsed() : 0
    return Math.min(labelsPerSheet(sheet()) - 1, Math.max(0, whole))
  }
  const pages: Accessor<readonly (readonly PlacedLabel<PlaceLabel>[])[]> = createMemo(() =>
    labelPages(group()?.labels ?? [], sheet(), used()),
  )
  return {
    groups,
    group,
    choose,
    paper,
    setPaper,
    size,
    setSize,
    used: wishedUsed,
    setUsed,
    sheet,
    pages,
    unpublished: () => newPlaces(editor),
  }
}

function labelsOf(editor: Editor): readonly PlaceLabel[] {
  const draft = editor.draft()
  if (draft === null) return []
  const catalogue = editor.catalogue()
  return editor.objects().flatMap(([id, object]): readonly PlaceLabel[] => {
    if (object.kind !== 'place') return []
    const { known } = placeFacts(catalogue, draft, object.resourceId)
    if (known === null) return []
    const placeId = object.resourceId
    // The portal answers under one address alone, so whoever sees this page has it.
    const address = location.origin + planAddress({ siteId: catalogue.site.id, placeId })
    const name = nameOfObject(catalogue, { ...draft, resources: new Map() }, object)
    const { kind, zoneName } = known
    return [{ name, kind, zoneName, address, isSelected: editor.selection().has(id) }]
  })
}

function newPlaces(editor: Editor): number {
  const known = new Set(editor.catalogue().resources.map(({ id }) => id))
  return editor
    .objects()
    .filter(([, object]) => object.kind === 'place' && !known.has(object.resourceId)).length
}

/** What is selected comes first, where there is something; then all, kinds and zones. */
function groupsOf(all: readonly PlaceLabel[]): readonly Group[] {
  const isDesk = ({ kind }: PlaceLabel) => kind === 'hot-desk' || kind === 'dedicated-desk'
  const of = (value: string, say: (count: number) => string, labels: readonly PlaceLabel[]) =>
    labels.length === 0 ? [] : [{ value, label: say(labels.length), labels }]
  const zones = [...new Set(all.map(({ zoneName }) => zoneName))]
  const selected = all.filter(({ isSelected }) => isSelected)
  return [
    ...of('selected', words.labels.selected, selected),
    ...of('all', words.labels.all, all),
    ...of('desks', words.labels.desks, all.filter(isDesk)),
    ...of(
      'rooms',
      words.labels.rooms,
      all.filter((label) => !isDesk(label)),
    ),
    ...zones.flatMap((zone) =>
      of(
        `zone ${zone}`,
        (count) => words.labels.zone(zone, count),
        all.filter(({ zoneName }) => zoneName === zone),
      ),
    ),
  ]
}
