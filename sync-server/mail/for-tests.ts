/** A real mail server on this machine, whose answers a test chooses, and what it was handed. */
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export interface TestMailServer {
  readonly url: string
  readonly mails: ParsedMail[]
  /** How it answers to each address from now on: 250, or a code that refuses. */
  answerTo: (address: string) => number
  close(): Promise<void>
}

export async function openMailServer(): Promise<TestMailServer> {
  const mails: ParsedMail[] = []
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, callback) => {
      const responseCode = server.answerTo(address)
      if (responseCode === 250) return callback()
      callback(Object.assign(new Error(`${responseCode} says no`), { responseCode }))
    },
    onData: (stream, _session, callback) => {
      simpleParser(stream).then((mail) => {
        mails.push(mail)
        callback()
      }, callback)
    },
  })
  smtp.listen(0, '127.0.0.1')
  await once(smtp.server, 'listening')
  const { port } = smtp.server.address() as AddressInfo // it listens on a port
  const server: TestMailServer = {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    answerTo: () => 250,
    close: () => new Promise((resolve) => smtp.close(() => resolve())),
  }
  return server
}
