/** Mails about another address to sign in with: the code to the new one, and word of it to the old one, in case it was not them. */
import { usualLanguage } from '../../domain/values/language-code.ts'
import { signingIn } from '../../domain/words/english/signing-in.ts'
import { type Letter, letterHtml, letterText } from '../mail/letter.ts'
import type { Mail } from '../mail/mailer.ts'

const { details: said, told } = signingIn

export function addressCodeMail(to: string, code: string): Mail {
  return mailOf(to, {
    ...plain,
    subject: said.codeSubject(code),
    paragraphs: [said.codeIs(code), said.codeWorks],
    action: null,
  })
}

export function addressMovedMail(to: string, email: string, portalUrl: string): Mail {
  return mailOf(to, {
    ...plain,
    subject: told.subject,
    paragraphs: [said.moved(email), said.notYou],
    action: { label: told.look, url: `${portalUrl}/me/sign-in` },
  })
}

const plain = {
  ...{ language: usualLanguage, facts: [], sections: [], links: [], footer: told.footer },
} satisfies Partial<Letter>

function mailOf(to: string, letter: Letter): Mail {
  return { to, subject: letter.subject, text: letterText(letter), html: letterHtml(letter) }
}
