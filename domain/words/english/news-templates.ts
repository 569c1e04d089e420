/** What each piece of news says, in usual words. In braces stands what it fills in; locations may say it in their own words. */
import type { NewsKind } from '../../news/news.ts'
import type { Template } from '../../news/template.ts'

export const newsTemplates: { readonly [Kind in NewsKind]: Template } = {
  booked: {
    subject: 'Booked: {place}, {when}',
    text: 'Hello {name}, {place} is booked for you: {when}.',
  },
  'booked-instead': {
    subject: 'Booked instead: {place}, {when}',
    text: 'Hello {name}, what you wished first was taken. As you asked, {place} is booked for you instead: {when}.',
  },
  held: {
    subject: 'Please confirm: {place}, {when}',
    text: 'Hello {name}, {place} is held for you until {until}. Confirm it in that time, or it is free again.',
  },
  'not-confirmed': {
    subject: 'Not confirmed: {place}, {when}',
    text: 'Hello {name}, this was not confirmed in time and is free again. Nothing was charged.',
  },
  'to-pay': {
    subject: 'Please pay: {place}, {when}',
    text: 'Hello {name}, {place} is held for you until {until}. Pay for it in that time, or it is free again.',
  },
  'not-paid': {
    subject: 'Not paid in time: {place}, {when}',
    text: 'Hello {name}, this was not paid in time and is free again.',
  },
  approved: {
    subject: 'Approved: {place}, {when}',
    text: 'Hello {name}, the team said yes. {place} is booked for you: {when}.',
  },
  declined: {
    subject: 'Not approved: {place}, {when}',
    text: 'Hello {name}, the team could not approve this: “{reason}” Nothing was charged.',
  },
  unanswered: {
    subject: 'Not answered in time: {place}, {when}',
    text: 'Hello {name}, the team did not answer in time, so this is not booked. Nothing was charged.',
  },
  changed: {
    subject: 'Changed: {place}, {when}',
    text: 'Hello {name}, your booking is now {place}, {when}.',
  },
  moved: {
    subject: 'Moved by {space}: {place}, {when}',
    text: 'Hello {name}, {space} had to move your booking. It is now {place}, {when}. If that does not suit you, cancel it or write to the team.',
  },
  cancelled: {
    subject: 'Cancelled: {place}, {when}',
    text: 'Hello {name}, your booking is cancelled. {refund}',
  },
  'cancelled-by-space': {
    subject: 'Cancelled by {space}: {place}, {when}',
    text: 'Hello {name}, {space} had to cancel your booking. {refund}',
  },
  missed: {
    subject: 'Missed: {place}, {when}',
    text: 'Hello {name}, nobody had checked in by then, so {place} was given back. {refund}',
  },
  offered: {
    subject: 'Free now: {place}, {when}',
    text: 'Hello {name}, a place you wait for is free. It is held for you until {until}. Accept it in that time, or it goes to whoever is next.',
  },
  refused: {
    subject: 'Not booked: {place}, {when}',
    text: 'Hello {name}, this could not be booked. {why} Nothing was charged.',
  },
  'too-late': {
    subject: 'Too late: {place}, {when}',
    text: 'Hello {name}, the space heard of your wish too late. Nothing was booked or charged.',
  },
  dearer: {
    subject: 'Price changed: {place}, {when}',
    text: 'Hello {name}, it costs {price} now, which is more than you were shown. Nothing was booked. Say in the portal whether you still want it.',
  },
  reminder: {
    subject: '{day}: {place}, {when}',
    text: 'Hello {name}, this is to remind you of {place}, {when}.',
  },
  billed: {
    subject: 'Bill {number}: {amount}',
    text: 'Hello {name}, your bill for {period} is here. {amount} is to be paid by {due}.',
  },
  paid: {
    subject: 'Received: {amount} for bill {number}',
    text: 'Hello {name}, we have received {amount} for bill {number}. {how} {open}',
  },
  'paid-back': {
    subject: 'Paid back: {amount} of bill {number}',
    text: 'Hello {name}, we have paid back {amount} of bill {number}. {open}',
  },
  credited: {
    subject: 'Credited: {amount} of bill {number}',
    text: 'Hello {name}, {amount} of bill {number} are credited to you. {open}',
  },
  'pay-failed': {
    subject: 'Not charged: {amount} of bill {number}',
    text: 'Hello {name}, {amount} of bill {number} could not be charged. {why} {next} {kept}',
  },
  'pay-action': {
    subject: 'Your bank wants you to confirm {amount}',
    text: 'Hello {name}, your bank wants to ask you before it pays {amount} of bill {number}. It takes a minute.',
  },
  overdue: {
    subject: 'Overdue: {amount} of bill {number}',
    text: 'Hello {name}, {amount} of bill {number} are overdue. {why} {next} {kept}',
  },
  blocked: {
    subject: 'Long overdue: {amount} of bill {number}',
    text: 'Hello {name}, {amount} of bill {number} are long overdue. {why} {next} {kept}',
  },
  'refund-failed': {
    subject: '{amount} could not go back to your card',
    text: 'Hello {name}, {amount} of bill {number} did not arrive on your card. They are still yours: {space} pays them back in another way.',
  },
  'refund-failed-team': {
    subject: 'A refund failed: {amount} of bill {number}',
    text: 'Hello {name}, {amount} of bill {number} did not arrive at {payer}. Pay them back by hand and note it.',
  },
  'event-going': {
    subject: 'You’re coming: {event}, {when}',
    text: 'Hello {name}, you have a place at {event}, {when}. If you cannot come, say so in the portal, so that somebody else can.',
  },
  'event-came-in': {
    subject: 'You have a place: {event}, {when}',
    text: 'Hello {name}, there is a place for you at {event}, {when}. If you cannot come any more, say so in the portal, so that somebody else can.',
  },
  'event-waiting': {
    subject: 'You’re waiting: {event}, {when}',
    text: 'Hello {name}, {event} is full. When there is a place for you it is yours, and we tell you.',
  },
  'event-moved': {
    subject: 'Moved: {event}, {when}',
    text: 'Hello {name}, {event} is now {when}, {where}. If that does not suit you, say so in the portal.',
  },
  'event-off': {
    subject: 'Called off: {event}, {when}',
    text: 'Hello {name}, {event} does not take place.',
  },
  'event-refused': {
    subject: 'No place: {event}, {when}',
    text: 'Hello {name}, this could not be noted. {why}',
  },
  'event-word': {
    subject: '{event}, {when}',
    text: 'Hello {name}, here is something about {event}:\n\n{text}',
  },
  'event-reminder': {
    subject: '{day}: {event}, {when}',
    text: 'Hello {name}, this is to remind you of {event}, {when}, {where}.',
  },
  announced: {
    subject: '{title}',
    text: '{text}',
  },
  renewal: {
    subject: '{amount} on {date}: {plan}',
    text: 'Hello {name}, your membership goes on. Your bill of {date} comes to {amount} as things stand now. {how} If you want to change, pause or end it, do so before.',
  },
  'card-ending': {
    subject: 'Your {card} is good until {date}',
    text: 'Hello {name}, {card} is charged for your bills, and it is good until {date}. Add another one, so that your next bill is paid.',
  },
  'deposit-asked': {
    subject: 'A deposit of {amount} for {plan}',
    text: 'Hello {name}, {plan} asks for a deposit of {amount}. It is kept for you and comes back when you leave. Pay it now, or with your first bill: a card on file is charged for it from {due} on.',
  },
  'deposit-not-paid': {
    subject: 'Not charged: your deposit of {amount}',
    text: 'Hello {name}, the deposit of {amount} for {plan} could not be charged to {card}. Pay it in the portal, or add another card.',
  },
  'deposit-received': {
    subject: 'Received: your deposit of {amount}',
    text: 'Hello {name}, we have received your deposit of {amount}: {plan}. It is kept for you and comes back when you leave.',
  },
  'deposit-kept': {
    subject: 'Kept of your deposit: {amount}',
    text: 'Hello {name}, {space} keeps {amount} of your deposit. {reason} {left}',
  },
  'deposit-returned': {
    subject: 'Paid back: {amount} of your deposit',
    text: 'Hello {name}, we have paid back {amount} of your deposit. {reason} {left}',
  },
  'deposit-not-returned': {
    subject: '{amount} of your deposit could not go back to your card',
    text: 'Hello {name}, {amount} of your deposit did not arrive on your card. They are still yours: {space} pays them back in another way.',
  },
  'deposit-not-returned-team': {
    subject: 'A deposit could not go back: {amount} of {payer}',
    text: 'Hello {name}, {amount} of the deposit of {payer} did not arrive on the card. They are kept again: pay them back by hand and note it.',
  },
  'plan-begins': {
    subject: 'Your membership: {plan}',
    text: 'Hello {name}, {effect} {reason}',
  },
  'plan-changed': {
    subject: 'Your membership changes to {plan}',
    text: 'Hello {name}, {effect} {cost} {reason}',
  },
  'plan-paused': {
    subject: 'Your membership is paused',
    text: 'Hello {name}, {plan} is paused. {effect} {cost} {reason}',
  },
  'plan-resumed': {
    subject: 'Your membership runs again',
    text: 'Hello {name}, {plan} is not paused any more. {effect} {cost} {reason}',
  },
  'plan-ends': {
    subject: 'Your membership ends',
    text: 'Hello {name}, {plan} was ended. {effect} {cost} {reason}',
  },
  'plan-kept': {
    subject: 'Your membership stays as it is',
    text: 'Hello {name}, a change of {plan} was taken back. {effect} {cost} {reason}',
  },
  'addon-taken': {
    subject: 'Yours by the month: {extra}',
    text: 'Hello {name}, {extra} is yours. {effect} {cost}',
  },
  'addon-ends': {
    subject: 'Ended: {extra}',
    text: 'Hello {name}, {extra} was ended. {effect}',
  },
  'addon-ended-by-space': {
    subject: '{space} has ended {extra}',
    text: 'Hello {name}, {space} has ended {extra}. {effect} {cost} {reason}',
  },
  expiring: {
    subject: '{left} of {pass} end on {date}',
    text: 'Hello {name}, {left} of your {pass} are left, and they end on {date}.',
  },
  answered: {
    subject: 'An answer to your request {number}',
    text: 'Hello {name}, {by} has answered your request {number}:\n\n{text}',
  },
  message: {
    subject: '{by} wrote to you',
    text: 'Hello {name}, you have {count} from {by} at {space}.',
  },
  'message-word': {
    subject: 'About what you wrote at {space}',
    text: 'Hello {name}, the team has looked at what you wrote to another member:\n\n{text}',
  },
  'guest-invited': {
    subject: '{host} expects you at {space}: {when}',
    text: 'Hello {name}, {host} has invited you to {space}: {place}, {when}.\n\nYour code is {code}. Say it or show it at the front desk.',
  },
  'guest-moved': {
    subject: 'Changed: {host} expects you at {space}, {when}',
    text: 'Hello {name}, what {host} has invited you to is now here: {place}, {when}.\n\nYour code is {code}. Say it or show it at the front desk.',
  },
  'guest-off': {
    subject: 'You are not expected any more: {space}, {when}',
    text: 'Hello {name}, {host} does not expect you at {place}, {when} any more. Your code opens nothing now.',
  },
  'team-invited': {
    subject: '{by} invites you to {team}',
    text: 'Hello {name}, {by} invites you to the team {team} at {space}. The page of the team says who is in it; if you were a member before, it asks you first.',
  },
  welcome: {
    subject: 'Welcome to {space}',
    text: 'Hello {name}, you are a member of {space} now. Book a desk or a room, look at your bills, and change what you booked, with or without a connection.',
  },
}
