import {
  type AppRouter,
  activityInput,
  findUsersInput,
  gameInput,
  judgeReportInput,
  messagesInput,
  noticesInput,
  replyToReviewInput,
  reportContentInput,
  reportsInput,
  reviewGameInput,
  reviewIdInput,
  reviewsInput,
  seenNoticesInput,
  userInput,
  voteReviewInput,
  writeReviewInput,
} from '@kettle/api/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { z } from 'zod'

/** What a screen may read of the store as it stands; nothing of it is kept on this computer. */
export const storeQueries = {
  'search.game': gameInput,
  'socials.activity': activityInput,
  'socials.blocked': z.undefined(),
  'socials.findUsers': findUsersInput,
  'socials.friendsWithGame': reviewGameInput,
  'socials.messages': messagesInput,
  'socials.notices': noticesInput,
  'socials.person': userInput,
  'socials.reports': reportsInput,
  'socials.review': reviewGameInput,
  'socials.reviewHistory': reviewIdInput,
  'socials.reviewSummary': reviewGameInput,
  'socials.reviews': reviewsInput,
}

/** What it may do there. What moves money, or opens doors, is not among it. */
export const storeMutations = {
  'socials.judgeReport': judgeReportInput,
  'socials.removeReview': reviewGameInput,
  'socials.replyToReview': replyToReviewInput,
  'socials.reportContent': reportContentInput,
  'socials.seeNotices': seenNoticesInput,
  'socials.voteReview': voteReviewInput,
  'socials.writeReview': writeReviewInput,
}

export type StoreQuery = keyof typeof storeQueries
export type StoreMutation = keyof typeof storeMutations
export type StoreRequest = StoreQuery | StoreMutation

type At<Routes, Path> = Path extends `${infer Domain}.${infer Verb}`
  ? Domain extends keyof Routes
    ? Verb extends keyof Routes[Domain]
      ? Routes[Domain][Verb]
      : never
    : never
  : never

export type StoreInput<Path extends StoreRequest> = At<inferRouterInputs<AppRouter>, Path>
export type StoreAnswer<Path extends StoreRequest> = At<inferRouterOutputs<AppRouter>, Path>
