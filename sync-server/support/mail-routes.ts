/**
 * `/webhooks/mail`: where the mail system of the space hands over what members write: JSON with `from`, `to`, `subject`, `text`, `messageId`,
 * `inReplyTo`, `references`, `autoSubmitted`, and `authenticated` where it has proven who sent it. It carries our secret as a bearer. What
 * is no mail for us is taken all the same, so that nobody sends it again.
 */
import { readIncomingMail } from '../../domain/support/incoming-mail.ts'
import { fail, unauthorised } from '../http/answers.ts'
import { readBytes } from '../http/read-body.ts'
import type { Routes } from '../http/routes.ts'
import { type Inbox, receiveMail } from './receive-mail.ts'

/** A long mail and its headers; pictures are added in the app. */
const MAIL_BYTES_MAX = 250_000

export function mailRoutes(inbox: Inbox): Routes {
  return (app) => {
    app.post('/webhooks/mail', async (context) => {
      context.header('Cache-Control', 'no-store')
      const given = context.req.header('authorization') ?? ''
      const isSystem = inbox.marks.isMailSystem(given.replace(/^Bearer /, ''))
      if (!isSystem) return unauthorised(context)
      const bytes = await readBytes(context, MAIL_BYTES_MAX)
      if (bytes === null) return fail(context, 413, 'too-large', 'There is too much of it.')
      const fields = jsonIn(bytes)
      const mail = readIncomingMail(fields)
      if (!mail.ok) return context.json({ taken: mail.problem })
      const isAuthentic = (fields as { authenticated?: unknown }).authenticated === true // an object, as it was read
      return context.json({ taken: await receiveMail(inbox, mail.value, isAuthentic) })
    })
  }
}

function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}
