import { expect, test } from 'vitest'
import { harbour } from '../../bookings/for-tests.ts'
import type { AnnouncementText } from '../../bookings/wishes/community-requests.ts'
import { toId } from '../../values/ids.ts'
import { addMs, HOUR_MS } from '../../values/instant.ts'
import { limits } from '../../values/limits.ts'
import { toLocalDate } from '../../values/local-date.ts'
import { type Announcement, editionKey, saveAnnouncement, shownTo } from './announcement.ts'
import { tuesday } from './for-tests.ts'

const today = toLocalDate('2026-11-24')
const hot = toId('tier', 'tie_hot')
const text: AnnouncementText = {
  id: toId('announcement', 'ann_1'),
  title: 'The lift is serviced',
  text: 'On Thursday morning.',
  tierIds: [],
  from: today,
  until: null,
  isPinned: false,
}
const save = (more: Partial<AnnouncementText>, known: readonly Announcement[] = [], revision = 0) =>
  saveAnnouncement(
    { siteId: harbour.site.id, announcement: { ...text, ...more }, revision },
    known,
    today,
    tuesday,
  )

function saved(more: Partial<AnnouncementText>): Announcement {
  const decision = save(more)
  if (decision.kind === 'refused') throw new Error(`refused: ${decision.refusal.reason}`)
  return decision.announcement
}

test('[EVENT-07] [C-09] an announcement is shown from its first day to its last, to whom it is for, pinned ones first', () => {
  const all = [
    saved({ id: toId('announcement', 'ann_old'), from: toLocalDate('2026-11-20') }),
    saved({ id: toId('announcement', 'ann_new'), from: toLocalDate('2026-11-23') }),
    saved({ id: toId('announcement', 'ann_pin'), from: toLocalDate('2026-11-01'), isPinned: true }),
    saved({ id: toId('announcement', 'ann_hot'), tierIds: [hot] }),
    saved({ id: toId('announcement', 'ann_later'), from: toLocalDate('2026-11-25') }),
    saved({ id: toId('announcement', 'ann_today'), until: today, from: toLocalDate('2026-11-02') }),
  ]
  const idsFor = (tierId: typeof hot | null, on = today) =>
    shownTo(all, { tierId }, on).map(({ id }) => id.slice(4))
  expect(idsFor(null)).toEqual(['pin', 'new', 'old', 'today'])
  expect(idsFor(hot)).toEqual(['pin', 'hot', 'new', 'old', 'today'])
  expect(idsFor(null, toLocalDate('2026-11-25'))).toEqual(['pin', 'later', 'new', 'old'])
})

test('[EVENT-07] of those that begin on one day the last one written comes first, however they come', () => {
  const ids = ['ann_a', 'ann_b', 'ann_c'].map((id) => toId('announcement', id))
  const all = ids.map((id) => saved({ id }))
  for (const order of [all, all.toReversed()]) {
    expect(shownTo(order, { tierId: hot }, today).map(({ id }) => id)).toEqual(ids.toReversed())
  }
})

test('[EVENT-07] one that would never be shown, that somebody else changed, or for which there is no room is refused', () => {
  expect(save({ until: toLocalDate('2026-11-23') })).toMatchObject({ refusal: { reason: 'past' } })
  expect(save({}, [saved({})])).toMatchObject({ refusal: { reason: 'setting-changed' } })
  expect(save({}, [saved({})], 1)).toMatchObject({ announcement: { revision: 2 } })
  const full = Array.from({ length: limits.announcementsMax }, (_, n) =>
    saved({ id: toId('announcement', `ann_x${n}`) }),
  )
  expect(save({}, full)).toMatchObject({
    refusal: { reason: 'too-many-announcements', max: limits.announcementsMax },
  })
})

test('[EVENT-16] [C-09] what members could read is marked as changed where its words are, with when, and what it said is kept', () => {
  const later = addMs(tuesday, HOUR_MS)
  const change = (before: Announcement, more: Partial<AnnouncementText>, tellAgain = false) => {
    const wish = { siteId: harbour.site.id, announcement: { ...text, ...more }, revision: 1 }
    const told = tellAgain ? { ...wish, tellAgain: true as const } : wish
    return saveAnnouncement(told, [before], today, later)
  }
  const up = saved({})
  expect(up).toMatchObject({ edition: 1, changedAt: null })
  expect(change(up, { text: 'On Friday morning.' })).toEqual({
    kind: 'saved',
    announcement: {
      ...{ ...up, text: 'On Friday morning.', revision: 2, savedAt: later },
      ...{ edition: 1, changedAt: later },
    },
    earlier: {
      ...{ announcementId: up.id, title: up.title, text: up.text, revision: 1 },
      ...{ changedAt: later, isToldAgain: false },
    },
  })
  // Where and how long it is shown is no word of it.
  expect(change(up, { isPinned: true, until: toLocalDate('2026-12-24') })).toMatchObject({
    ...{ announcement: { isPinned: true, edition: 1, changedAt: null }, earlier: null },
  })
  // Nobody has read what is put up for tomorrow.
  const ahead = saved({ from: toLocalDate('2026-11-25') })
  expect(change(ahead, { from: ahead.from, text: 'On Friday morning.' }, true)).toMatchObject({
    ...{ announcement: { edition: 1, changedAt: null }, earlier: null },
  })
})

test('[EVENT-16] told again it is another edition, which nobody has read; a new one cannot be told again', () => {
  const wish = { siteId: harbour.site.id, announcement: text, tellAgain: true as const }
  const first = saveAnnouncement({ ...wish, revision: 0 }, [], today, tuesday)
  expect(first).toMatchObject({ announcement: { edition: 1 }, earlier: null })
  const up = saved({})
  const again = saveAnnouncement({ ...wish, revision: 1 }, [up], today, tuesday)
  expect(again).toMatchObject({ announcement: { edition: 2, changedAt: null }, earlier: null })
  expect(editionKey(up)).toBe('ann_1')
  expect(editionKey({ ...up, edition: 2 })).toBe('ann_1:2')
})
