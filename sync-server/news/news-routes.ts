/**
 * `/api/news/:site`: for who manages a location. What went out and what came back, its own words for each kind of news, and how one of them would
 * read. Saving words writes its line in the trail.
 */
import type { Context } from 'hono'
import { mayCommand } from '../../domain/access/permissions.ts'
import { isNewsKind, type NewsKind } from '../../domain/news/news.ts'
import { type Template, templateProblems } from '../../domain/news/template.ts'
import { isId, type MemberId, type SiteId } from '../../domain/values/ids.ts'
import { isLanguageCode } from '../../domain/values/language-code.ts'
import { fail, notFound, unauthorised } from '../http/answers.ts'
import { readBody } from '../http/read-body.ts'
import type { Routes, SignedInOf } from '../http/routes.ts'
import type { Storage } from '../storage/storage.ts'
import { loadNewsLog } from './news-log.ts'
import { previewNews } from './preview.ts'
import { resetTemplate, saveTemplate, templatesOf } from './templates.ts'

interface NewsPorts {
  readonly storage: Storage
  now(): number
}

export function newsRoutes(ports: NewsPorts): Routes {
  const { storage, now } = ports
  return (app, signedInOf) => {
    app.get('/api/news/:site', async (context) => {
      const manager = await managerOf(context, signedInOf)
      if (manager instanceof Response) return manager
      return context.json({
        log: await loadNewsLog(storage.read, manager.siteId),
        templates: await templatesOf(storage.read, manager.siteId),
      })
    })

    app.post('/api/news/:site/preview', async (context) => {
      const manager = await managerOf(context, signedInOf)
      if (manager instanceof Response) return manager
      const asked = readTemplate(await readBody(context))
      if (asked === null) return malformed(context)
      return context.json(await previewNews(storage.read, { ...manager, ...asked, now: now() }))
    })

    app.post('/api/news/:site/templates', async (context) => {
      const manager = await managerOf(context, signedInOf)
      if (manager instanceof Response) return manager
      const asked = readTemplate(await readBody(context))
      if (asked === null || templateProblems(asked.kind, asked.template).length > 0) {
        return malformed(context)
      }
      await saveTemplate(storage, { ...manager, ...asked }, now())
      return context.json({ saved: true })
    })

    app.delete('/api/news/:site/templates', async (context) => {
      const manager = await managerOf(context, signedInOf)
      if (manager instanceof Response) return manager
      const { kind, language } = (await readBody(context)) ?? {}
      if (!isNewsKind(kind) || !isLanguageCode(language)) return malformed(context)
      await resetTemplate(storage, { ...manager, kind, language }, now())
      return context.json({ saved: true })
    })
  }
}

interface Manager {
  readonly siteId: SiteId
  readonly memberId: MemberId
}

/** Who manages the location that the path names; the response where it is not theirs. */
async function managerOf(context: Context, signedInOf: SignedInOf): Promise<Manager | Response> {
  const signedIn = await signedInOf(context)
  if (signedIn === null) return unauthorised(context)
  const { principal } = signedIn
  const siteId = context.req.param('site')
  const isTheirs = isId('site', siteId) && principal.siteIds.includes(siteId)
  if (!isTheirs || !mayCommand(principal, 'news.manage')) return notFound(context)
  return { siteId, memberId: principal.memberId }
}

function readTemplate(
  body: Record<string, unknown> | null,
): { readonly kind: NewsKind; readonly language: string; readonly template: Template } | null {
  const { kind, language, subject, text } = body ?? {}
  if (!isNewsKind(kind) || !isLanguageCode(language)) return null
  if (typeof subject !== 'string' || typeof text !== 'string') return null
  return { kind, language, template: { subject, text } }
}

function malformed(context: Context): Response {
  return fail(context, 400, 'malformed', 'These words cannot be saved. Look at what is marked.')
}
