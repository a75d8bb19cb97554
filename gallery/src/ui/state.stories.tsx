import {
  Button,
  EmptyState,
  ErrorState,
  GameCard,
  GameCardSkeleton,
  Notice,
  PersonRow,
  PersonRowSkeleton,
  Price,
  ProgressBar,
  Section,
  Shelf,
  Skeleton,
  Spinner,
  Tag,
} from '@kettle/ui'
import { buildCard, cards, money } from '../fixtures/games.ts'
import { buildPerson } from '../fixtures/people.ts'
import { text } from '../host/text.ts'
import { Sheet } from './sheet.tsx'

export default {}

export const Empty = {
  render: () => (
    <main>
      <EmptyState
        headingLevel={1}
        title={text('Your library is empty', 'Библиотека пуста')}
        action={<Button>{text('To the store', 'В магазин')}</Button>}
      >
        {text('What you buy will stand here.', 'Здесь будет то, что вы купите.')}
      </EmptyState>
    </main>
  ),
}

export const Failed = {
  render: () => (
    <main>
      <ErrorState
        headingLevel={1}
        title={text('The library didn’t load', 'Библиотека не загрузилась')}
        retry={{ label: text('Try again', 'Повторить'), onRetry: () => {} }}
      >
        {text('No connection to the store.', 'Нет связи с магазином.')}
      </ErrorState>
    </main>
  ),
}

export const Loading = {
  parameters: { busy: true },
  render: () => (
    <Sheet>
      <Spinner label={text('Loading', 'Загрузка')} />
      <div aria-busy="true" className="grid w-full gap-4">
        <Skeleton className="h-12" />
        <PersonRowSkeleton />
        <div className="w-40">
          <GameCardSkeleton />
        </div>
      </div>
    </Sheet>
  ),
}

export const Notices = {
  render: () => (
    <Sheet>
      {(['plain', 'good', 'bad'] as const).map((tone) => (
        <Notice key={tone} tone={tone}>
          {text(
            'Something that everybody who comes here should know before going on.',
            'Нечто такое, что каждому пришедшему сюда следует знать, прежде чем идти дальше.',
          )}
        </Notice>
      ))}
      <Section title={text('Danger', 'Опасно')} tone="danger" lead={text('No way back.', 'Обратной дороги нет.')}>
        <Button look="danger">{text('Delete', 'Удалить')}</Button>
      </Section>
      <div className="flex flex-wrap gap-2">
        <Tag>{text('Cosy', 'Уютная')}</Tag>
        <Tag>{text('Cats', 'Коты')}</Tag>
      </div>
    </Sheet>
  ),
}

export const Prices = {
  render: () => (
    <Sheet>
      <Price price={money(1499)} />
      <Price price={money(0)} />
      <Price price={money(1049)} basePrice={money(1499)} discountPercent={30} />
      <Price price={money(1049)} basePrice={money(1499)} discountPercent={30} size="large" />
      {(['copper', 'patina', 'danger'] as const).map((tone) => (
        <div key={tone} className="w-full">
          <ProgressBar label={text('Progress', 'Ход')} value={0.4} text="40 %" tone={tone} />
        </div>
      ))}
      <div className="w-full">
        <ProgressBar label={text('Waiting', 'Ожидание')} />
      </div>
    </Sheet>
  ),
}

export const Games = {
  render: () => (
    <main className="p-4">
      <h1 className="text-2xl font-bold">{text('Store', 'Магазин')}</h1>
      <Shelf title={text('New', 'Новинки')} action={<a href="#all">{text('See all', 'Смотреть все')}</a>}>
        {cards(8).map(({ id, title, cover, price, basePrice, discountPercent }) => (
          <GameCard
            key={id}
            title={title}
            cover={cover}
            link={(name, className) => (
              <a href="#game" className={className}>
                {name}
              </a>
            )}
            reason={text('Because you like cats and long names', 'Потому что вы любите котов и длинные названия')}
            footer={<Price price={price} basePrice={basePrice} discountPercent={discountPercent} />}
          />
        ))}
      </Shelf>
    </main>
  ),
}

export const People = {
  render: () => (
    <Sheet>
      <div className="w-full">
        {(['online', 'away', 'playing', 'offline'] as const).map((presence, number) => (
          <PersonRow
            key={presence}
            avatar={number === 1 ? null : `/avatars/${number}.svg`}
            presence={presence}
            name={buildPerson(number).name}
            line={buildCard(4).title}
            actions={
              <Button size="small" look="secondary">
                {text('Write a message', 'Написать сообщение')}
              </Button>
            }
          />
        ))}
      </div>
    </Sheet>
  ),
}
