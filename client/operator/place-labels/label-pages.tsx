/** Sheets of labels as they come out of the printer: every length is a number of millimetres, however large one is on the screen. */
import { For, type JSX } from 'solid-js'
import {
  type LabelSheet,
  type PlacedLabel,
  papers,
} from '../../../floorplans/editor/label-sheets.ts'
import { QrCode } from '../../ui/qr-code.tsx'
import { words } from '../../ui/team-words.ts'
import type { PlaceLabel } from './labels-model.ts'

export function LabelPage(props: {
  readonly sheet: LabelSheet
  readonly labels: readonly PlacedLabel<PlaceLabel>[]
  readonly siteName: string
}): JSX.Element {
  const paper = () => papers[props.sheet.paper]
  /** Upright where that is the longer side: the code above, the name below. */
  const isUpright = () => props.sheet.height > props.sheet.width
  return (
    <div
      class="label-page"
      data-paper={props.sheet.paper}
      style={{ '--paper-width': paper().width, '--paper-height': paper().height }}
    >
      <For each={props.labels}>
        {({ label, left, top }) => (
          <div
            class="label"
            data-upright={isUpright() ? '' : undefined}
            style={{
              '--left': left,
              '--top': top,
              '--width': props.sheet.width,
              '--height': props.sheet.height,
              '--short': Math.min(props.sheet.width, props.sheet.height),
            }}
          >
            <QrCode text={label.address} label={words.labels.code(label.name)} />
            <p>
              <strong>{label.name}</strong>
              <span>{words.states.kinds[label.kind]}</span>
              <span>{props.siteName}</span>
              <span>{words.labels.scan}</span>
            </p>
          </div>
        )}
      </For>
    </div>
  )
}
