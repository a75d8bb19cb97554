import { usePersonWords } from '@kettle/socials'
import { AvatarStack } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { trpc } from '../../lib/trpc.ts'

/** So many are named. */
const NAMED = 2

/** Which friends have this game, as far as they show it; nothing where none does. */
export default function FriendsWithGame({ gameId }: { gameId: string }) {
  const { t, i18n } = useTranslation('people')
  const { nameOf } = usePersonWords()
  const { data } = trpc.socials.friendsWithGame.useQuery({ gameId }, { staleTime: 5 * 60_000 })
  if (!data || data.count === 0) return null
  const named = data.friends.slice(0, NAMED).map(nameOf)
  const rest = data.count - named.length
  const names =
    rest > 0
      ? t('game.andMore', { names: named.join(', '), count: rest })
      : new Intl.ListFormat(i18n.language).format(named)
  return (
    <div className="flex min-w-0 items-center gap-3 rounded-lg bg-sunk px-3 py-2.5">
      <AvatarStack sources={data.friends.slice(0, 3).map(({ avatar }) => avatar)} />
      <p className="min-w-0 text-sm">
        <span className="font-semibold">{t('game.friends', { count: data.count })}</span>
        <bdi className="block truncate text-ink-soft">{names}</bdi>
      </p>
    </div>
  )
}
