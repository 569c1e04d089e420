import { type JSX, lazy, Show, Suspense } from 'solid-js'
import type { Catalogue } from '../../../domain/sites/catalogue.ts'
import type { BookingRow } from '../../store/rows.ts'
import type { WishedChange } from './change-model.ts'

const ChangeSheet = lazy(async () => ({
  default: (await import('./change-sheet.tsx')).ChangeSheet,
}))

/** Holds the sheet for the card, whose buttons go away while what they wished is on its way: the answer is still read in it. */
export function ChangeOpener(props: {
  readonly row: BookingRow
  readonly catalogue: Catalogue | undefined
  readonly start: WishedChange | null
  readonly onClose: () => void
}): JSX.Element {
  return (
    <Suspense>
      <Show when={props.catalogue}>
        {(catalogue) => (
          <Show when={props.start}>
            {(start) => (
              <ChangeSheet
                row={props.row}
                catalogue={catalogue()}
                start={start()}
                onClose={() => props.onClose()}
              />
            )}
          </Show>
        )}
      </Show>
    </Suspense>
  )
}
