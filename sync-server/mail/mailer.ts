/** Mail goes out by SMTP, or, in sample mode, lands as one `.eml` file each in a folder that anybody can open. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import type { Environment } from '../environment.ts'

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Who writes; the portal itself where nobody is named. */
  readonly fromName?: string
  /** The same one for the same mail, however often it is handed over: whoever receives it twice shows it once. */
  readonly messageId?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly calendar?: string
}

export interface Mailer {
  /** Resolves when the mail was handed over; rejects when it was not. */
  send(mail: Mail): Promise<void>
}

/** Where the environment says that mail goes. */
export function makeMailer({ smtpUrl, publicUrl, dataFolder }: Environment): Mailer {
  if (smtpUrl !== null) return makeSmtpMailer(smtpUrl, `Portal <portal@${publicUrl?.hostname}>`)
  return makeFolderMailer(join(dataFolder, 'mail'), 'Harbour Loft <portal@harbourloft.example>')
}

export function makeSmtpMailer(smtpUrl: string, from: string): Mailer {
  const transport = nodemailer.createTransport(smtpUrl)
  return {
    send: async (mail) => {
      await transport.sendMail(messageOf(mail, from))
    },
  }
}

export function makeFolderMailer(folder: string, from: string): Mailer {
  mkdirSync(folder, { recursive: true })
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true })
  let count = 0
  return {
    send: async (mail) => {
      const { message } = await transport.sendMail(messageOf(mail, from))
      count += 1
      const stamp = new Date().toISOString().replace(/[:.]/g, '-')
      const name = `${stamp}-${count}-${mail.to.replace(/[^a-z0-9]+/gi, '-')}.eml`
      writeFileSync(join(folder, name), message as Buffer) // a buffer, as asked of the transport
    },
  }
}

function messageOf(mail: Mail, from: string) {
  const { to, subject, text, html, fromName, messageId, headers, calendar } = mail
  const address = /<([^>]+)>/.exec(from)?.[1] ?? from
  return {
    ...{ to, subject, text, html },
    from: fromName === undefined ? from : { name: fromName, address },
    ...(messageId === undefined ? {} : { messageId }),
    ...(headers === undefined ? {} : { headers: { ...headers } }),
    ...(calendar === undefined ? {} : { attachments: [attachmentOf(calendar)] }),
  }
}

function attachmentOf(content: string) {
  return { filename: 'booking.ics', contentType: 'text/calendar; charset=utf-8', content }
}
