/** What somebody is sent who may come in: the way to the door. The key to it is the code that the door mails. */
import { usualLanguage } from '../../domain/values/language-code.ts'
import { people } from '../../domain/words/english/people.ts'
import { type Letter, letterHtml, letterText } from '../mail/letter.ts'
import type { Mail } from '../mail/mailer.ts'

export function invitationMail(
  to: string,
  { name, siteName, portalUrl }: { name: string; siteName: string; portalUrl: string },
): Mail {
  const { invitation } = people
  const letter: Letter = {
    sections: [],
    subject: invitation.subject(siteName),
    language: usualLanguage,
    paragraphs: [invitation.hello(name), invitation.sentence(siteName), invitation.code],
    facts: [],
    action: {
      label: invitation.open,
      url: `${portalUrl}/sign-in#${new URLSearchParams({ email: to })}`,
    },
    footer: invitation.footer(siteName),
    links: [],
  }
  const { subject } = letter
  return { to, fromName: siteName, subject, text: letterText(letter), html: letterHtml(letter) }
}
