import { FriendsOwning, usePersonWords } from '@kettle/socials'
import { AvatarStack } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { FriendView } from '../../../shared/people.ts'
import { personView } from '../../../shared/people.ts'
import { friendsPath } from '../../lib/route.ts'
import { useStore } from '../../lib/store.ts'

/** Which friends play a game now, and how many have it. Nothing where there are none, and while the store can't be asked. */
export function FriendsHere({ gameId, friends }: { gameId: string; friends: FriendView[] }) {
  const { t } = useTranslation()
  const { nameOf } = usePersonWords()
  const owners = useStore('socials.friendsWithGame', { gameId }).data
  const playing = friends.filter(({ presence }) => presence.game?.id === gameId)
  if (playing.length === 0 && !owners?.count) return null
  return (
    <div className="grid gap-3 border-t border-line pt-5">
      {playing.length > 0 && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <AvatarStack sources={playing.slice(0, 5).flatMap(({ picture }) => picture ?? [])} />
          <p>
            <span className="text-ink-soft">{t('people.game.playing')}: </span>
            {playing.map((friend, place) => (
              <span key={friend.id}>
                {place > 0 && ', '}
                <a href={friendsPath('friends', friend.id)} className="font-semibold hover:text-copper hover:underline">
                  <bdi>{nameOf(friend)}</bdi>
                </a>
              </span>
            ))}
          </p>
        </div>
      )}
      {owners && <FriendsOwning count={owners.count} friends={owners.friends.map(personView)} />}
    </div>
  )
}
