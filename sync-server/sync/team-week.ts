/**
 * A team's week while it is planned: `domain/bookings/teams/week` says what may stand in it. Each writes their own days, whoever manages the
 * team all of them, which is asked of the tables for every update; once it was sent there is no such document any more.
 */
import * as Y from 'yjs'
import { type DocumentName, formatDocumentName } from '../../domain/access/document-name.ts'
import {
  type PlannedDay,
  readDayKey,
  readWeek,
  weekRoot,
} from '../../domain/bookings/teams/week.ts'
import { toInstant } from '../../domain/values/instant.ts'
import { limits } from '../../domain/values/limits.ts'
import { daysBetween, mondayOfIsoWeek } from '../../domain/values/local-date.ts'
import { toWallTime } from '../../domain/values/zone.ts'
import { appendRow, readHead, readRows } from '../storage/document-log.ts'
import { loadZone } from '../storage/load-catalogue.ts'
import { findSentWeek } from '../storage/load-weeks.ts'
import type { Reader, Tx } from '../storage/storage.ts'
import { beginDocument } from './begin-document.ts'
import { structsOf } from './drafts/check-draft.ts'
import type { EditedPorts } from './edited-document.ts'
import type { GateRules } from './gate.ts'
import { type GuardedKind, type NewRow, NotYours, type Opened, Over } from './guarded-kind.ts'
import { docOf } from './judge-update.ts'

export type WeekName = Extract<DocumentName, { kind: 'week' }>

export const weekRules: GateRules = {
  bytesMax: limits.weekBytesMax,
  structsMax: limits.weekStructsMax,
  clientIdsMax: limits.weekClientIdsMax,
  clockJumpMax: limits.weekStructsMax,
  deletes: 'allowed', // of two wishes for one day the older is deleted, and so is one that is taken back
  makeItemCheck: () => checkItem,
}
/** A week begins a new epoch when it is opened with more than this. */
const STRUCTS_KEPT_MAX = limits.weekStructsMax / 2
const CLIENT_IDS_KEPT_MAX = limits.weekClientIdsMax / 2

export function weekKind(ports: EditedPorts, week: WeekName): GuardedKind<null, readonly string[]> {
  const name = formatDocumentName(week)

  function begin(tx: Tx, days: Readonly<Record<string, unknown>>): Promise<Opened> {
    return beginDocument(tx, name, ports, (doc) => {
      const map = doc.getMap(weekRoot)
      for (const [key, value] of Object.entries(days)) map.set(key, value)
    })
  }

  return {
    name,
    gate: weekRules,
    isShared: true,
    open: async (tx) => {
      if (!(await isPlanned(tx, week, ports.now()))) return null
      const found = await readHead(tx, name)
      if (found === null) return begin(tx, {})
      const doc = docOf((await readRows(tx, found, 0)).map((row) => row.bytes))
      return isWorn({ doc }) ? begin(tx, doc.getMap(weekRoot).toJSON()) : { doc, head: found }
    },
    isWorn,
    hold: () => null,
    define: (doc) => void doc.getMap(weekRoot),
    check: ({ shadow, transaction }) => {
      if (readWeek(week.week, shadow.getMap(weekRoot).toJSON()) === null) {
        return { kind: 'refused', why: 'what no day of the week is' }
      }
      if (shadow.getMap(weekRoot).size > limits.weekDaysMax) {
        return { kind: 'refused', why: 'too many days' }
      }
      if (structsOf(shadow, 'all') > limits.weekStructsMax) {
        return { kind: 'refused', why: 'too many structs' }
      }
      return { kind: 'fine', held: null, news: keysTouched(transaction) }
    },
    write: async (tx, row) => {
      if ((await findSentWeek(tx, week.teamId, week.week)) !== null) throw new Over()
      await checkWriter(tx, week, row)
      return appendRow(tx, row.head, row.bytes, row.at)
    },
    seq: (_held, head) => head.n,
    isNews: () => false,
  }
}

/** The days as they stand; none where nobody has planned it. */
export async function readPlannedWeek(
  reader: Reader,
  week: WeekName,
): Promise<readonly PlannedDay[]> {
  const head = await readHead(reader, formatDocumentName(week))
  if (head === null) return []
  const doc = docOf((await readRows(reader, head, 0)).map((row) => row.bytes))
  const days = readWeek(week.week, doc.getMap(weekRoot).toJSON())
  doc.destroy()
  return days ?? []
}

/** Of a team that there is, not sent, and not so far away that nobody plans it. */
async function isPlanned(tx: Tx, { teamId, week }: WeekName, now: number): Promise<boolean> {
  const team = tx.selectFrom('team').select('site_id').where('id', '=', teamId)
  const row = await team.executeTakeFirst()
  const zone = row === undefined ? null : await loadZone(tx, row.site_id)
  const monday = mondayOfIsoWeek(week)
  if (zone === null || monday === null) return false
  const days = daysBetween(toWallTime(zone, toInstant(now)).date, monday)
  if (days < -7 || days > limits.weekAheadDaysMax) return false
  return (await findSentWeek(tx, teamId, week)) === null
}

/** Who writes is `<member>/<device>`. */
async function checkWriter(
  tx: Tx,
  { teamId, week }: WeekName,
  { owner, news }: NewRow<readonly string[]>,
): Promise<void> {
  const [writer = ''] = owner.split('/')
  const rows = tx.selectFrom('member').select(['role', 'team_id']).where('id', '=', writer)
  const member = await rows.executeTakeFirst()
  if (member?.team_id !== teamId) throw new NotYours('a team of others')
  if (member.role === 'team-manager') return
  const isOwn = news.every((key) => readDayKey(week, key)?.memberId === writer)
  if (!isOwn) throw new NotYours('a day of somebody else')
}

function keysTouched({ changed }: Y.Transaction): readonly string[] {
  return [...changed.values()].flatMap((keys) => [...keys].map((key) => key ?? ''))
}

function isWorn({ doc }: Pick<Opened, 'doc'>): boolean {
  return doc.store.clients.size > CLIENT_IDS_KEPT_MAX || structsOf(doc, 'all') > STRUCTS_KEPT_MAX
}

/** Plain values under keys of its one map, and the collected remains of deleted ones. */
function checkItem(item: Y.Item): string | null {
  const { content, parentSub } = item
  const parent: unknown = item.parent // a text in an update that was only decoded, whatever its type says
  const isPlain = content instanceof Y.ContentAny || content instanceof Y.ContentDeleted
  if (!isPlain) return 'content that is not plain'
  if (parentSub === '__proto__') return 'a key that objects have by themselves'
  if (parent === null) return null // it goes on from another item, and stands where that does
  if (parent !== weekRoot) return 'an unknown root'
  return parentSub === null ? 'a list where keys are' : null
}
