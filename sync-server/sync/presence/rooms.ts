/** Who is present in which document here: a room as long as somebody is in it. */
import {
  makePresenceRoom,
  type PresenceRoom,
  type Present,
  type PresentEditor,
} from './presence.ts'
import type { PresenceState } from './states.ts'

export interface PresenceRooms {
  enter(document: string, editor: PresentEditor): Present
  find(document: string): PresenceRoom | null
  documents(): readonly string[]
}

/** `said` hears what is said here; nothing, when somebody came in and has said nothing yet. */
export function makePresenceRooms(
  said: (document: string, states: readonly PresenceState[]) => void,
): PresenceRooms {
  const rooms = new Map<string, PresenceRoom>()
  return {
    enter: (document, editor) => {
      const room = rooms.get(document) ?? makePresenceRoom((states) => said(document, states))
      rooms.set(document, room)
      const present = room.enter(editor)
      said(document, [])
      return {
        ...present,
        leave: () => {
          present.leave()
          if (room.isEmpty() && rooms.get(document) === room) rooms.delete(document)
        },
      }
    },
    find: (document) => rooms.get(document) ?? null,
    documents: () => [...rooms.keys()],
  }
}
