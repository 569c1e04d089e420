/**
 * One resident copy of each edited document: two tabs that race for it must not each hold their own idea of it. It stays while somebody
 * edits it, and is let go of only when nothing of it is being written any more.
 */
import { type DocumentName, formatDocumentName } from '../../domain/access/document-name.ts'
import type { RowPlace } from './commit-notice.ts'
import { type EditedDocument, type EditedPorts, openEdited } from './edited-document.ts'

export interface EditedDocuments {
  /** Null when there is no such document, or documents of its kind are not edited. */
  use(name: DocumentName): Promise<UsedDocument | null>
  /** Names of what is resident. */
  names(): readonly string[]
  /** Other servers wrote these rows, or so they say. Resolves when what is resident here holds them. */
  hearOf(rows: readonly RowPlace[]): Promise<void>
  /** Resolves when nothing is being written. */
  idle(): Promise<void>
}

export interface UsedDocument {
  readonly document: EditedDocument
  /** One user less. */
  release(): void
}

interface Resident {
  readonly opening: Promise<EditedDocument | null>
  users: number
}

export function makeEditedDocuments(ports: EditedPorts): EditedDocuments {
  const residents = new Map<string, Resident>()

  function forget(text: string, resident: Resident): void {
    if (residents.get(text) === resident) residents.delete(text)
  }

  async function release(text: string, resident: Resident): Promise<void> {
    resident.users -= 1
    await (await resident.opening)?.idle()
    if (resident.users === 0) forget(text, resident)
  }

  async function use(name: DocumentName): Promise<UsedDocument | null> {
    const text = formatDocumentName(name)
    const opening = residents.get(text)?.opening ?? openEdited(ports, name)
    if (opening === null) return null
    const resident = residents.get(text) ?? { opening, users: 0 }
    residents.set(text, resident)
    resident.users += 1
    try {
      const document = await opening
      if (document === null) {
        forget(text, resident)
        return null
      }
      if (!document.isStale()) return { document, release: once(() => release(text, resident)) }
      forget(text, resident)
      return use(name)
    } catch (error) {
      forget(text, resident)
      throw error
    }
  }

  async function idle(): Promise<void> {
    for (const { opening } of residents.values()) {
      await opening.then(
        (document) => document?.idle(),
        () => undefined, // it was never opened
      )
    }
  }

  async function hearOf(rows: readonly RowPlace[]): Promise<void> {
    for (const row of rows) {
      const document = await residents.get(row.name)?.opening.catch(() => null)
      await document?.hearOf(row)
    }
  }

  return { use, names: () => [...residents.keys()], hearOf, idle }
}

function once(work: () => Promise<void>): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    void work()
  }
}
