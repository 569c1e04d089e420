/** Everything about the member that is on this device, in one file that opens anywhere. Loaded when somebody asks for it. */
import { strToU8, type Zippable, zipSync } from 'fflate'
import { fileNameOf } from '../../../domain/billing/papers/paper.ts'
import { readPaper } from '../../../domain/billing/papers/paper-sections.ts'
import { ownFiles } from '../../../domain/community/own-data.ts'
import type { Member } from '../../../domain/memberships/member.ts'
import type { Json } from '../../../domain/values/sections.ts'
import { database } from '../../store/database.ts'
import { readOwnProfile } from '../../sync/read-own-profile.ts'
import { ownPictures, readPictures } from './own-pictures.ts'
import { readRequests, readTalks } from './read-talks.ts'

export async function packOwnData(member: Member, readme: string): Promise<Blob> {
  const db = database()
  const facts = await db.facts.get('me')
  const catalogues = await db.catalogues.toArray()
  const profile = await readOwnProfile(member.id)
  const texts = ownFiles({
    member,
    readme,
    profile,
    bookings: await db.bookings.toArray(),
    catalogues: catalogues.map(({ catalogue }) => catalogue),
    bills: (facts?.bills ?? []).map((story) => ({ ...story.bill, ...story })),
    talks: await readTalks(member),
    more: await readMore(member.id),
  })
  const files: Zippable = Object.fromEntries(texts.map(({ name, text }) => [name, strToU8(text)]))
  const names = await namesOfPapers(member.id)
  for (const { sha256, bytes } of await db.papers.toArray()) {
    files[`papers/${names.get(sha256) ?? `${sha256}.pdf`}`] = bytes
  }
  const requests = await readRequests(member)
  const pictures = ownPictures(profile?.photo ?? '', requests.tickets, requests.entries)
  Object.assign(files, await readPictures(pictures))
  return new Blob([zipSync(files)], { type: 'application/zip' })
}

/** Each called by its own number, as the bill is. */
async function namesOfPapers(memberId: string): Promise<ReadonlyMap<string, string>> {
  const document = `member/${memberId}`
  const rows = await database().records.where('document').equals(document).toArray()
  const papers = rows.flatMap(({ section, value }) =>
    section === 'papers' ? (readPaper(value) ?? []) : [],
  )
  return new Map(papers.map((paper) => [paper.sha256, fileNameOf(paper)]))
}

/** What the space told about them that has no table of its own. */
async function readMore(memberId: string): Promise<Json> {
  const more: Record<string, Record<string, Record<string, Json>>> = {}
  for (const document of ['member', 'tickets', 'messages'].map((kind) => `${kind}/${memberId}`)) {
    const rows = await database().records.where('document').equals(document).toArray()
    for (const { section, key, value } of rows) {
      more[document] ??= {}
      more[document][section] ??= {}
      more[document][section][key] = value
    }
  }
  return more
}
