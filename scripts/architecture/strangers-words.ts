/**
 * What somebody typed is text wherever it is shown. The framework makes text of what a screen shows by itself; what is left are the few doors by
 * which a text could become markup, code or an address, and each of them is here with the reason why it is none.
 */
import { lineAt, withoutComments } from './scan.ts'
import { file, isForTests, type Rule, type SourceFile } from './source-file.ts'

const markup =
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|srcdoc|createContextualFragment|document\.write\w*|new Function)\b|\beval\(|\bsetTimeout\(\s*['"`]|<[A-Za-z][\w.]*\s[^>]*\bstyle=\{`/g

const address =
  /\b(href|src|srcset|action|formAction|xlink:href|poster)=\{([^{}]*(?:\$?\{[^{}]*\}[^{}]*)*)\}/g
/** A page of the app, or a choice between such pages. */
const ownPage = /^(?:[\w.()!= '"]+\? )?(?:`\/[a-z]|'\/[a-z])[^:]*(?: : (?:`|')\/[a-z][^:]*)?$/

/** Addresses that are not written out where they stand, by file and expression: where they come from. */
export const knownAddresses: Readonly<Record<string, string>> = {
  'client/account/me-page.tsx props.href': 'written out by the same page',
  'client/account/signing-in/signing-in-page.tsx next()': 'a page of the app, by wanted-page',
  'client/app/more-sheet.tsx href': 'a list of the app’s places',
  'client/app/places.tsx props.place.href': 'a list of the app’s places',
  'client/billing/bill-lines.tsx to()': 'a page of the app with an id',
  'client/bookings/booking-actions.tsx report()': 'a page of the app with an id',
  'client/bookings/book-page.tsx planAddress(book.search())': 'the plan with a search of its own',
  'client/bookings/problem-line.tsx address()': 'a page of the app',
  'client/community/perk-list.tsx perk().link':
    'https alone, by isWebAddress at the door (PERK-04)',
  'client/operator/money/accounts.tsx href()': 'an address of the space with a month',
  'client/operator/money/accounts.tsx movementsHref()': 'an address of the space with a month',
  'client/operator/money/accounts.tsx papersHref()': 'an address of the space with a month',
  'client/operator/plan-background/drawn-background.tsx href()': 'bytes of this device as a blob',
  'client/operator/plan-editor/place-settings.tsx settingAddress(part, props.place.id)':
    'a page of the app with an id',
  'client/operator/first-steps.tsx addressOf(step, props.space)': 'an address of our own',
  'client/operator/settings/photos-field.tsx photoPath(props.siteId, photo.small)':
    'an address of the space with a hash',
  'client/operator/settings/photos-field.tsx photoPath(props.resource.siteId, photo().small)':
    'an address of the space with a hash',
  'client/operator/settings/settings-page.tsx floorAddress(place())':
    'a page of the app with an id',
  'client/operator/tabs.tsx href': 'a list of the app’s places',
  'client/app/picture-field.tsx src': 'bytes of this device as a blob',
  'client/app/waiting-pictures.tsx src': 'bytes of this device as a blob',
  'client/ui/back-link.tsx props.href': 'a page of the app, written out by the page that shows it',
  'client/ui/person-card.tsx link': 'http or https, by the parser of profiles (PROFILE-02)',
  'client/ui/person-card.tsx url()': 'an address of the space with a hash',
  'client/ui/person-card.tsx `mailto:${encodeURIComponent(email())}`': 'encoded',
  "client/ui/person-card.tsx `tel:${phone().replaceAll(/[^+\\d]/g, '')}`": 'digits',
  'client/ui/photo-strip.tsx pathOf(photo().full)': 'an address of the space with a hash',
  'client/ui/photo-strip.tsx pathOf(photo.small)': 'an address of the space with a hash',
  'client/ui/said-text.tsx href()': 'http, https or a mail address, by textParts (SUPPORT-12)',
  'client/ui/ticket-photos.tsx photoPath(props.siteId, props.photo.full)':
    'an address of the space with a hash',
  'client/ui/ticket-photos.tsx photoPath(props.siteId, props.photo.small)':
    'an address of the space with a hash',
}

function check(files: readonly SourceFile[]): readonly string[] {
  const screens = files.filter(
    ({ path }) => /^(?:client|floorplans)\/.*\.tsx?$/.test(path) && !isForTests(path),
  )
  return screens.flatMap(({ path, text }) => {
    const code = withoutComments(text)
    const made = [...code.matchAll(markup)].map(
      (found) => `${path}:${lineAt(code, found.index)} makes markup or code of a text`,
    )
    const led = [...code.matchAll(address)].flatMap((found) => {
      const expression = (found[2] ?? '').trim()
      // An element that is handed on is no address.
      if (
        expression.startsWith('<') ||
        ownPage.test(expression) ||
        `${path} ${expression}` in knownAddresses
      )
        return []
      return [
        `${path}:${lineAt(code, found.index)} leads to ${expression}: knownAddresses asks where that comes from`,
      ]
    })
    return [...made, ...led]
  })
}

export const strangersWords: Rule = {
  title: 'what somebody typed is never markup, code or an address that nobody looked at',
  check,
  right: [
    file(
      'client/a/b.tsx',
      `<a href={\`/bills/\${bill().id}\`}>{bill().name}</a>`,
      `<a href={one === 'bills' ? '/operator/money' : \`/operator/money/\${one}\`}>x</a>`,
      `<p style={{ width: \`\${share()}%\` }}>{text()}</p>`,
    ),
    file('client/ui/said-text.tsx', '<a href={href()}>'),
    file('client/a/b.test.ts', "document.body.innerHTML = ''"),
  ],
  wrong: [
    file('client/a/c.tsx', '<div innerHTML={props.text} />'),
    file('client/a/d.tsx', '<a href={props.text}>x</a>'),
    file('client/a/e.tsx', `<a href={\`//\${props.text}\`}>x</a>`),
    file('client/a/f.tsx', "<a href={props.isOurs ? '/bills' : props.text}>x</a>"),
    file('client/a/g.ts', "element.insertAdjacentHTML('beforeend', text)"),
    file('client/a/h.tsx', '<img src={props.text} />'),
    file('client/a/i.tsx', '<iframe srcdoc={props.text} />'),
  ],
}
