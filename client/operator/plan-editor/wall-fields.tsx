/** A wall: what it is made of, where it begins and ends, its doors and windows. */
import type { JSX } from 'solid-js'
import type { DraftObjectOf } from '../../../floorplans/document/draft/draft.ts'
import type { Properties as Change } from '../../../floorplans/document/draft/draft-document.ts'
import { words } from '../../ui/team-words.ts'
import { SelectField } from '../settings/fields.tsx'
import { NumberInput } from './inputs.tsx'
import type { OneProps } from './one-object.ts'
import { WallOpenings } from './wall-openings.tsx'

export function WallFields(props: OneProps<DraftObjectOf<'wall'>>): JSX.Element {
  const { editor } = props
  const set = (change: Change) => editor.set(props.id, change)
  const line = () => props.object.line
  return (
    <>
      <NumberInput
        label={words.drawing.thickness}
        value={props.object.thickness}
        onSet={(thickness) => set({ thickness })}
      />
      <SelectField
        label={words.drawing.material}
        value={props.object.material}
        options={(['solid', 'glass'] as const).map((value) => ({
          value,
          label: words.drawing.materials[value],
        }))}
        problem={null}
        onChange={(material) => set({ material })}
      />
      <NumberInput
        label={words.drawing.left}
        value={line().from.x}
        onSet={(x) => set({ line: { ...line(), from: { ...line().from, x } } })}
      />
      <NumberInput
        label={words.drawing.top}
        value={line().from.y}
        onSet={(y) => set({ line: { ...line(), from: { ...line().from, y } } })}
      />
      <NumberInput
        label={words.drawing.toLeft}
        value={line().to.x}
        onSet={(x) => set({ line: { ...line(), to: { ...line().to, x } } })}
      />
      <NumberInput
        label={words.drawing.toTop}
        value={line().to.y}
        onSet={(y) => set({ line: { ...line(), to: { ...line().to, y } } })}
      />
      <WallOpenings wall={props.object} onSet={(openings) => set({ openings })} />
    </>
  )
}
