// The client door: types, input schemas and reasons. Nothing here reaches Node or the database, so it may go into a browser.
export { deviceName } from './auth/device-name.ts'
export type { SessionView } from './auth/list-sessions.ts'
export * from './auth/schema.ts'
export type { PasskeyView, SecurityView } from './auth/security.ts'
export { cleanText } from './clean-text.ts'
export type { ChangelogEntry } from './library/changelog.ts'
export type { GameCard } from './library/game-cards.ts'
export type { LibraryBuild, LibraryItem } from './library/list.ts'
export type { SaleStatus } from './library/sale-status.ts'
export { HEARTBEAT_GRACE_SECONDS, HEARTBEAT_SECONDS } from './library/schema.ts'
export type { Money } from './money.ts'
export { isPayableByCard } from './payments/card-terms.ts'
export type { OrderView } from './payments/find-order.ts'
export type { HistoryItem } from './payments/history.ts'
export type { RefundTerms } from './payments/refund.ts'
export type { PaymentRules } from './payments/rules.ts'
export * from './payments/schema.ts'
export { type Reason, reasons } from './reasons.ts'
export type { AppRouter } from './router.ts'
export type { FacetCount, Facets } from './search/facets.ts'
export type { FoundGames } from './search/find-games.ts'
export type { GamePage } from './search/game-page.ts'
export type { Recommended, RecommendedReason } from './search/recommended.ts'
export { gameInput, gamesInput, platforms, QUERY_MAX, sorts, suggestInput } from './search/schema.ts'
export type { Storefront } from './search/storefront.ts'
export type { Suggestions } from './search/suggest.ts'
export type { Activity } from './socials/activity.ts'
export type { FoundUser } from './socials/find-users.ts'
export type { Friend } from './socials/friends.ts'
export type { FriendsPurchase } from './socials/friends-purchases.ts'
export type { InboxEvent } from './socials/inbox.ts'
export type { ReportedThing } from './socials/list-reports.ts'
export type { StoredMessage } from './socials/message.ts'
export type { MessagePage } from './socials/messages.ts'
export type { Notice } from './socials/notices.ts'
export type { LiveEvent, StreamEvent } from './socials/on-event.ts'
export type { OwnReview } from './socials/own-review.ts'
export type { PersonName, Relation } from './socials/people.ts'
export type { Person } from './socials/person.ts'
export type { Presence } from './socials/presence.ts'
export type { SocialSettings } from './socials/profiles.ts'
export type { EarlierWords } from './socials/review-history.ts'
export * from './socials/review-schema.ts'
export type { ReviewCounts, ReviewSummary } from './socials/review-summary.ts'
export type { ReviewView } from './socials/review-view.ts'
export {
  activityInput,
  audiences,
  availabilities,
  findUsersInput,
  MESSAGE_MAX,
  messagesInput,
  type NoticeKind,
  noticeKinds,
  noticesInput,
  readFriendCode,
  saveSettingsInput,
  seenNoticesInput,
  sendMessageInput,
  userInput,
} from './socials/schema.ts'
export type { Thread } from './socials/threads.ts'
export type { DownloadTicket } from './storage/download.ts'
export type { BuildView } from './storage/list-builds.ts'
export type { DiscountView } from './storage/own-game.ts'
export type { Sales } from './storage/sales.ts'
export {
  addDiscountInput,
  buildPlatform,
  changeGameInput,
  channelSchema,
  createGameInput,
  createUploadInput,
  NOTES_MAX,
  notesSchema,
  versionSchema,
} from './storage/schema.ts'
export type { SftpTicket } from './storage/ticket.ts'
export type { FinishedUpload, UploadState } from './storage/upload-state.ts'
