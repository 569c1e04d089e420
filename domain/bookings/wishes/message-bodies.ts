/** What a wish about messages may say. Their text is never anything but text where it is shown. */
import * as v from 'valibot'
import { limits } from '../../values/limits.ts'
import { id } from './fields.ts'
import { reportActs } from './message-requests.ts'

const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most))
const said = (most: number) => v.pipe(text(most), v.minLength(1))
const other = { with: id('member') }

export const messageBodies = {
  'message.send': v.strictObject({ to: id('member'), text: said(limits.messageLengthMax) }),
  'message.remove': v.strictObject({ messageId: id('message') }),
  'message.report': v.strictObject({
    ...other,
    messageIds: v.pipe(
      v.array(id('message')),
      v.minLength(1),
      v.maxLength(limits.reportMessagesMax),
      v.check((all) => new Set(all).size === all.length),
    ),
    why: said(limits.reportNoteLengthMax),
  }),
  'thread.read': v.strictObject({
    ...other,
    n: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  }),
  'thread.mute': v.strictObject({ ...other, isMuted: v.boolean() }),
  'thread.block': v.strictObject({ ...other, isBlocked: v.boolean() }),
  'messages.take': v.strictObject({ isOpen: v.boolean() }),
  'report.decide': v.pipe(
    v.strictObject({
      siteId: id('site'),
      reportId: id('report'),
      act: v.enum(reportActs),
      note: text(limits.reportNoteLengthMax),
    }),
    v.check(({ act, note }) => act === 'nothing' || note !== ''),
  ),
  'messages.reopen': v.strictObject({ siteId: id('site'), memberId: id('member') }),
} as const
