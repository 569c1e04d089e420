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
      await transport.sendMail({ from, ...mail })
    },
  }
}

export function makeFolderMailer(folder: string, from: string): Mailer {
  mkdirSync(folder, { recursive: true })
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true })
  let count = 0
  return {
    send: async (mail) => {
      const { message } = await transport.sendMail({ from, ...mail })
      count += 1
      const stamp = new Date().toISOString().replace(/[:.]/g, '-')
      const name = `${stamp}-${count}-${mail.to.replace(/[^a-z0-9]+/gi, '-')}.eml`
      writeFileSync(join(folder, name), message as Buffer) // a buffer, as asked of the transport
    },
  }
}
