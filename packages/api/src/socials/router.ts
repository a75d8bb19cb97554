import { z } from 'zod'
import { text } from '../text.ts'
import { router, signedIn } from '../trpc.ts'
import { activity } from './activity.ts'
import { block, listBlocked, unblock } from './block.ts'
import { findUsers } from './find-users.ts'
import { friends } from './friends.ts'
import { friendsWithGame } from './friends-purchases.ts'
import { markThread } from './mark-thread.ts'
import { listMessages } from './messages.ts'
import { listNotices, seeNotices } from './notices.ts'
import { onEvent } from './on-event.ts'
import { person, personByCode } from './person.ts'
import { readSettings, renewFriendCode, saveSettings } from './profiles.ts'
import { removeFriend } from './remove-friend.ts'
import { requestFriend } from './request-friend.ts'
import { respondToRequest } from './respond-to-request.ts'
import { reviewProcedures } from './review-router.ts'
import {
  activityInput,
  findUsersInput,
  gameInput,
  markThreadInput,
  messagesInput,
  noticesInput,
  onEventInput,
  requestFriendInput,
  respondToRequestInput,
  saveSettingsInput,
  seenNoticesInput,
  sendMessageInput,
  setPresenceInput,
  threadsInput,
  userInput,
} from './schema.ts'
import { sendMessage } from './send-message.ts'
import { setPresence } from './set-presence.ts'
import { listThreads } from './threads.ts'
import { typing } from './typing.ts'

export const socialsRouter = router({
  ...reviewProcedures,

  findUsers: signedIn.input(findUsersInput).query(({ ctx, input }) => findUsers(ctx.deps, ctx.user.id, input)),
  person: signedIn.input(userInput).query(({ ctx, input }) => person(ctx, ctx.user.id, input.userId)),
  personByCode: signedIn
    .input(z.object({ code: text(200) }))
    .query(({ ctx, input }) => personByCode(ctx, ctx.user.id, input.code)),
  friends: signedIn.query(({ ctx }) => friends(ctx, ctx.user.id)),
  requestFriend: signedIn
    .input(requestFriendInput)
    .mutation(({ ctx, input }) => requestFriend(ctx.deps, ctx.user, input)),
  respondToRequest: signedIn
    .input(respondToRequestInput)
    .mutation(({ ctx, input }) => respondToRequest(ctx.deps, ctx.user, input)),
  removeFriend: signedIn
    .input(userInput)
    .mutation(({ ctx, input }) => removeFriend(ctx.deps, ctx.user.id, input.userId)),
  blocked: signedIn.query(({ ctx }) => listBlocked(ctx.deps, ctx.user.id)),
  block: signedIn.input(userInput).mutation(({ ctx, input }) => block(ctx.deps, ctx.user.id, input.userId)),
  unblock: signedIn.input(userInput).mutation(({ ctx, input }) => unblock(ctx.deps, ctx.user.id, input.userId)),
  settings: signedIn.query(({ ctx }) => readSettings(ctx.deps, ctx.user.id)),
  saveSettings: signedIn
    .input(saveSettingsInput)
    .mutation(({ ctx, input }) => saveSettings(ctx.deps, ctx.user.id, input)),
  renewFriendCode: signedIn.mutation(({ ctx }) => renewFriendCode(ctx.deps, ctx.user.id)),

  threads: signedIn.input(threadsInput).query(({ ctx, input }) => listThreads(ctx, ctx.user.id, input)),
  messages: signedIn.input(messagesInput).query(({ ctx, input }) => listMessages(ctx.deps, ctx.user.id, input)),
  sendMessage: signedIn.input(sendMessageInput).mutation(({ ctx, input }) => sendMessage(ctx.deps, ctx.user, input)),
  markThread: signedIn.input(markThreadInput).mutation(({ ctx, input }) => markThread(ctx.deps, ctx.user.id, input)),
  typing: signedIn.input(userInput).mutation(({ ctx, input }) => typing(ctx.deps, ctx.user.id, input.userId)),

  onEvent: signedIn
    .input(onEventInput)
    .subscription(({ ctx, input, signal }) => onEvent(ctx, input, signal ?? new AbortController().signal)),
  setPresence: signedIn.input(setPresenceInput).mutation(({ ctx, input }) => setPresence(ctx.deps, ctx.user.id, input)),
  notices: signedIn.input(noticesInput).query(({ ctx, input }) => listNotices(ctx.deps, ctx.user.id, input)),
  seeNotices: signedIn
    .input(seenNoticesInput)
    .mutation(({ ctx, input }) => seeNotices(ctx.deps, ctx.user.id, input.seq)),
  activity: signedIn.input(activityInput).query(({ ctx, input }) => activity(ctx, ctx.user.id, input)),
  friendsWithGame: signedIn
    .input(gameInput)
    .query(({ ctx, input }) => friendsWithGame(ctx.deps, ctx.user.id, input.gameId)),
})
