import type { GamePage } from '@kettle/api/client'
import { buildGamePage, money, onSale } from '../fixtures/games.ts'
import { buildOrder, pendingOrder } from '../fixtures/payments.ts'
import { buildOwnReview, buildReview } from '../fixtures/socials.ts'
import { failing, waiting } from '../host/answers.ts'
import { screenStory } from '../host/screen.tsx'
import { press, see, seeDialog, write } from '../host/steps.ts'
import { text } from '../host/text.ts'

export default {}

const path = '/game/game-0'
const reviews = `${path}#reviews`

export const Loading = screenStory({ path, answers: () => ({ search: { game: waiting } }), busy: true })

export const Failed = screenStory({ path, answers: () => ({ search: { game: failing() } }) })

export const Missing = screenStory({ path, answers: () => ({ search: { game: failing('NOT_FOUND') } }) })

export const ForGuest = screenStory({ path })

export const ForPlayer = screenStory({ path, as: 'player' })

export const Owned = screenStory({
  path,
  as: 'player',
  answers: () => ({ search: { game: buildGamePage({ owned: true }) } }),
})

export const OwnedWithoutBuild = screenStory({
  path,
  as: 'player',
  answers: () => ({ search: { game: buildGamePage({ owned: true, builds: [] }) } }),
})

/** Played too long to be given back. */
export const OwnedForGood = screenStory({
  path,
  as: 'player',
  answers: () => ({
    search: { game: buildGamePage({ owned: true }) },
    payments: {
      refundTerms: {
        eligible: false,
        reason: 'REFUND_PLAYED_TOO_LONG',
        until: null,
        playtimeSeconds: 9000,
        playtimeLimitSeconds: 7200,
        money: null,
      },
    },
  }),
})

export const Free = screenStory({
  path,
  answers: () => ({ search: { game: buildGamePage({ price: money(0), basePrice: money(0) }) } }),
})

export const Discounted = screenStory({ path, answers: () => ({ search: { game: buildGamePage(onSale()) } }) })

const notForSale = (overrides: Partial<GamePage>) => () => ({
  search: { game: buildGamePage({ forSale: false, ...overrides }) },
})

export const Withdrawn = screenStory({ path, answers: notForSale({ saleStatus: 'withdrawn' }) })

export const ComingSoon = screenStory({
  path,
  answers: notForSale({ saleStatus: 'comingSoon', releaseDate: '2199-12-31', builds: [] }),
})

export const NoBuild = screenStory({ path, answers: notForSale({ saleStatus: 'noBuild', builds: [] }) })

const markdown = () =>
  text(
    '## Nine lives\n\nYou are the *youngest* cat of the harbour, and **somebody stole the fish**.\n\n- Climb masts\n- Talk to gulls\n\n> No cat was wet in the making.\n\n1. Find the fish\n2. Share it, or `don’t`\n\n[More of it](https://example.com) <b>not bold</b> ![no picture](https://example.com/x.png)',
    '## Девять жизней\n\nВы *младший* кот гавани, и **кто-то украл рыбу**.\n\n- Лазайте по мачтам\n- Говорите с чайками\n\n> Ни один кот не намок.\n\n1. Найдите рыбу\n2. Поделитесь ею или `нет`\n\n[Подробнее](https://example.com) <b>не жирно</b> ![нет картинки](https://example.com/x.png)',
  )

export const Markdown = screenStory({
  path,
  answers: () => ({ search: { game: buildGamePage({ description: markdown() }) } }),
  play: () => see(['Climb masts', 'Лазайте по мачтам']),
})

/** As little as a game can have: no pictures, no requirements, no reviews. */
export const Bare = screenStory({
  path,
  answers: () => ({
    search: {
      game: buildGamePage({
        cover: null,
        header: null,
        screenshots: [],
        labels: [],
        languages: { interface: [], audio: [], subtitles: [] },
        requirements: null,
        ageMark: null,
        releaseDate: null,
        rating: null,
        reviewCount: 0,
        builds: [],
      }),
    },
    socials: {
      reviews: { items: [], nextCursor: null },
      reviewSummary: { total: 0, positive: 0, recent: { total: 0, positive: 0 }, languages: [] },
    },
  }),
})

export const Pictures = screenStory({
  path,
  play: async () => {
    await press([/^Picture 1/, /изображение 1/])
    await seeDialog([/Harbour Cats|Pictures/, /Портовые коты|Изображения/])
  },
})

export const Buy = screenStory({
  path,
  as: 'player',
  play: async () => {
    await press(['Buy', 'Купить'])
    await see(['How do you want to pay?', 'Как заплатить?'])
  },
})

export const BuyWithTooLittle = screenStory({
  path,
  as: 'player',
  answers: () => ({ payments: { wallet: { balance: money(300), debt: null } } }),
  play: async () => {
    await press(['Buy', 'Купить'])
    await see(['Top up the wallet', 'Пополнить кошелёк'])
  },
})

/** Less than the provider takes by card. */
export const BuyBelowCardMinimum = screenStory({
  path,
  as: 'player',
  answers: () => ({
    search: { game: buildGamePage({ price: money(49), basePrice: money(49) }) },
    payments: { wallet: { balance: money(30), debt: null } },
  }),
  play: async () => {
    await press(['Buy', 'Купить'])
    await see([/^From .* up/, /^От /])
  },
})

export const BuyFromBlockedWallet = screenStory({
  path,
  as: 'player',
  answers: () => ({ payments: { wallet: { balance: money(0), debt: money(1499) } } }),
  play: async () => {
    await press(['Buy', 'Купить'])
    await see([/must be paid into the wallet/, /внести в кошелёк/])
  },
})

/** Ordered by card and left before paying. */
export const OrderWaiting = screenStory({
  path,
  as: 'player',
  answers: () => ({ payments: { waiting: { items: [buildOrder(pendingOrder())] } } }),
})

export const BuyAtAnotherPrice = screenStory({
  path,
  as: 'player',
  answers: () => ({ payments: { buy: failing('PRICE_CHANGED') } }),
  play: async () => {
    await press(['Buy', 'Купить'])
    await press([/^Pay/, /^Заплатить/])
    await see([/price/i, /цена/i])
  },
})

export const Bought = screenStory({
  path,
  as: 'player',
  answers: () => ({ payments: { buy: { status: 'paid', orderId: '', amount: money(1499) } as never } }),
  play: async () => {
    await press(['Buy', 'Купить'])
    await press([/^Pay/, /^Заплатить/])
    await see(['It is yours', 'Игра ваша'])
  },
})

export const Refund = screenStory({
  path,
  as: 'player',
  answers: () => ({ search: { game: buildGamePage({ owned: true }) } }),
  play: async () => {
    await press(['Return the game', 'Вернуть игру'])
    await seeDialog([/^Return/, /^Вернуть/])
  },
})

export const Changelog = screenStory({
  path,
  as: 'player',
  answers: () => ({ search: { game: buildGamePage({ owned: true }) } }),
  play: () => see(['What’s new', 'Что нового']),
})

const owner = (review = buildOwnReview()) => ({
  search: { game: buildGamePage({ owned: true }) },
  socials: { review: { review, mayWrite: true, mayReply: false } },
})

export const Reviews = screenStory({ path: reviews, as: 'player', play: () => see(['Reviews', 'Отзывы']) })

export const ReviewsFailed = screenStory({
  path: reviews,
  answers: () => ({ socials: { reviews: failing(), reviewSummary: failing() } }),
  play: () => see(['The reviews didn’t load', 'Отзывы не загрузились']),
})

export const ReviewsForFiltersEmpty = screenStory({
  path: `${path}?thumb=down#reviews`,
  answers: () => ({ socials: { reviews: { items: [], nextCursor: null } } }),
})

export const WriteReview = screenStory({
  path: reviews,
  as: 'player',
  answers: () => ({
    search: { game: buildGamePage({ owned: true }) },
    socials: { review: { review: null, mayWrite: true, mayReply: false } },
  }),
  play: async () => {
    await press([/^Yes/, /^Да/])
    await write([/^Why/, /^Почему/], 'Fog!')
  },
})

export const OwnReview = screenStory({ path: reviews, as: 'player', answers: () => owner() })

export const OwnReviewRemoved = screenStory({
  path: reviews,
  as: 'player',
  answers: () => owner(buildOwnReview({ state: 'removed' })),
})

export const OwnReviewJudged = screenStory({
  path: reviews,
  as: 'player',
  answers: () => owner(buildOwnReview({ state: 'judged' })),
})

export const ReviewHistory = screenStory({
  path: reviews,
  as: 'player',
  play: () => press([/^(Edited|How)/, /^(Изменён|Как менялся)/]),
})

export const ReportReview = screenStory({
  path: reviews,
  as: 'player',
  play: async () => {
    await press([/^Report/, /^Пожаловаться/])
    await seeDialog(['Report', 'Пожаловаться'])
  },
})

/** The developer answers. */
export const Reply = screenStory({
  path: reviews,
  as: 'publisher',
  answers: () => ({
    socials: {
      review: { review: null, mayWrite: false, mayReply: true },
      reviews: { items: [buildReview(1)], nextCursor: null },
    },
  }),
  play: async () => {
    await press(['Reply', 'Ответить'])
    await see(['Your reply', 'Ваш ответ'])
  },
})
