/** Every limit that both sides must know, with what it protects and what happens at its edge. */
export const limits = {
  /** Free text of a booking (note). Longer is refused at the sheet; protects documents that travel to every device. */
  noteLengthMax: 500,
  /** Why staff booked against the rules: a sentence for the audit trail, not a report. */
  overrideReasonLengthMax: 300,
  /** Ranked alternatives in one intent. More would make one settlement arbitrarily expensive. */
  fallbacksMax: 5,
  /** A booking may not be longer than this, whatever the resource says: guards against swapped and runaway bounds. */
  bookingMinutesMax: 31 * 24 * 60,
  /** Places of one basket: a team with its rooms and equipment. Each is a settlement of its own, within one. */
  basketItemsMax: 8,
  /** Guests of one booking by name; a larger party is a number. They travel with the booking to the desk. */
  guestsMax: 40,
  guestNameLengthMax: 80,
  /** Days for which guests may be known: nobody who asks for their data has to be told of years. */
  guestsKeptDaysMax: 366,
  /** What a guest agrees to is read at a desk, with others waiting behind. */
  guestConsentLengthMax: 1_000,
  /** Letters of one version of house rules, and versions that the catalogue carries: what members read must be read. */
  houseRulesLengthMax: 8_000,
  houseRulesVersionsMax: 12,
  /** Different extras of one location, and of one booking. */
  extrasMax: 40,
  extrasPerBookingMax: 10,
  /** How often one extra may be had with one booking; beyond it is a typing mistake. */
  extraCountMax: 500,
  /** How many lockers a location has; beyond it is a typing mistake. */
  extraStockMax: 2000,
  /** What one member has and had by the month, which travels in their document: many times more than anybody needs, and a stop. */
  addonsPerMemberMax: 100,
  /** Letters of one search; a sentence, not a page. */
  searchLengthMax: 200,
  /** Days of one absence, and how far ahead it may reach: longer is a change of the contract. */
  absenceDaysMax: 92,
  absenceAheadDaysMax: 366,
  /** Absences ahead of one desk; they travel with the catalogue to every device. */
  absencesMax: 12,
  /** Places a member has marked; more are no favourites, and they travel with every change of their document. */
  favouritesMax: 50,
  /** People on one booking; beyond it is a typing mistake. */
  peopleMax: 500,
  /** Days ahead that a rule may speak of: five years, beyond which calendars and zone data are guesses. */
  advanceDaysMax: 1_826,
  /** Days ahead that a closure may reach: nothing can be booked beyond, and a year with a wrong digit is noticed. */
  closureAheadDaysMax: 1_826,
  /** Closures of a location that are not over: the holidays of five years and works beside them. All travel with the catalogue. */
  closuresAheadMax: 200,
  /** Limits of one rule; the strictest counts, so more say nothing. */
  advanceLimitsMax: 4,
  /** Steps of a cancellation policy that a member can still read. */
  cancellationStepsMax: 6,
  /** Stretches of one day's opening hours. */
  openSpansMax: 6,
  /** Names of places, zones, memberships and what a place has; longer does not fit a list. */
  settingNameLengthMax: 80,
  /** The street address of a location, in one line of a mail or a guest's pass. */
  siteAddressLengthMax: 200,
  amenitiesMax: 20,
  /** Pictures of one place; their names travel with the catalogue to every device. */
  photosMax: 6,
  photoAltLengthMax: 160,
  /** Rows of one table of places, and its letters: the largest floors, not a list of a whole chain. More is read in a second table. */
  placeTableRowsMax: 500,
  placeTableLettersMax: 200_000,
  /** How long a screen shows each of several floors: to be read, and to come round before one has left. */
  secondsPerFloorMin: 5,
  secondsPerFloorMax: 600,
  /** Floors of one location. */
  floorsMax: 60,
  /** Quotas of one membership; what it includes must be told in a few lines. */
  quotasMax: 20,
  /** Allowances of one membership; what it includes must be told in a few lines. */
  allowancesMax: 10,
  /** Minutes, days or entries of one allowance, pass or gift; beyond it is a typing mistake. */
  lotAmountMax: 100_000,
  /** Periods for which what is left of one stays good. A device knows the bookings of three months, and must know all that used it. */
  rolloverPeriodsMax: { week: 8, month: 2 },
  /** Passes that one location sells; a list that somebody can choose from. */
  passOffersMax: 30,
  /** Days that a pass may last: five years, as far as rules reach. */
  passDaysMax: 1_826,
  /** Passes and gifts of one member or team that are not used up; they travel to each of their devices. */
  lotsPerHolderMax: 60,
  /** Why staff gave or took back a pass: a sentence for its member, not a report. */
  lotReasonLengthMax: 200,
  /** Rows of taxes: several kinds over ten years of changing rates. */
  taxRatesMax: 60,
  /** The sentence below a bill that says who owes its tax; longer is another paper. */
  taxNoteLengthMax: 200,
  /** Memberships with a fee: as many as there are memberships, and a stop. */
  membershipFeesMax: 100,
  /** Days of notice before a membership ends, and days of one pause: a year, after which it is another membership. */
  noticeDaysMax: 366,
  pauseDaysMax: 366,
  /** Memberships of one member side by side: a desk, an address, a locker, and some room. */
  membershipsPerMemberMax: 8,
  /** Changes of one membership, which travel with it: one a week for ten years. */
  membershipChangesMax: 500,
  /** Why the space changed somebody's membership, which they read. */
  membershipReasonLengthMax: 300,
  /** A company's address on its bills, in lines; and its tax number. */
  companyAddressLengthMax: 400,
  taxIdLengthMax: 60,
  /** Before every number of a bill. */
  numberPrefixLengthMax: 12,
  /** Days until a bill is to be paid. */
  dueDaysMax: 120,
  /** What stands on a bank statement, and why somebody was credited. */
  paymentReferenceLengthMax: 140,
  creditReasonLengthMax: 300,
  /** What one payment may be about; beyond it is a typing mistake. */
  paymentMinorMax: 1_000_000_000,
  /** Tries of a declined card after the first; issuers take more for an attack. */
  retryDaysMax: 6,
  /** Days after a failed charge in which something still happens by itself. */
  dunningDaysMax: 90,
  /** Cards and the like that one payer keeps on file. */
  payMethodsMax: 10,
  /** Pages of whoever keeps card numbers that one person is led to in an hour: more than anybody with a wallet full of cards, few for who tries stolen ones. */
  payPagesPerHourMax: 20,
  /** A promo code as it is typed; tiers, teams or domains that one names; bills it counts for, and how often it is redeemed in all. */
  promoCodeLengthMax: 40,
  promoNamesMax: 50,
  promoBillsMax: 120,
  promoUsesMax: 1_000_000,
  /** Codes that a member may try within an hour: typing mistakes fit in, guessing does not. */
  promoTriesPerHour: 10,
  /** Wrong codes that strangers may try within an hour on the forms to join a location, from wherever: an open day fits in, a list of words does not. */
  joinCodeTriesPerHour: 100,
  /** Payers whose bills are issued in one transaction, so that members book in between. */
  billsPerStepMax: 20,
  /** Months of bills that a member's device keeps: two years (P-01). */
  billMonthsKept: 24,
  /**
   * Bytes of PDFs that a member's device keeps, the newest first: some hundred bills and receipts, which is more than two years of anybody's own,
   * and a stop for who manages a large team. Older ones are asked for when they are opened.
   */
  paperBytesKeptMax: 8_000_000,
  /** Bookings whose signatures are asked for at once: an address of some three thousand letters. */
  sealsAskedMax: 100,
  /** Papers that one archive holds; a longer time is asked for in parts. */
  papersPerArchiveMax: 1_000,
  /** Settled bills that an operator's list shows at once, the newest. */
  billsListedMax: 500,
  /** Those beside them that are not settled: what a house of a thousand owes in five months, in some megabytes. */
  unsettledListedMax: 5_000,
  /** Desks of one pool. */
  poolUnitsMax: 500,
  /** Rows of a site's price table, which travels in one wish. */
  ratesMax: 200,
  /** Minor units an hour or a day; beyond it is a typing mistake. */
  rateMinorMax: 100_000_000,
  ratePriorityMax: 99,
  /** Places whose rules are saved at once. */
  placesPerRuleMax: 500,
  /** Letters of the subject and text of a piece of news: a mail that is read, not a leaflet. */
  newsSubjectLengthMax: 120,
  newsTextLengthMax: 2_000,
  /** Mails to guests of one member within a day: beyond it the portal would be a way to write to strangers, and its host tells them. */
  guestMailsPerDayMax: 100,
  /** Languages in which a location writes beside the usual one: each has its own words for every kind. */
  newsLanguagesMax: 6,
  /** Bookings that one piece of news lists; a longer series is counted. */
  newsBookingsListedMax: 12,
  /** Days in which an announcement is told by mail; what is older is no news. */
  announcedWithinDays: 7,
  /** Pieces of news in one mail; whoever has more reads them in the portal. */
  newsPerDigestMax: 20,
  /** Days before the end of a card on file on which its payer is told, and before the end of a pass. */
  cardEndDays: { month: 30, week: 7 },
  lotEndDays: 7,
  /** Days before a bill on which its payer is told; beyond it is the period before. */
  renewalDaysMax: 30,
  /** Devices of one member that news is pushed to; the oldest go first. */
  pushDevicesMax: 10,
  /** Pieces of news that an operator's log shows at once, the newest. */
  newsListedMax: 200,
  /** Name of a network, its code, and what opens the door. */
  accessLengthMax: 120,
  /** Intents waiting in one device's outbox; then the device says that it must reach the space first. */
  outboxIntentsMax: 500,
  /** Bytes of one outbox document on the wire. */
  outboxBytesMax: 256_000,
  /** Distinct Yjs clients in one outbox before it is rebuilt under a new epoch. */
  outboxClientIdsMax: 64,
  /** Versions of one plan that are listed, the newest: two years of one a week is what anybody looks through. */
  planVersionsListedMax: 100,
  /** Sessions of drawing that a floor's history keeps, the newest: a year of one a day. Older ones are dropped. */
  draftSessionsKeptMax: 365,
  /** Of these so many are listed, between the versions that they went into. */
  draftSessionsListedMax: 60,
  /** Problems of a plan that a refusal names; nobody puts more of them right at once. */
  planProblemsToldMax: 100,
  /** Bytes of one floor's draft: three thousand objects with all they have, and what was changed about them. Then it is full. */
  planDraftBytesMax: 1_000_000,
  /** Yjs structs of it, some eleven an object; each costs every editor memory. */
  planDraftStructsMax: 40_000,
  /** Its objects, those that are gone included: deleting makes room in the plan, not here. */
  planDraftObjectsMax: 6_000,
  /** Distinct Yjs clients of it, a tab each, before nobody new may write until it is opened anew. */
  planDraftClientIdsMax: 1_000,
  /** Bytes of one word about where somebody is and what they drag, and how many a second; what is more is left out. */
  presenceBytesMax: 1_000,
  presencePerSecondMax: 20,
  /** Weeks of availability kept on the device and projected by the server, back and ahead of the current one. */
  occupancyWeeksBack: 1,
  occupancyWeeksAhead: 13,
  /** People of one team, and limits of one of its people: what one person can look after. */
  teamPeopleMax: 60,
  teamQuotasMax: 6,
  /** Days of everybody in a team's week. Its document: each day changed many times over, and a client id a device and start. */
  weekDaysMax: 420,
  weekBytesMax: 128_000,
  weekStructsMax: 5_000,
  weekClientIdsMax: 600,
  /** How far ahead a week may be planned, and how many sent ones a team still looks at; they travel to each of its people. */
  weekAheadDaysMax: 98,
  weeksToldMax: 6,
  /** Bookings and bills of a team that its page shows: a year of bills, and more bookings than a month of sixty people has. */
  teamBookingsToldMax: 2_000,
  teamBillsToldMax: 12,
  /** Live bookings of one member ahead of now; a stop for runaway scripts, far above what a person books. */
  liveBookingsPerMemberMax: 200,
  /** Occurrences of one series: two a week for a year. More would make one settlement, and the list a member accepts, endless. */
  seriesOccurrencesMax: 100,
  /** How far from today a series may reach: beyond a year nobody knows hours, prices or memberships. */
  seriesDaysMax: 366,
  /** "Every n days, weeks or months"; beyond it no second occurrence falls into the year. */
  recurrenceEveryMax: 366,
  /** Waits of one member for one place at one time each; more is no waiting any more but a net over the house. */
  waitsPerMemberMax: 20,
  /** Standing orders of one member, each of which is asked at every place that becomes free. */
  ordersPerMemberMax: 5,
  /** Places that one standing order names; "any desk on this floor" of a large house. */
  orderPlacesMax: 100,
  /** How far ahead a standing order may look: a quarter, after which nobody remembers having left it. */
  orderDaysMax: 92,
  /** Bookings that one standing order makes before it is done. */
  orderBookingsMax: 30,
  /** Who is asked about one place that became free, in order; more would make one settlement wait for a crowd. */
  waitsPerFreedMax: 200,
  /** Misses in a row that a place may allow a series; beyond it nobody comes at all. */
  missesMax: 20,
  /** Why staff took somebody off a list: a sentence for the member to read. */
  waitReasonLengthMax: 300,
  /** One line of a profile: a company, what somebody does. */
  profileLineLengthMax: 120,
  emailLengthMax: 254,
  /** Codes that one member may have mailed to addresses that may be anybody's. */
  addressCodesPerHourMax: 5,
  /** Codes of six digits that one member may try for them. */
  addressGuessesPerHourMax: 10,
  /** Codes that one of the team has mailed in an hour for members who lost their mailbox: a morning of bad luck, and no way to write to strangers. */
  readdressCodesPerHourMax: 10,
  /** Why the team changed it: a sentence. */
  readdressReasonLengthMax: 300,
  phoneLengthMax: 40,
  /** Letters in which somebody tells about themselves: a card, not a life. It travels to every member of their locations. */
  aboutLengthMax: 1_000,
  /** One skill or language, and how many of each. */
  tagLengthMax: 40,
  skillsMax: 20,
  languagesMax: 10,
  linkLengthMax: 300,
  linksMax: 6,
  /** Bytes of one profile on the wire, what was changed in it since its last epoch included; and Yjs structs of it. */
  profileBytesMax: 32_000,
  profileStructsMax: 2_000,
  /** Distinct Yjs clients of it: a tab each. */
  profileClientIdsMax: 400,
  /** Letters of one word in a ticket, by either side: a long mail, not a book. It travels to the member's devices and the team's. */
  ticketTextLengthMax: 4_000,
  /** Pictures of one entry of a ticket, and of all of it. */
  ticketPhotosMax: 3,
  /** Entries of one ticket; then a new one is opened, because nobody reads more. */
  ticketEntriesMax: 200,
  /** Tickets of one member that are not resolved; more is a list for a walk through the house. */
  openTicketsMax: 20,
  /** Resolved tickets that devices keep: the latest of a member, and of a location. The space keeps them all. */
  resolvedTicketsKept: 30,
  resolvedTicketsListed: 100,
  /** Tickets of a location that the team's list holds; beyond it the newest wait until one is resolved. */
  ticketsListedMax: 400,
  /** Pictures that one member may add to tickets in an hour: a camera roll is no ticket. */
  ticketPhotosPerHourMax: 30,
  /** Hours until a first reply; four weeks of opening hours are a promise that nobody remembers. */
  replyHoursMax: 200,
  /** Days over which opening hours are followed to find when a reply is due; a house that is closed for longer answers when it opens. */
  replyDaysMax: 60,
  /** Help articles of one location, in every language, and the letters of one. They travel to each member's devices. */
  articlesMax: 200,
  articleTitleLengthMax: 120,
  articleBodyLengthMax: 8_000,
  /** Answers that the team keeps to use again. */
  savedRepliesMax: 60,
  /** Known problems that are not over, and their letters: a notice, not a report. */
  outagesMax: 40,
  outageTextLengthMax: 300,
  /** Letters of a title of an event or an announcement, and of its text: a poster, not a page. */
  eventTitleLengthMax: 120,
  eventTextLengthMax: 2_000,
  /** Events of a location that are ahead: two a day for the ninety days that devices keep. */
  eventsAheadMax: 180,
  /** People at one event, and guests of one of them. */
  eventPeopleMax: 1_000,
  eventGuestsMax: 9,
  /** Further days of an event that are put up at once: a year of weeks with the first. Each holds its own room, and is looked at before. */
  eventRepeatsMax: 51,
  /** How often those who come to an event are told something within a day: beyond it nobody reads any more. */
  eventTellingsPerDayMax: 5,
  /** Minutes to set up before an event, and to clear up after it: half a day. */
  eventAroundMinutesMax: 720,
  /** Days after which a room that an event has held is not told any more; the calendar still shows last month. */
  eventHoldDaysBack: 31,
  /** Times that one pass is noted at doors; after that somebody plays with a scanner. */
  entriesPerPassMax: 20,
  /** Days after an event in which a door may still tell who came: then nobody asks any more. */
  entryDaysAfterMax: 30,
  /** Days behind us of which events are still told: who was there yesterday may want to look again. */
  eventDaysBack: 7,
  /** Announcements of a location that are not over; nobody reads more. */
  announcementsMax: 40,
  /** Earlier words of one announcement that the team reads: what was changed more often is a story of its own. All are kept. */
  earlierWordsMax: 10,
  /** Perks of a location that are not over, letters of a code and of a link, and uses a member may have of one. Each is in the document of whom it is for. */
  perksMax: 40,
  perkCodeLengthMax: 60,
  perkLinkLengthMax: 300,
  perkUsesMax: 365,
  /** Memberships that one is for: more than a location has. */
  announcementTiersMax: 40,
  /** Letters of one message to another member: a letter, not a book. */
  messageLengthMax: 2_000,
  /** What one member may write in an hour, to everybody together: faster than anybody types, and a stop for scripts. */
  messagesPerHourMax: 120,
  /** How many a member may write to for the first time within a day: a newcomer who says hello, not a mailing. */
  threadsBegunPerDayMax: 20,
  /** Messages that a member's devices keep, the latest of all threads; the space keeps them all. */
  messagesKept: 1_000,
  /** Whom one member may have blocked. */
  blockedMax: 200,
  /** Messages that one report shows the team, and the letters of why, or of what the team says to it. */
  reportMessagesMax: 20,
  reportNoteLengthMax: 500,
  /** Reports that the team's list holds: all that wait, up to so many, and the latest of those that were decided. */
  reportsWaitingMax: 200,
  reportsDecidedListed: 40,
  /** Letters of a mail that are looked at, and of its subject. */
  mailTextLengthMax: 100_000,
  mailSubjectLengthMax: 200,
  /** What the team notes about a member: a paragraph; and how many of those are read at once, the newest. */
  memberNoteLengthMax: 1_000,
  memberNotesMax: 50,
  /** Requests to join that wait for the team; beyond it the link says so, and a script stops. */
  joinRequestsMax: 200,
  /** People of one team: beyond it is a location of its own. */
  teamMembersMax: 200,
  /** Documents one connection may follow. */
  channelsPerSocketMax: 64,
  /** Frames of one group. More is nonsense: the group is ignored and its rows stand alone. */
  groupFramesMax: 1_000,
  /** Bytes that one connection may send a second, and so many seconds' worth at once: a device that opens all it may follow does so in one burst. */
  socketBytesPerSecondMax: 256_000,
  socketBurstSeconds: 3,
  /** Bytes of one frame from a peer: larger updates travel in parts. */
  frameBytesMax: 64_000,
  /** Text frames are small commands; anything bigger is not ours. */
  controlBytesMax: 16_000,
} as const
