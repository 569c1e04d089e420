/** Says what was done, for whoever does not see it on the sheet: the editor as it is, and a sentence after each act. */
import { type Accessor, createSignal } from 'solid-js'
import type { DraftObject } from '../../../floorplans/document/draft/draft.ts'
import { words } from '../../ui/team-words.ts'
import type { Editor } from './editor.ts'
import { nameOfObject } from './place-facts.ts'

export interface SpokenEditor extends Editor {
  readonly said: Accessor<string>
}

export function withVoice(editor: Editor): SpokenEditor {
  const [said, say] = createSignal('')
  const speech = words.byKeyboard

  /** Does it, and says the sentence that is true afterwards; of what was selected before, where it is gone by then. */
  const saying =
    <Parts extends readonly unknown[]>(
      act: (...parts: Parts) => void,
      sentence: (names: readonly string[], ...parts: Parts) => string,
    ) =>
    (...parts: Parts): void => {
      const before = namesSelected()
      act(...parts)
      const names = namesSelected()
      say(sentence(names.length > 0 ? names : before, ...parts))
    }

  /** What was added is selected; a full floor takes nothing, and has said so. */
  const adding =
    <Parts extends readonly unknown[], Answer>(act: (...parts: Parts) => Answer) =>
    (...parts: Parts): Answer => {
      const before = editor.selection()
      const answer = act(...parts)
      if (editor.selection() !== before) say(speech.added(namesSelected()))
      return answer
    }

  function namesSelected(): readonly string[] {
    const draft = editor.draft()
    if (draft === null) return []
    return editor.selected().map(([, object]) => nameOfObject(editor.catalogue(), draft, object))
  }

  function only(): DraftObject | null {
    const [first, ...more] = editor.selected()
    return first === undefined || more.length > 0 ? null : first[1]
  }

  const position = () => {
    const object = only()
    if (object === null) return null
    return object.kind === 'wall' ? object.line.from : object.at
  }
  const rotation = () => {
    const object = only()
    return object !== null && 'rotation' in object ? object.rotation : null
  }
  return {
    ...editor,
    said,
    make: adding(editor.make),
    makeRows: adding(editor.makeRows),
    put: adding(editor.put),
    wallsAround: adding(editor.wallsAround),
    duplicate: adding(editor.duplicate),
    remove: saying(editor.remove, speech.deleted),
    restore: saying(editor.restore, ([name]) => speech.restored(name ?? '')),
    move: saying(editor.move, (names) => speech.moved(names, position())),
    turn: saying(editor.turn, (names) => speech.turned(names, rotation())),
    align: saying(editor.align, speech.lined),
    distribute: saying(editor.distribute, speech.lined),
    lock: saying(editor.lock, speech.locked),
    toggle: (id) => {
      editor.toggle(id)
      say(speech.selected(namesSelected()))
    },
    undo: saying(editor.undo, () => speech.undone),
    redo: saying(editor.redo, () => speech.redone),
  }
}
