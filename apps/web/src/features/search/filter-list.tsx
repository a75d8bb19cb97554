import { CheckIcon, classNames, formatMoney } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Facets, type Filters, platforms, tagList, toggleTag } from './filters.ts'

const tagsAtFirst = 10

type FilterListProps = { filters: Filters; facets: Facets; total: number; currency: string }

/** What the games found can be narrowed by, each with how many it leaves. Every choice is a link: the address is the state. */
export function FilterList({ filters, facets, total, currency }: FilterListProps) {
  const { t, i18n } = useTranslation(['results', 'search'])
  const [allTags, setAllTags] = useState(false)
  const chosen = tagList(filters.tags)
  // What is chosen stays in sight, also where nothing is left of it.
  const known = new Map(facets.tags.map((tag) => [tag.value, tag]))
  const tags = [
    ...chosen.map((value) => known.get(value) ?? { value, name: value.replaceAll('-', ' '), count: 0 }),
    ...facets.tags.filter(({ value }) => !chosen.includes(value)),
  ]
  const shownTags = allTags ? tags : tags.slice(0, Math.max(tagsAtFirst, chosen.length))
  const countOf = (platform: string) => facets.platforms.find(({ value }) => value === platform)?.count ?? 0
  const priceLimit = filters.price === undefined ? undefined : Number(filters.price)
  return (
    <div className="grid gap-6">
      {(facets.onSale > 0 || filters.sale) && (
        <Group title={t('filters.offers')}>
          <Choice
            to={{ ...filters, sale: filters.sale ? undefined : '1' }}
            on={Boolean(filters.sale)}
            count={facets.onSale}
          >
            {t('filters.sale')}
          </Choice>
        </Group>
      )}
      <Group title={t('filters.price')}>
        {facets.prices.map(({ maxPrice, count }) => {
          const on = priceLimit === maxPrice
          // How many a higher limit would let in again is not known here.
          const counted = priceLimit === undefined || maxPrice <= priceLimit
          if (!on && counted && count === 0) return null
          return (
            <Choice
              key={maxPrice}
              to={{ ...filters, price: on ? undefined : String(maxPrice) }}
              on={on}
              count={counted ? count : undefined}
            >
              {maxPrice === 0
                ? t('filters.free')
                : t('filters.upTo', { price: formatMoney({ amount: maxPrice, currency }, i18n.language) })}
            </Choice>
          )
        })}
      </Group>
      <Group title={t('filters.platform')}>
        {platforms.map((platform) => {
          const on = filters.platform === platform
          // A game for any system is one for this one too.
          const count = Math.min(total, countOf(platform) + countOf('any'))
          const counted = on || !filters.platform
          if (counted && !on && count === 0) return null
          return (
            <Choice
              key={platform}
              to={{ ...filters, platform: on ? undefined : platform }}
              on={on}
              count={counted ? count : undefined}
            >
              {t(`search:platform.${platform}`)}
            </Choice>
          )
        })}
      </Group>
      {tags.length > 0 && (
        <Group title={t('filters.tags')}>
          {shownTags.map(({ value, name, count }) => (
            <Choice key={value} to={toggleTag(filters, value)} on={chosen.includes(value)} count={count}>
              {name}
            </Choice>
          ))}
          {shownTags.length < tags.length && (
            <li>
              <button
                type="button"
                onClick={() => setAllTags(true)}
                className="min-h-9 px-2 text-sm font-semibold text-copper hover:underline"
              >
                {t('filters.moreTags')}
              </button>
            </li>
          )}
        </Group>
      )}
    </div>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="grid gap-1.5">
      <h3 id={id} className="font-sans text-base font-bold tracking-normal">
        {title}
      </h3>
      <ul className="-mx-2 grid">{children}</ul>
    </section>
  )
}

function Choice({ to, on, count, children }: { to: Filters; on: boolean; count?: number; children: ReactNode }) {
  const { t, i18n } = useTranslation('results')
  return (
    <li>
      <Link
        to="/search"
        search={to}
        resetScroll={false}
        preload={false}
        aria-current={on ? 'true' : undefined}
        className={classNames(
          'flex min-h-9 items-center gap-2.5 rounded-lg px-2 transition hover:bg-copper-wash hover:text-copper',
          on && 'font-semibold text-copper',
        )}
      >
        <span
          aria-hidden="true"
          className={classNames(
            'grid size-4.5 shrink-0 place-items-center rounded border',
            on ? 'border-copper-fill bg-copper-fill text-on-copper' : 'border-edge',
          )}
        >
          {on && <CheckIcon className="size-3.5" />}
        </span>
        <span className="min-w-0 flex-1 wrap-break-word">{children}</span>
        {on && <span className="sr-only">{t('filters.takeOff')}</span>}
        {count !== undefined && (
          <span className="text-sm tabular-nums text-ink-soft">
            {count.toLocaleString(i18n.language)}
            <span className="sr-only"> {t('filters.games')}</span>
          </span>
        )}
      </Link>
    </li>
  )
}
