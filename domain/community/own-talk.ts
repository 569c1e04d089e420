/** What somebody said to others and to the team, and what was said to them, as texts that everything opens (D-56). */
import type { Instant } from '../values/instant.ts'
import { formatMinute, toWallTime, type ZoneTable } from '../values/zone.ts'
import type { OwnFile } from './own-data.ts'

/** A thread with a member, or a request to the team. */
export interface OwnTalk {
  readonly kind: 'messages' | 'requests'
  /** Who it is with, or its number. */
  readonly title: string
  readonly said: readonly Said[]
}

export interface Said {
  readonly at: Instant
  /** By whom, as they are called. */
  readonly by: string
  readonly text: string
}

const TITLE_LENGTH_MAX = 60

/** One file each, what was said first at its top, on the clock of a location. */
export function talkFiles(talks: readonly OwnTalk[], zone: ZoneTable): readonly OwnFile[] {
  const taken = new Set<string>()
  return talks
    .filter(({ said }) => said.length > 0)
    .map(({ kind, title, said }) => {
      const name = freeName(`${kind}/${plainName(title)}`, taken)
      const lines = said.toSorted((a, b) => a.at - b.at).map((one) => lineOf(one, zone))
      return { name: `${name}.txt`, text: `${title}\n\n${lines.join('\n\n')}\n` }
    })
}

function lineOf({ at, by, text }: Said, zone: ZoneTable): string {
  const { date, minute } = toWallTime(zone, at)
  return `${date} ${formatMinute(minute)} ${by}:\n${text}`
}

/** As every disk takes it: somebody may be called whatever they like. */
function plainName(title: string): string {
  const plain = title.replaceAll(/[^\p{Letter}\p{Mark}\p{Number} -]/gu, '-').trim()
  return plain.slice(0, TITLE_LENGTH_MAX).trim() || '-'
}

/** Disks that do not tell small from capital letters would write one over the other. */
function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${wanted} ${n}`
  taken.add(name.toLowerCase())
  return name
}
