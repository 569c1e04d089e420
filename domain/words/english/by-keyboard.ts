/** Drawing without a pointer: the keys, and what is said about what they did. */
import { count } from './amounts.ts'

const things = (names: readonly string[]) =>
  names.length === 1 ? (names[0] ?? '') : count(names.length, 'thing')

export const byKeyboard = {
  things,
  title: 'Keys',
  several: 'Select several',
  letters: 'Single letters choose tools',
  lettersAbout: 'Switch this off where letters are typed by voice or by mistake.',
  key: 'Key',
  does: 'What it does',
  acts: {
    arrows: 'Move what is selected by 10 cm',
    shiftArrows: 'Move it by a metre',
    altArrows: 'Move it by 1 cm',
    turn: 'Turn it left or right by 15 degrees',
    lock: 'Lock it in place, or let it go',
    fields: 'To its fields, and back to the list',
    delete: 'Delete it',
    duplicate: 'Draw it once more, beside it',
    all: 'Select everything',
    toggle: 'In the list: select one more, or one less',
    none: 'Select nothing',
    undo: 'Undo, and redo',
    help: 'These keys',
  },
  tool: (name: string) => `Tool: ${name}`,

  added: (names: readonly string[]) => `${things(names)} added`,
  deleted: (names: readonly string[]) => `${things(names)} deleted. Undo brings it back.`,
  restored: (name: string) => `${name} restored`,
  moved: (names: readonly string[], at: { readonly x: number; readonly y: number } | null) =>
    at === null
      ? `${things(names)} moved`
      : `${things(names)}: ${at.x} from the left, ${at.y} from the top`,
  turned: (names: readonly string[], degrees: number | null) =>
    degrees === null ? `${things(names)} turned` : `${things(names)}: turned ${degrees} degrees`,
  lined: (names: readonly string[]) => `${things(names)} put in line`,
  locked: (names: readonly string[], isLocked: boolean) =>
    isLocked ? `${things(names)} locked in place` : `${things(names)} can be moved`,
  selected: (names: readonly string[]) =>
    names.length === 0 ? 'Nothing selected' : `${things(names)} selected`,
  undone: 'Undone',
  redone: 'Redone',
} as const
