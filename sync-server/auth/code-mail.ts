import { html } from 'hono/html'
import type { Mail, Mailer } from '../mail/mailer.ts'

/** The sign-in mail: the code in the subject, and a page that shows the same code with a button. Opening it consumes nothing. */
export function codeMail(to: string, code: string, portalUrl: string): Mail {
  const link = `${portalUrl}/sign-in#${new URLSearchParams({ email: to, code })}`
  const body = html`<!doctype html>
    <html lang="en">
      <body style="font: 16px/1.5 sans-serif; color: #1b1b1f">
        <p>Your sign-in code is</p>
        <p style="font-size: 28px; letter-spacing: 4px"><strong>${code}</strong></p>
        <p><a href="${link}">Open the portal with this code</a></p>
        <p>It works for ten minutes. If you did not ask for it, you can ignore this mail.</p>
      </body>
    </html>`
  return {
    to,
    subject: `${code} is your sign-in code`,
    text: `Your sign-in code is ${code}\n\nOr open ${link}\n\nIt works for ten minutes. If you did not ask for it, you can ignore this mail.\n`,
    html: String(body),
  }
}

/** In the sample the sign-in page may ask for the code that was just mailed. */
export function mailCodes(
  { mailer, address }: { readonly mailer: Mailer; readonly address: { url(): string } },
  sampleCodes: Map<string, string> | null,
): (email: string, code: string) => Promise<void> {
  return (email, code) => {
    sampleCodes?.set(email, code)
    return mailer.send(codeMail(email, code, address.url()))
  }
}
