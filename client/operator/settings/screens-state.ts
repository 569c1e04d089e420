/** What an operator does with screens: each needs the space, and says why when it could not be asked. */
import { createSignal } from 'solid-js'
import type { ScreenSettings } from '../../../domain/sites/screen.ts'
import { askSpace } from '../../app/ask-space.ts'
import type { Space } from '../../app/with-space.tsx'
import { words } from '../../ui/words.ts'

export interface Screen extends ScreenSettings {
  readonly id: string
  readonly seenAt: number | null
  readonly isPaired: boolean
}

export function createScreens(space: () => Space) {
  const [screens, setScreens] = createSignal<readonly Screen[] | null>(null)
  const [edited, setEdited] = createSignal<Screen | 'new' | null>(null)
  const [told, setTold] = createSignal<string | null>(null)
  const [trouble, setTrouble] = createSignal('')
  const siteId = () => space().catalogue.site.id

  /** The body of the answer; null after saying why there is none. */
  async function ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) {
    const answer = await askSpace(method, path, body).catch(() => null)
    setTrouble(answer === null ? words.lobby.needsConnection : answer.ok ? '' : answer.message)
    return answer?.ok === true ? answer.body : null
  }

  async function read(): Promise<void> {
    const body = await ask('GET', `/api/screens/${siteId()}`)
    if (body !== null) setScreens((body as { screens: readonly Screen[] }).screens) // our own server
  }

  async function save(settings: ScreenSettings): Promise<void> {
    const screen = edited()
    const isNew = screen === 'new' || screen === null
    const path = isNew ? `/api/screens/${siteId()}` : `/api/screens/one/${screen.id}`
    const body = await ask('POST', path, settings)
    if (body === null) return
    setEdited(null)
    if (isNew) tell(settings.name, body)
    await read()
  }

  async function renew({ id, name }: Screen): Promise<void> {
    const body = await ask('POST', `/api/screens/one/${id}/code`)
    if (body === null) return
    tell(name, body)
    await read()
  }

  async function remove({ id }: Screen): Promise<void> {
    setTold(null)
    if ((await ask('DELETE', `/api/screens/one/${id}`)) !== null) await read()
  }

  const tell = (name: string, body: unknown) =>
    setTold(words.lobby.made(name, (body as { code: string }).code)) // our own server

  return { screens, edited, setEdited, told, trouble, read, save, renew, remove }
}
