import { money } from '../fixtures/games.ts'
import { buildBuild, buildOwnGame, buildSales } from '../fixtures/publishing.ts'
import { failing, waiting } from '../host/answers.ts'
import { screenStory } from '../host/screen.tsx'
import { drag, press, see, seeDialog, write } from '../host/steps.ts'

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

const changedBySomebody = (...fields: string[]) =>
  failing('GAME_CHANGED', Object.fromEntries(fields.map((name) => [name, 'CHANGED_MEANWHILE'])))

export const TextsOfTwo = screenStory({
  path: game,
  as,
  answers: () => ({ storage: { saveGame: changedBySomebody('title', 'tags') } }),
  play: async () => {
    await write(['Tags', 'Метки'], 'noisy, cats')
    await press(['Save', 'Сохранить'])
    await see([/^Somebody else changed/, /^Пока вы редактировали/])
  },
})

export const TextsWrong = screenStory({
  path: game,
  as,
  play: async () => {
    await write(['Address', 'Адрес'], 'Harbour Cats!')
    await write(['Genres', 'Жанры'], '!, adventure, \u200b')
    await write(['Voices', 'Озвучка'], 'English')
    await press(['Save', 'Сохранить'])
    await see([/language tags/, /коды языков, например/])
  },
})

export const DeleteGame = screenStory({
  path: game,
  as,
  answers: () => ({ storage: { deleteGame: failing('GAME_OWNED') } }),
  play: async () => {
    await press(['Delete the game…', 'Удалить игру…'])
    const dialog = await seeDialog([/^Delete “/, /^Удалить «/])
    await press(['Delete it for ever', 'Удалить навсегда'], 'button', 0, dialog)
    await see([/^Somebody owns this game/, /^Этой игрой уже/])
  },
})

export const PriceOfTwo = screenStory({
  path: `${game}/price`,
  as,
  answers: () => ({ storage: { saveGame: changedBySomebody('basePrice') } }),
  play: async () => {
    await write([/^Price, /, /^Цена, /], '9')
    await press(['Save the price', 'Сохранить цену'])
    await see([/^Somebody else changed/, /^Пока вы редактировали/])
  },
})

export const FreeWithDiscounts = screenStory({
  path: `${game}/price`,
  as,
  answers: () => ({ storage: { saveGame: failing('INVALID_INPUT', { basePrice: 'FREE_WITH_DISCOUNTS' }) } }),
  play: async () => {
    await write([/^Price, /, /^Цена, /], '0')
    await press(['Save the price', 'Сохранить цену'])
    await see([/^Discounts run or/, /^Идут или запланированы/])
  },
})

export const NotForSale = screenStory({
  path: `${game}/builds`,
  as,
  answers: () => ({
    storage: {
      game: buildOwnGame({
        published: false,
        releaseDate: '2199-12-31',
        missingForSale: ['published', 'released', 'startingBuild'],
      }),
      builds: [],
    },
  }),
})

export const PictureMoved = screenStory({
  path: `${game}/pictures`,
  as,
  answers: () => ({
    storage: { game: buildOwnGame(), saveGame: { id: buildOwnGame().id, slug: 'game-0', revision: 5 } },
  }),
  play: async () => {
    await press(['Move later: Screenshot 1', 'Переставить позже: Снимок 1'])
    await see(['It is number 2 now', 'Теперь на месте 2'])
  },
})

export const PictureDragged = screenStory({
  path: `${game}/pictures`,
  as,
  answers: () => ({
    storage: { game: buildOwnGame(), saveGame: { id: buildOwnGame().id, slug: 'game-0', revision: 5 } },
  }),
  play: async () => {
    await drag(['Screenshot 1', 'Снимок 1'], ['Screenshot 2', 'Снимок 2'])
    await see(['It is number 2 now', 'Теперь на месте 2'])
  },
})

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
