/** Mails about an address that the team changes for somebody: the code to the new one, word of it to the old one, and the way in. */
import { usualLanguage } from '../../domain/values/language-code.ts'
import { readdressing } from '../../domain/words/english/readdressing.ts'
import { signingIn } from '../../domain/words/english/signing-in.ts'
import { type Letter, letterHtml, letterText } from '../mail/letter.ts'
import type { Mail } from '../mail/mailer.ts'
import { signInAddress } from '../mail/sign-in-address.ts'

const { mail: said } = readdressing

export function readdressCodeMail(to: string, siteName: string, code: string): Mail {
  const paragraphs = [said.codeIs(siteName, code), said.codeWorks]
  return mailOf(to, siteName, { ...plain, subject: said.codeSubject(code), paragraphs })
}

/** Without the new address: nobody knows who reads the old one by now. */
export function readdressedMail(to: string, siteName: string): Mail {
  const paragraphs = [said.moved(siteName), said.notYou]
  return mailOf(to, siteName, { ...plain, subject: said.movedSubject, paragraphs })
}

export function newAddressMail(to: string, siteName: string, portalUrl: string): Mail {
  const action = { label: said.signIn, url: signInAddress(portalUrl, to) }
  const paragraphs = [said.welcome(siteName)]
  return mailOf(to, siteName, { ...plain, subject: said.movedSubject, paragraphs, action })
}

const plain = {
  ...{ language: usualLanguage, facts: [], sections: [], links: [], action: null },
  footer: signingIn.told.footer,
} satisfies Partial<Letter>

function mailOf(to: string, fromName: string, letter: Letter): Mail {
  const { subject } = letter
  return { to, fromName, subject, text: letterText(letter), html: letterHtml(letter) }
}
