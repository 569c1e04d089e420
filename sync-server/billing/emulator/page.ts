/**
 * The page that stands where the processor's own would: plain HTML that works without a script, with a button for each named card. There is
 * no field for a number, so nobody can type a real one.
 */
import type { Money } from '../../../domain/values/money.ts'
import { demoPayments as words } from '../../../domain/words/english/demo-payments.ts'
import { payments } from '../../../domain/words/english/payments.ts'
import { cardNames, type TestCard, testCards } from './cards.ts'
import type { CardError } from './objects.ts'

export const PAGE_POLICY = [
  ...["default-src 'none'", "style-src 'self'", "form-action 'self'", "base-uri 'none'"],
  "frame-ancestors 'none'",
].join('; ')

export function checkoutPage(shown: {
  readonly amount: Money | null
  readonly title: string
  readonly back: string | null
  readonly declined: CardError | null
}): string {
  const { amount, title, back, declined } = shown
  const what = amount === null ? words.save : words.pay(amount, title)
  const alert = declined === null ? '' : `<p class="no" role="alert">${said(declined)}</p>`
  const cards = cardNames.map((name) => {
    const { brand, last4 }: TestCard = testCards[name]
    return `<button name="card" value="${name}"><b>${words.cards[name]}</b>
      <span>${escaped(`${words.brands[brand]} · ${words.ending(last4)}`)}</span></button>`
  })
  return page(
    words.title,
    `<p class="what">${escaped(what)}</p>${alert}<p>${words.noMoney}</p>
    <form method="post">${cards.join('\n')}</form>${link(back, words.back)}`,
  )
}

export function provePage(): string {
  return page(
    words.proveTitle,
    `<p>${words.prove}</p><form method="post">
    <button name="proven" value="yes"><b>${words.proven}</b></button>
    <button name="proven" value="no"><b>${words.notProven}</b></button></form>`,
  )
}

export function overPage(back: string | null): string {
  return page(words.title, `<p>${words.over}</p>${link(back, words.leave)}`)
}

function said({ code, decline_code }: CardError): string {
  const all: Readonly<Record<string, string>> = words.declined
  return all[decline_code ?? ''] ?? all[code] ?? words.declined.other
}

/** Only to a page of the web: what else an address may begin with is no link here. */
function link(to: string | null, label: string): string {
  if (to === null || !/^https?:\/\//.test(to)) return ''
  return `<p><a href="${escaped(to)}">${label}</a></p>`
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${title}</title><link rel="stylesheet" href="/demo-checkout/page.css"></head>
<body><p class="ribbon">${payments.ribbon('emulator')}</p><main><h1>${title}</h1>${body}</main></body></html>`
}

const marks: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' },
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => marks[mark] ?? mark)
}

export const PAGE_STYLE = `:root { color-scheme: light dark; }
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; background: light-dark(#fbfaf7, #121316);
  color: light-dark(#1b1b1f, #ecebe7); }
main { max-inline-size: 26rem; margin: 0 auto; padding: 24px 16px 48px; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 8px; }
p { margin: 0 0 16px; }
.ribbon { margin: 0; padding: 8px 16px; text-align: center; font-weight: 600;
  background: light-dark(#f0b429, #f0b429); color: #1b1b1f; }
.what { font-size: 18px; font-weight: 600; }
.no { padding: 12px; border: 1px solid; border-radius: 6px; color: light-dark(#b3261e, #ff8a75); }
form { display: grid; gap: 8px; margin: 0 0 24px; }
button { display: grid; gap: 2px; min-block-size: 56px; padding: 8px 16px; text-align: start; font: inherit;
  color: inherit; background: light-dark(#ffffff, #1a1c20); border: 1px solid light-dark(#80868b, #6b7076);
  border-radius: 6px; cursor: pointer; }
button:hover { border-color: currentcolor; }
button span { color: light-dark(#5b5e63, #a5a8ae); font-size: 14px; }
a { color: light-dark(#00659e, #56b4e9); display: inline-block; padding: 10px 0; }
:focus-visible { outline: 3px solid light-dark(#0072b2, #56b4e9); outline-offset: 2px; }
`
