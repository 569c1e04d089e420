/** The editor by keyboard, wherever the focus is on its page but in a field. */
import type { Editor } from './editor.ts'
import { GRID_CM } from './gesture.ts'
import { toolKeys, tools } from './new-object.ts'

/** With Shift a metre, with Alt a centimetre. */
const METRE_CM = 100
const TURN_DEGREES = 15

export function takeKey(editor: Editor, event: KeyboardEvent): void {
  if (isTyping(event.target)) return
  if (event.ctrlKey || event.metaKey) return takeCommand(editor, event)
  const step = event.altKey ? 1 : event.shiftKey ? METRE_CM : GRID_CM
  const arrow = arrows[event.key]
  if (arrow !== undefined) {
    if (editor.selection().size === 0) return
    event.preventDefault()
    return editor.move({ x: arrow.x * step, y: arrow.y * step })
  }
  const act = acts(editor)[event.key]
  if (act !== undefined) {
    event.preventDefault()
    return act()
  }
  const tool = event.altKey
    ? undefined
    : tools.find((one) => toolKeys[one] === event.key.toUpperCase())
  if (tool !== undefined) editor.setTool(tool)
}

const arrows: Readonly<Record<string, { readonly x: number; readonly y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

function acts(editor: Editor): Readonly<Record<string, () => void>> {
  return {
    Delete: editor.remove,
    Backspace: editor.remove,
    '[': () => editor.turn(-TURN_DEGREES),
    ']': () => editor.turn(TURN_DEGREES),
    Escape: () => {
      if (editor.background.scaling.points() !== null) return editor.background.scaling.stop()
      editor.setTool('select')
      editor.select([])
    },
  }
}

function takeCommand(editor: Editor, event: KeyboardEvent): void {
  const commands: Readonly<Record<string, () => void>> = {
    z: event.shiftKey ? editor.redo : editor.undo,
    y: editor.redo,
    d: editor.duplicate,
    a: () => editor.select(editor.objects().map(([id]) => id)),
  }
  const command = commands[event.key.toLowerCase()]
  if (command === undefined) return
  event.preventDefault()
  command()
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, select, textarea, dialog') !== null
}
