/**
 * `/stop-mails/…`: ends categories of mails without a sign-in. Looking at it only asks, because mail systems look at every link; a mail program's
 * own button, and the one on the page, send it.
 */
import { html } from 'hono/html'
import { withWay } from '../../domain/memberships/news-choice.ts'
import { english } from '../../domain/words/words.ts'
import type { Routes } from '../http/routes.ts'
import { loadActor } from '../settlement/load-actor.ts'
import type { Settlement } from '../settlement/settlement.ts'
import type { StopLinks } from './stop-link.ts'

const { news } = english

export function stopRoutes(ports: {
  readonly stopLinks: StopLinks
  readonly settlement: Settlement
}): Routes {
  const { stopLinks, settlement } = ports
  return (app) => {
    app.get('/stop-mails/:proof', (context) => {
      const asked = stopLinks.read(context.req.param('proof'))
      if (asked === null) return context.html(page(news.unknownLink, null), 404)
      return context.html(
        page(news.stopQuestion(asked.categories.map((one) => news.about[one])), news.stop),
      )
    })

    app.post('/stop-mails/:proof', async (context) => {
      const asked = stopLinks.read(context.req.param('proof'))
      if (asked === null) return context.html(page(news.unknownLink, null), 404)
      await stop(settlement, asked)
      return context.html(page(news.stopped, null))
    })
  }
}

type Asked = NonNullable<ReturnType<StopLinks['read']>>

async function stop(settlement: Settlement, { memberId, categories }: Asked): Promise<void> {
  await settlement.act(async (tx) => {
    const member = await loadActor(tx, memberId)
    if (member === null) return []
    const choice = categories.reduce(
      (rest, category) => withWay(rest, category, 'mail', false),
      member.news,
    )
    const trail = { command: 'news.stop', subject: memberId, detail: categories.join(', ') }
    return [
      { kind: 'news-choice', memberId, news: choice },
      { kind: 'audit', ...trail },
    ]
  })
}

function page(title: string, button: string | null) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
      </head>
      <body>
        <h1>${title}</h1>
        ${button === null ? '' : html`<form method="post"><button>${button}</button></form>`}
        <p>${news.stopSentence}</p>
        <p><a href="/">${news.open}</a></p>
      </body>
    </html>`
}
