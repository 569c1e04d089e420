/** The editor by keyboard, wherever the focus is on its page but in a field. */
import { areSingleKeysOn } from '../../ui/single-keys.ts'
import type { Editor } from './editor.ts'
import { focusFields, focusSelected, isInFields, keepFocus } from './editor-focus.ts'
import { toolKeys, tools } from './new-object.ts'
import { GRID_CM, TURN_DEGREES } from './snapping.ts'

/** With Shift a metre, with Alt a centimetre. */
const METRE_CM = 100

/** `onHelp` shows the keys. */
export function takeKey(editor: Editor, event: KeyboardEvent, onHelp: () => void): void {
  if (event.key === 'Escape' && isInFields(event.target)) return focusSelected()
  if (isTyping(event.target)) return
  if (event.ctrlKey || event.metaKey) return takeCommand(editor, event)
  const step = event.altKey ? 1 : event.shiftKey ? METRE_CM : GRID_CM
  const arrow = arrows[event.key]
  if (arrow !== undefined) {
    if (editor.selection().size === 0) return
    event.preventDefault()
    return editor.move({ x: arrow.x * step, y: arrow.y * step })
  }
  const act = acts(editor)[event.key] ?? letterActs(editor, onHelp, event)[event.key]
  if (act !== undefined) {
    event.preventDefault()
    act()
  }
}

const arrows: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

type Acts = Readonly<Record<string, () => void>>

function acts(editor: Editor): Acts {
  const remove = () => keepFocus(editor.remove)
  return {
    Delete: remove,
    Backspace: remove,
    F2: focusFields,
    Escape: () => {
      editor.setTool('select')
      editor.select([])
    },
  }
}

/** What a letter or a sign alone does, unless that is switched off; help is found all the same. */
function letterActs(editor: Editor, onHelp: () => void, event: KeyboardEvent): Acts {
  if (!areSingleKeysOn() || event.altKey) return {}
  const letters = tools.flatMap((tool) => {
    const run = () => editor.setTool(tool)
    return [toolKeys[tool], toolKeys[tool].toLowerCase()].map((key) => [key, run] as const)
  })
  const isLocked = () => editor.selected().every(([, object]) => object.isLocked)
  const lock = () => editor.lock(!isLocked())
  return {
    ...Object.fromEntries(letters),
    '?': onHelp,
    '[': () => editor.turn(-TURN_DEGREES),
    ']': () => editor.turn(TURN_DEGREES),
    l: lock,
    L: lock,
  }
}

function takeCommand(editor: Editor, event: KeyboardEvent): void {
  const commands: Acts = {
    z: event.shiftKey ? editor.redo : editor.undo,
    y: editor.redo,
    d: editor.duplicate,
    a: () => editor.select(editor.objects().map(([id]) => id)),
  }
  const command = commands[event.key.toLowerCase()]
  if (command === undefined) return
  event.preventDefault()
  keepFocus(command)
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, select, textarea, dialog') !== null
}
