/** What an operator asks and changes about messages. Each needs the space, and says why when it could not be asked. */
import { createSignal } from 'solid-js'
import type { NewsKind } from '../../../domain/news/news.ts'
import type { Template } from '../../../domain/news/template.ts'
import { askSpace } from '../../app/ask-space.ts'
import { words } from '../../ui/words.ts'

export interface LoggedNews {
  readonly kind: NewsKind
  readonly channel: string
  readonly memberName: string
  readonly state: string
  readonly madeAt: number
  readonly subject: string | null
  readonly problem: string | null
}

interface Told {
  readonly log: readonly LoggedNews[]
  readonly templates: readonly (Template & { readonly kind: NewsKind; readonly language: string })[]
}

export interface Preview {
  readonly subject: string
  readonly paragraphs: readonly string[]
}

export type NewsOffice = ReturnType<typeof createNewsOffice>

export function createNewsOffice(siteId: () => string) {
  const [told, setTold] = createSignal<Told | null>(null)
  const [trouble, setTrouble] = createSignal('')

  async function ask(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) {
    const answer = await askSpace(method, `/api/news/${siteId()}${path}`, body).catch(() => null)
    setTrouble(answer === null ? words.messages.needsConnection : answer.ok ? '' : answer.message)
    return answer?.ok === true ? answer.body : null
  }

  async function read(): Promise<void> {
    const body = await ask('GET', '')
    if (body !== null) setTold(body as Told) // our own server
  }

  async function preview(
    kind: NewsKind,
    language: string,
    template: Template,
  ): Promise<Preview | null> {
    return (await ask('POST', '/preview', { kind, language, ...template })) as Preview | null // our own server
  }

  async function save(kind: NewsKind, language: string, template: Template): Promise<boolean> {
    const isSaved = (await ask('POST', '/templates', { kind, language, ...template })) !== null
    if (isSaved) await read()
    return isSaved
  }

  async function reset(kind: NewsKind, language: string): Promise<void> {
    if ((await ask('DELETE', '/templates', { kind, language })) !== null) await read()
  }

  const own = (kind: NewsKind, language: string): Template | null =>
    told()?.templates.find((one) => one.kind === kind && one.language === language) ?? null

  void read()
  return { siteId, told, trouble, own, read, preview, save, reset }
}
