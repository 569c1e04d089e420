/** Catches up from the log; a document that nobody followed before is projected first, once for everybody who asks meanwhile. */
import type { CatchUp, ServerDocuments } from './server-documents.ts'

export function makeOnDemand(
  documents: ServerDocuments,
  ensureDocument: (name: string) => Promise<boolean>,
): (name: string, epoch: string | null, n: number) => Promise<CatchUp | null> {
  const running = new Map<string, Promise<boolean>>()

  function ensure(name: string): Promise<boolean> {
    const known = running.get(name)
    if (known !== undefined) return known
    const started = ensureDocument(name).finally(() => running.delete(name))
    running.set(name, started)
    return started
  }

  return async (name, epoch, n) => {
    const found = await documents.catchUp(name, epoch, n)
    if (found !== null) return found
    return (await ensure(name)) ? documents.catchUp(name, epoch, n) : null
  }
}
