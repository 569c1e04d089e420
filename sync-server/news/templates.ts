/** A location's own words for its news, by language and kind. */
import type { NewsKind } from '../../domain/news/news.ts'
import type { Template } from '../../domain/news/template.ts'
import { usualLanguage } from '../../domain/values/language-code.ts'
import type { Reader, Storage, Tx } from '../storage/storage.ts'

export interface SaidIn extends Template {
  readonly language: string
}

/** In the language that its reader has chosen where the location says it in that, or else in the usual one; null: in the usual words. */
export async function findTemplate(
  reader: Reader,
  siteId: string,
  kind: NewsKind,
  language: string | null,
): Promise<SaidIn | null> {
  const rows = await reader
    .selectFrom('news_template')
    .select(['language', 'subject', 'text'])
    .where('site_id', '=', siteId)
    .where('kind', '=', kind)
    .where('language', 'in', [language ?? usualLanguage, usualLanguage])
    .execute()
  return rows.find((row) => row.language === language) ?? rows[0] ?? null
}

export interface OwnTemplate extends SaidIn {
  readonly kind: string
}

export async function templatesOf(reader: Reader, siteId: string): Promise<readonly OwnTemplate[]> {
  return reader
    .selectFrom('news_template')
    .select(['kind', 'language', 'subject', 'text'])
    .where('site_id', '=', siteId)
    .orderBy('language')
    .orderBy('kind')
    .execute()
}

interface Saved {
  readonly siteId: string
  readonly memberId: string
  readonly kind: NewsKind
  readonly language: string
}

export async function saveTemplate(
  storage: Storage,
  { template, ...saved }: Saved & { readonly template: Template },
  now: number,
): Promise<void> {
  const { siteId, memberId, kind, language } = saved
  const words = { subject: template.subject.trim(), text: template.text.trim() }
  const more = { ...words, saved_at: now, saved_by: memberId }
  await storage.transaction(async (tx) => {
    await tx
      .insertInto('news_template')
      .values({ site_id: siteId, language, kind, ...more })
      .onConflict((conflict) => conflict.columns(['site_id', 'language', 'kind']).doUpdateSet(more))
      .execute()
    await writeTrail(tx, saved, now)
  })
}

/** Back to the usual words, or to those of the usual language. */
export async function resetTemplate(storage: Storage, saved: Saved, now: number): Promise<void> {
  const { siteId, kind, language } = saved
  await storage.transaction(async (tx) => {
    await tx
      .deleteFrom('news_template')
      .where('site_id', '=', siteId)
      .where('language', '=', language)
      .where('kind', '=', kind)
      .execute()
    await writeTrail(tx, saved, now)
  })
}

async function writeTrail(tx: Tx, { siteId, ...saved }: Saved, at: number): Promise<void> {
  const { memberId, kind, language } = saved
  const detail = language === usualLanguage ? kind : `${kind} ${language}`
  const entry = { at, actor: memberId, command: 'news.manage', subject: siteId, detail }
  await tx.insertInto('audit').values(entry).execute()
}
