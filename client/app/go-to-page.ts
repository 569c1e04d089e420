import type { createAct } from './act.ts'
import { askSpace } from './ask-space.ts'
import { expectReturn } from './shared-computer.ts'

/** Leads away as a whole page, to where cards are entered: none ever is here. False after saying why there is no such page. */
export async function goToPage(act: ReturnType<typeof createAct>, path: string): Promise<boolean> {
  const body = await act.run(() => askSpace('POST', path))
  const url = (body as { readonly url?: string } | null)?.url // our own server
  if (url === undefined) return false
  expectReturn()
  location.assign(url)
  return true
}
