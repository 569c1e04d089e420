/** Which story a piece of news tells. Null: there is nothing to tell any more (NEWS-10). */
import type { News } from '../../../domain/news/news.ts'
import { storyOfAddon } from './addons.ts'
import { storyOfCard, storyOfRenewal } from './ahead.ts'
import { storyOfAnnouncement } from './announcements.ts'
import { storyOfBill } from './bills.ts'
import { storyOfBookings, storyOfReminder } from './bookings.ts'
import { storyOfDeposit } from './deposits.ts'
import { storyOfEvent, storyOfEventRefused, storyOfEventWord } from './events.ts'
import { storyOfGuest } from './guests.ts'
import { storyOfMessage, storyOfWord } from './messages.ts'
import { storyOfLot } from './passes.ts'
import { storyOfPlan } from './plans.ts'
import type { Story, StoryContext } from './story.ts'
import { storyOfTeam } from './teams.ts'
import { storyOfAnswer } from './tickets.ts'
import { storyOfWelcome } from './welcome.ts'
import { storyOfWish } from './wishes.ts'

export function storyOf(news: News, context: StoryContext): Promise<Story | null> {
  switch (news.kind) {
    case 'welcome':
      return storyOfWelcome(context)
    case 'message':
      return storyOfMessage(news, context)
    case 'message-word':
      return storyOfWord(news, context)
    case 'guest-invited':
    case 'guest-moved':
    case 'guest-off':
      return storyOfGuest(news, context)
    case 'team-invited':
      return storyOfTeam(news, context)
    case 'answered':
      return storyOfAnswer(news, context)
    case 'expiring':
      return storyOfLot(news, context)
    case 'announced':
      return storyOfAnnouncement(news, context)
    case 'renewal':
      return storyOfRenewal(news, context)
    case 'card-ending':
      return storyOfCard(news, context)
    case 'event-going':
    case 'event-came-in':
    case 'event-waiting':
    case 'event-moved':
    case 'event-off':
    case 'event-reminder':
      return storyOfEvent(news, context)
    case 'event-word':
      return storyOfEventWord(news, context)
    case 'event-refused':
      return storyOfEventRefused(news, context)
    case 'reminder':
      return storyOfReminder(news, context)
    default:
      if ('bookingIds' in news) return storyOfBookings(news, context)
      if ('depositId' in news) return storyOfDeposit(news, context)
      if ('addonId' in news) return storyOfAddon(news, context)
      if ('billId' in news) return storyOfBill(news, context)
      return 'membershipId' in news ? storyOfPlan(news, context) : storyOfWish(news, context)
  }
}
