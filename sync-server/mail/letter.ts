/** A letter as a mail: the same words as HTML and as text. HTML is made by a template that escapes, so what members typed stays text. */
import { html } from 'hono/html'

export interface Letter {
  /** Of its subject and paragraphs: a location writes in several, what stands beside them is in the portal's own. */
  readonly language: string
  readonly subject: string
  readonly paragraphs: readonly string[]
  /** What must be said in any case, as label and text; a text may have lines. */
  readonly facts: readonly (readonly [label: string, text: string])[]
  /** Pieces with words of their own, where a letter tells several things. */
  readonly sections: readonly Section[]
  readonly action: Link | null
  /** A second way, which looks like one. */
  readonly also?: Link | null
  /** Small, at the end: why it was sent, and how to have fewer. */
  readonly footer: string
  readonly links: readonly Link[]
}

export interface Section {
  readonly language: string
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly action: Link | null
}

export interface Link {
  readonly label: string
  readonly url: string
}

const ink = 'color:#1b1b1f'
const soft = 'color:#5c5c66'

export function letterHtml(letter: Letter): string {
  const { language, paragraphs, facts, sections, action, also = null, footer, links } = letter
  const page = html`<!doctype html>
    <html lang="en">
      <head><meta charset="utf-8" /><title>${letter.subject}</title></head>
      <body style="margin:0;padding:24px;background:#ffffff;font:16px/1.5 sans-serif;${ink}">
        <div style="max-width:560px">
          <div lang="${language}">${paragraphs.map((text) => html`<p style="margin:0 0 16px">${inLines(text)}</p>`)}</div>
          <table role="presentation" style="border-collapse:collapse;margin:0 0 16px">
            ${facts.map(
              ([label, text]) => html`<tr>
                <td style="padding:6px 24px 6px 0;vertical-align:top;border-top:1px solid #dedee4;${soft}">${label}</td>
                <td style="padding:6px 0;border-top:1px solid #dedee4">${inLines(text)}</td>
              </tr>`,
            )}
          </table>
          ${sections.map(sectionHtml)}
          ${
            action === null
              ? ''
              : html`<p style="margin:0 0 24px"><a href="${action.url}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#1b1b1f;color:#ffffff;text-decoration:none">${action.label}</a></p>`
          }
          ${
            also === null
              ? ''
              : html`<p style="margin:0 0 24px"><a href="${also.url}" style="display:inline-block;padding:11px 19px;border:1px solid #1b1b1f;border-radius:8px;${ink};text-decoration:none">${also.label}</a></p>`
          }
          <p style="margin:0;font-size:13px;${soft}">${footer}
            ${links.map(({ label, url }) => html`<br /><a href="${url}" style="${soft}">${label}</a>`)}
          </p>
        </div>
      </body>
    </html>`
  return String(page)
}

function sectionHtml({ language, title, paragraphs, action }: Section) {
  return html`<div style="margin:0 0 20px;padding:12px 0 0;border-top:1px solid #dedee4">
    <div lang="${language}">
      <p style="margin:0 0 8px;font-weight:600">${title}</p>
      ${paragraphs.map((text) => html`<p style="margin:0 0 8px">${inLines(text)}</p>`)}
    </div>
    ${action === null ? '' : html`<p style="margin:0"><a href="${action.url}" style="${ink}">${action.label}</a></p>`}
  </div>`
}

function inLines(text: string) {
  return text.split('\n').map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`))
}

export function letterText(letter: Letter): string {
  const { paragraphs, facts, sections, action, also = null, footer, links } = letter
  const parts = [
    ...paragraphs,
    ...(facts.length === 0 ? [] : [facts.map(([label, text]) => `${label}: ${text}`).join('\n')]),
    ...sections.map((one) =>
      [`* ${one.title}`, ...one.paragraphs, ...linkLines(one.action)].join('\n'),
    ),
    ...linkLines(action),
    ...linkLines(also),
    ['--', footer, ...links.map(({ label, url }) => `${label}: ${url}`)].join('\n'),
  ]
  return `${parts.join('\n\n')}\n`
}

function linkLines(link: Link | null): readonly string[] {
  return link === null ? [] : [`${link.label}: ${link.url}`]
}
