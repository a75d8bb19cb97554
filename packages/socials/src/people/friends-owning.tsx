import { AvatarStack } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import { usePersonWords } from '../person-words.ts'
import type { ShownPerson } from './people-list.tsx'

/** So many are named, and so many shown. */
const NAMED = 2
const SHOWN = 3

/** How many friends have a game, and who some of them are; nothing where none has it. */
export function FriendsOwning({ count, friends }: { count: number; friends: ShownPerson[] }) {
  const { t, i18n } = useTranslation('people')
  const { nameOf } = usePersonWords()
  if (count === 0) return null
  const named = friends.slice(0, NAMED).map(nameOf)
  const rest = count - named.length
  const names =
    rest > 0
      ? t('game.andMore', { names: named.join(', '), count: rest })
      : new Intl.ListFormat(i18n.language).format(named)
  const pictures = friends.slice(0, SHOWN).flatMap(({ picture }) => picture ?? [])
  return (
    <div className="flex min-w-0 items-center gap-3 rounded-lg bg-sunk px-3 py-2.5">
      <AvatarStack sources={pictures} />
      <p className="min-w-0 text-sm">
        <span className="font-semibold">{t('game.friends', { count })}</span>
        <bdi className="block truncate text-ink-soft">{names}</bdi>
      </p>
    </div>
  )
}
