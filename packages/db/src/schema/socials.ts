import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { users } from './auth.ts'
import { id, moment } from './columns.ts'
import { games } from './search.ts'

const person = () =>
  uuid()
    .notNull()
    .references(() => users.id)
const game = () =>
  uuid()
    .notNull()
    .references(() => games.id)
/** Counts within one row's lock, so numbers come in the order of commits and have no gaps. */
const counter = () => bigint({ mode: 'number' }).notNull().default(0)

export const audience = pgEnum('audience', ['everyone', 'friends', 'nobody'])

/** Which notices a person wants to pop up. What is left out is on. */
export interface NoticeSettings {
  messages?: boolean
  requests?: boolean
  reviews?: boolean
  friendsOnline?: boolean
  friendsPlaying?: boolean
}

/** What people are to each other in the store; made when first needed. */
export const profiles = pgTable('profiles', {
  userId: person().primaryKey(),
  /** What one gives to a friend, instead of an address: 8 letters and digits. */
  friendCode: text().notNull().unique('profiles_friend_code'),
  /** Who sees what I play, what I buy, and my library. */
  showsPlaying: audience().notNull().default('friends'),
  showsPurchases: audience().notNull().default('friends'),
  showsLibrary: audience().notNull().default('friends'),
  /** Seen by nobody as online. */
  appearsOffline: boolean().notNull().default(false),
  notices: jsonb().$type<NoticeSettings>().notNull().default({}),
})

/** Two people, once per pair: a request until it is accepted, friends from then on. */
export const friendships = pgTable(
  'friendships',
  {
    lowId: person(),
    highId: person(),
    requestedBy: person(),
    requestedAt: moment().notNull(),
    acceptedAt: moment(),
  },
  (table) => [
    primaryKey({ columns: [table.lowId, table.highId] }),
    index().on(table.highId),
    index().on(table.requestedBy),
    check('friendships_order', sql`${table.lowId} < ${table.highId}`),
    check('friendships_asker', sql`${table.requestedBy} in (${table.lowId}, ${table.highId})`),
  ],
)

/** Silence between two people; the blocked one is not told. */
export const blocks = pgTable(
  'blocks',
  { blockerId: person(), blockedId: person(), blockedAt: moment().notNull() },
  (table) => [
    primaryKey({ columns: [table.blockerId, table.blockedId] }),
    index().on(table.blockedId),
    check('blocks_other', sql`${table.blockerId} <> ${table.blockedId}`),
  ],
)

/** The one conversation of a pair. Its row is the lock under which messages are numbered, and knows how far each has read. */
export const threads = pgTable(
  'threads',
  {
    id: id(),
    lowId: person(),
    highId: person(),
    lastSeq: counter(),
    lastAt: moment(),
    lowReadSeq: counter(),
    highReadSeq: counter(),
    lowDeliveredSeq: counter(),
    highDeliveredSeq: counter(),
  },
  (table) => [
    unique('threads_pair').on(table.lowId, table.highId),
    index().on(table.lowId, table.lastAt.desc()),
    index().on(table.highId, table.lastAt.desc()),
    check('threads_order', sql`${table.lowId} < ${table.highId}`),
    check(
      'threads_marks',
      sql`greatest(${table.lowReadSeq}, ${table.highReadSeq}, ${table.lowDeliveredSeq}, ${table.highDeliveredSeq}) <= ${table.lastSeq}`,
    ),
  ],
)

/** Texts, numbered within their thread. The sender's own id makes one that is sent twice one. */
export const messages = pgTable(
  'messages',
  {
    threadId: uuid()
      .notNull()
      .references(() => threads.id),
    seq: bigint({ mode: 'number' }).notNull(),
    senderId: person(),
    clientId: text().notNull(),
    text: text().notNull(),
    sentAt: moment().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.threadId, table.seq] }),
    unique('messages_once').on(table.senderId, table.clientId),
    check('messages_length', sql`char_length(${table.text}) between 1 and 4000`),
  ],
)

/** The lock under which one person's events are numbered, and how far they have looked at their notices. */
export const inboxes = pgTable('inboxes', {
  userId: person().primaryKey(),
  lastSeq: counter(),
  seenSeq: counter(),
})

/** What a person's open pages are told, numbered without gaps, so that a stream can go on where it stopped. Old ones are dropped. */
export const inboxEvents = pgTable(
  'inbox_events',
  {
    userId: person(),
    seq: bigint({ mode: 'number' }).notNull(),
    kind: text().notNull(),
    payload: jsonb().notNull(),
    at: moment().notNull(),
    /** Whether it stands in the list of notices, beside going out on the stream. */
    notice: boolean().notNull().default(false),
  },
  (table) => [
    primaryKey({ columns: [table.userId, table.seq] }),
    index('inbox_notices').on(table.userId, table.seq.desc()).where(sql`notice`),
    index().on(table.at),
  ],
)

/** What owners say of a game: one per owner and game. */
export const reviews = pgTable(
  'reviews',
  {
    id: id(),
    gameId: game(),
    userId: person(),
    recommended: boolean().notNull(),
    text: text().notNull(),
    /** What it is written in, as ISO 639-1. */
    language: text().notNull(),
    /** How long its author had played when it was written or last edited. */
    playtimeSeconds: integer().notNull(),
    createdAt: moment().notNull(),
    editedAt: moment(),
    helpful: integer().notNull().default(0),
    unhelpful: integer().notNull().default(0),
    /** The developer's answer. */
    reply: text(),
    repliedAt: moment(),
    /** Set while judged because many reported it, or for good. */
    hiddenAt: moment(),
    removedAt: moment(),
  },
  (table) => [
    unique('reviews_one_per_game').on(table.userId, table.gameId),
    index('reviews_helpful')
      .on(table.gameId, sql`(helpful - unhelpful) desc`, table.id.desc())
      .where(sql`hidden_at is null`),
    index('reviews_new').on(table.gameId, table.id.desc()).where(sql`hidden_at is null`),
    index('reviews_played')
      .on(table.gameId, table.playtimeSeconds.desc(), table.id.desc())
      .where(sql`hidden_at is null`),
    check('reviews_length', sql`char_length(${table.text}) <= 8000`),
    check('reviews_removed', sql`${table.removedAt} is null or ${table.hiddenAt} is not null`),
  ],
)

/** What a review said before each edit. */
export const reviewEdits = pgTable(
  'review_edits',
  {
    id: id(),
    reviewId: uuid()
      .notNull()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    recommended: boolean().notNull(),
    text: text().notNull(),
    /** When these words were written. */
    writtenAt: moment().notNull(),
  },
  (table) => [index().on(table.reviewId)],
)

export const reviewVotes = pgTable(
  'review_votes',
  {
    reviewId: uuid()
      .notNull()
      .references(() => reviews.id, { onDelete: 'cascade' }),
    userId: person(),
    helpful: boolean().notNull(),
  },
  (table) => [primaryKey({ columns: [table.reviewId, table.userId] }), index().on(table.userId)],
)

export const reportReason = pgEnum('report_reason', ['spam', 'abuse', 'hate', 'spoiler', 'scam', 'other'])
export const reportedKind = pgEnum('reported_kind', ['review', 'message', 'user'])
export const verdict = pgEnum('verdict', ['kept', 'removed'])

/** Somebody finds that something should not stand here. Moderators judge all reports of a thing at once. */
export const reports = pgTable(
  'reports',
  {
    id: id(),
    reporterId: person(),
    kind: reportedKind().notNull(),
    /** The review's or the person's id; of a message its thread's id and number, as `thread:seq`. */
    targetId: text().notNull(),
    /** Whose it is. */
    accusedId: person(),
    reason: reportReason().notNull(),
    note: text().notNull().default(''),
    /** What it said when it was reported. */
    excerpt: text().notNull().default(''),
    createdAt: moment().notNull(),
    judgedAt: moment(),
    judgedBy: uuid().references(() => users.id),
    verdict: verdict(),
  },
  (table) => [
    uniqueIndex('reports_once').on(table.reporterId, table.kind, table.targetId).where(sql`judged_at is null`),
    index('reports_open').on(table.kind, table.targetId).where(sql`judged_at is null`),
    index().on(table.accusedId),
    index().on(table.judgedBy),
  ],
)
