/** Handing a mail over, with what became of it as a value: it went, it came back for good, or it is tried again. */
import type { Mail, Mailer } from './mailer.ts'

export type HandedOver =
  | { readonly kind: 'sent' }
  /** Whoever keeps that address says no, and will the next time. */
  | { readonly kind: 'refused'; readonly problem: string }
  /** Full, busy, away, or set up wrongly: none of it is about this mail. */
  | { readonly kind: 'later'; readonly problem: string }

/** What somebody else wrote is kept as one line of an operator's log. */
const PROBLEM_LENGTH_MAX = 300

export async function handOver(mailer: Mailer, mail: Mail): Promise<HandedOver> {
  try {
    await mailer.send(mail)
    return { kind: 'sent' }
  } catch (error) {
    const problem = String(error instanceof Error ? error.message : error)
    const line = problem.replace(/\s+/g, ' ').slice(0, PROBLEM_LENGTH_MAX)
    return { kind: isAboutTheMail(error) ? 'refused' : 'later', problem: line }
  }
}

/** A 5xx to the address or the text. One to the sign-in or the greeting is the operator's to mend, and every mail waits for that. */
function isAboutTheMail(error: unknown): boolean {
  const { responseCode, command, code } = error as {
    readonly responseCode?: number
    readonly command?: string
    readonly code?: string
  } // as nodemailer says it; anything else has none of these
  if (responseCode === undefined) return code === 'EENVELOPE'
  return responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA')
}
