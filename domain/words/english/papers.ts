/** Bills, credit notes and receipts as they are handed over, on the screen. */
import type { PaperKind } from '../../billing/papers/paper.ts'
import { count } from './amounts.ts'

const kinds: Readonly<Record<PaperKind, string>> = {
  bill: 'Bill',
  'credit-note': 'Credit note',
  receipt: 'Receipt',
}

export const papers = {
  title: 'Documents',
  named: (kind: PaperKind, number: string) => `${kinds[kind]} ${number}`,
  open: 'Open PDF',
  pdf: 'PDF',
  openOf: (kind: PaperKind, number: string) => `Open PDF of ${kinds[kind].toLowerCase()} ${number}`,
  save: 'Save',
  saveOf: (kind: PaperKind, number: string) => `Save ${kinds[kind].toLowerCase()} ${number}`,
  share: 'Share',
  shareOf: (kind: PaperKind, number: string) => `Share ${kinds[kind].toLowerCase()} ${number}`,
  notHere: 'Its PDF comes with the next connection.',
  unreachable: 'The PDF is not on this device. Try again with a connection.',
  none: 'The documents are being made.',
  matches: (company: string) => `Signed by ${company}, checked on this device.`,
  differs: (company: string) =>
    `This is not what ${company} signed. Ask them for it, and do not rely on this copy.`,
  unknown: 'Signed. This browser cannot check the signature.',
  /** A year of them. */
  year: 'Download a year',
  yearSentence: 'All documents of a year on this device, with a table of them.',
  which: 'Year',
  download: 'Download',
  missing: (papers: number) =>
    `${count(papers, 'document')} not on this device yet. Try again with a connection.`,
  /** The operator's side. */
  table: 'Table (CSV)',
  archive: 'Documents (ZIP)',
  signing: 'Signature',
  signingSentence:
    'Every bill, credit note, receipt and confirmed booking is signed, so that members can check it without asking. What is signed stays valid when the key is renewed.',
  noKey: 'The first key is made with the first bill.',
  key: (id: string) => `Key ${id.slice(4)}`,
  keySince: (when: string, isNewest: boolean) =>
    isNewest ? `Signs since ${when}` : `Signed from ${when}`,
  renew: 'Renew the key',
  renewSentence:
    'Do this when somebody who should not may have had a copy of your data. The old key is deleted.',
  renewed: 'From now on everything is signed with a new key.',
} as const
