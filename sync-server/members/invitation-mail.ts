/** What somebody who has not come in yet is sent again: the way to the door. The key to it is the code that the door mails. The first letter is a story of the news. */
import { usualLanguage } from '../../domain/values/language-code.ts'
import { people } from '../../domain/words/english/people.ts'
import { type Letter, letterHtml, letterText } from '../mail/letter.ts'
import type { Mail } from '../mail/mailer.ts'
import { signInAddress } from '../mail/sign-in-address.ts'

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
      url: signInAddress(portalUrl, to),
    },
    footer: invitation.footer(siteName),
    links: [],
  }
  const { subject } = letter
  return { to, fromName: siteName, subject, text: letterText(letter), html: letterHtml(letter) }
}
