import { CheckIcon, classNames, formatMoney } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Facets, type Filters, type Platform, platforms, tagList, toggleTag } from './filters.ts'

const tagsAtFirst = 10

type FilterListProps = { filters: Filters; facets: Facets; total: number; currency: string }

/** What the games found can be narrowed by, each with how many it leaves. Every choice is a link: the address is the state. */
export function FilterList(props: FilterListProps) {
  const { t } = useTranslation('results')
  const [allTags, setAllTags] = useState(false)
  const chosen = tagList(props.filters.tags)
  const { tags, sale, prices, systems } = useChoices(props)
  const shownTags = allTags ? tags : tags.slice(0, Math.max(tagsAtFirst, chosen.length))
  return (
    <div className="grid gap-6">
      <Group title={t('filters.offers')} choices={sale} />
      <Group title={t('filters.price')} choices={prices} />
      <Group title={t('filters.platform')} choices={systems} />
      <Group title={t('filters.tags')} choices={shownTags}>
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
    </div>
  )
}

type Choice = {
  key: string
  name: string
  to: Filters
  on: boolean
  /** How many games it leaves; undefined where that is not known: another limit than the one that is on. */
  count: number | undefined
}

/** Every choice there is. What would leave all the games, or none, is no choice. */
function useChoices({ filters, facets, total, currency }: FilterListProps) {
  const { t, i18n } = useTranslation(['results', 'search'])
  const narrows = ({ on, count }: Choice) => on || count === undefined || (count > 0 && count < total)
  const isChoice = ({ on, count }: Choice) => on || count !== 0
  const whole = (choices: Choice[]) => (choices.some(narrows) ? choices.filter(isChoice) : [])
  const chosen = tagList(filters.tags)
  const tag = ({ value, name, count }: Facets['tags'][number]): Choice => ({
    ...{ key: value, name, count },
    to: toggleTag(filters, value),
    on: chosen.includes(value),
  })
  const limit = filters.price === undefined ? undefined : Number(filters.price)
  const price = ({ maxPrice, count }: Facets['prices'][number]): Choice => {
    const on = maxPrice === limit
    const upTo = t('filters.upTo', { price: formatMoney({ amount: maxPrice, currency }, i18n.language) })
    return {
      key: String(maxPrice),
      name: maxPrice === 0 ? t('filters.free') : upTo,
      to: { ...filters, price: on ? undefined : String(maxPrice) },
      on,
      count: limit === undefined || maxPrice <= limit ? count : undefined,
    }
  }
  const countOf = (platform: string) => facets.platforms.find(({ value }) => value === platform)?.count ?? 0
  const system = (platform: Platform): Choice => {
    const on = filters.platform === platform
    return {
      key: platform,
      name: t(`search:platform.${platform}`),
      to: { ...filters, platform: on ? undefined : platform },
      on,
      // A game for any system is one for this one too.
      count: on || !filters.platform ? Math.min(total, countOf(platform) + countOf('any')) : undefined,
    }
  }
  return {
    sale: [
      {
        key: 'sale',
        name: t('filters.sale'),
        to: { ...filters, sale: filters.sale ? undefined : ('1' as const) },
        on: Boolean(filters.sale),
        count: facets.onSale,
      },
    ].filter(narrows),
    prices: whole(facets.prices.map(price)),
    systems: whole(platforms.map(system)),
    // What is chosen stays first and in sight.
    tags: facets.tags
      .map(tag)
      .filter(narrows)
      .toSorted((a, b) => Number(b.on) - Number(a.on)),
  }
}

function Group({ title, choices, children }: { title: string; choices: Choice[]; children?: ReactNode }) {
  const id = useId()
  if (choices.length === 0) return null
  return (
    <section aria-labelledby={id} className="grid gap-1.5">
      <h3 id={id} className="font-sans text-base font-bold tracking-normal">
        {title}
      </h3>
      <ul className="-mx-2 grid">
        {choices.map((choice) => (
          <ChoiceLink key={choice.key} choice={choice} />
        ))}
        {children}
      </ul>
    </section>
  )
}

function ChoiceLink({ choice: { name, to, on, count } }: { choice: Choice }) {
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
        <span className="min-w-0 flex-1 wrap-break-word">{name}</span>
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
