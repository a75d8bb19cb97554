// What both apps know of people and messages, without a screen: the launcher's core imports this, so neither React nor the DOM is here.
export { type FriendLists, friendsWith, friendsWithout, friendsWithPresence, noFriends } from './friend-lists.ts'
export { type LogRow, logRows } from './log-rows.ts'
export { type Marks, marksOfWriting, withMarks } from './marks.ts'
export { messagePlace } from './message-place.ts'
export { offline } from './offline.ts'
export { createOutbox, type Outbox, passesByItself, type Unsent } from './outbox.ts'
export { type Before, presenceNews } from './presence-news.ts'
export { type ShownMessage, shownMessages } from './shown-messages.ts'
export {
  type ThreadPage,
  threadsWithFriendship,
  threadsWithMarks,
  threadsWithMessage,
  threadsWithPresence,
} from './threads.ts'
export type { Live, Payload } from './told.ts'
export { TYPING_EVERY_MS, TYPING_MS } from './typing.ts'
