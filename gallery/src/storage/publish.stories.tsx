import { money } from '../fixtures/games.ts'
import { buildBuild, buildOwnGame, buildSales } from '../fixtures/publishing.ts'
import { failing, waiting } from '../host/answers.ts'
import { screenStory } from '../host/screen.tsx'
import { press, see, seeDialog } from '../host/steps.ts'

export default {}

const as = 'publisher'
const game = '/publish/019a0000-0000-7000-8000-000000001000'

export const GamesLoading = screenStory({
  path: '/publish',
  as,
  answers: () => ({ storage: { games: waiting } }),
  busy: true,
})

export const GamesFailed = screenStory({ path: '/publish', as, answers: () => ({ storage: { games: failing() } }) })

export const GamesEmpty = screenStory({ path: '/publish', as, answers: () => ({ storage: { games: [] } }) })

export const Games = screenStory({ path: '/publish', as })

export const NewGame = screenStory({ path: '/publish/new', as })

export const NewGameEmpty = screenStory({
  path: '/publish/new',
  as,
  play: () => press(['Create the game', 'Создать игру']),
})

export const GameLoading = screenStory({ path: game, as, answers: () => ({ storage: { game: waiting } }), busy: true })

export const GameFailed = screenStory({ path: game, as, answers: () => ({ storage: { game: failing() } }) })

export const GameMissing = screenStory({ path: game, as, answers: () => ({ storage: { game: failing('NOT_FOUND') } }) })

export const Texts = screenStory({ path: game, as })

export const Pictures = screenStory({ path: `${game}/pictures`, as })

export const PicturesEmpty = screenStory({
  path: `${game}/pictures`,
  as,
  answers: () => ({ storage: { game: buildOwnGame({ cover: null, header: null, screenshots: [] }) } }),
})

export const Price = screenStory({ path: `${game}/price`, as })

export const PriceWithoutDiscounts = screenStory({
  path: `${game}/price`,
  as,
  answers: () => ({ storage: { game: buildOwnGame({ discounts: [] }) } }),
})

export const DiscountOverlaps = screenStory({
  path: `${game}/price`,
  as,
  answers: () => ({ storage: { addDiscount: failing('DISCOUNT_OVERLAPS') } }),
  play: () => press(['Add the discount', 'Добавить скидку']),
})

export const BuildsLoading = screenStory({
  path: `${game}/builds`,
  as,
  answers: () => ({ storage: { builds: waiting } }),
  busy: true,
})

export const BuildsFailed = screenStory({
  path: `${game}/builds`,
  as,
  answers: () => ({ storage: { builds: failing() } }),
})

export const BuildsEmpty = screenStory({ path: `${game}/builds`, as, answers: () => ({ storage: { builds: [] } }) })

export const Builds = screenStory({ path: `${game}/builds`, as })

export const BuildNotes = screenStory({
  path: `${game}/builds`,
  as,
  answers: () => ({ storage: { builds: [buildBuild(0)] } }),
  play: async () => {
    await press(['Edit what’s new', 'Изменить «Что нового»'])
    await seeDialog([/^What’s new in/, /^Что нового в/])
  },
})

export const BuildsRead = screenStory({
  path: `${game}/builds`,
  as,
  answers: () => ({ storage: { builds: [buildBuild(0)] } }),
  play: async () => {
    await see(['What’s new', 'Что нового'])
    document.querySelector('details')?.setAttribute('open', '')
  },
})

export const SalesLoading = screenStory({
  path: `${game}/sales`,
  as,
  answers: () => ({ storage: { sales: waiting } }),
  busy: true,
})

export const SalesFailed = screenStory({
  path: `${game}/sales`,
  as,
  answers: () => ({ storage: { sales: failing() } }),
})

export const SalesEmpty = screenStory({
  path: `${game}/sales`,
  as,
  answers: () => ({
    storage: {
      sales: buildSales({
        sold: 0,
        refunded: 0,
        revenue: money(0),
        days: buildSales().days.map(({ date }) => ({ date, sold: 0, revenue: 0 })),
      }),
    },
  }),
})

export const Sales = screenStory({ path: `${game}/sales`, as })

export const Reviews = screenStory({
  path: `${game}/reviews`,
  as,
  answers: () => ({ socials: { review: { review: null, mayWrite: false, mayReply: true } } }),
})

export const ReviewsLoading = screenStory({
  path: `${game}/reviews`,
  as,
  answers: () => ({ socials: { reviews: waiting } }),
  busy: true,
})
