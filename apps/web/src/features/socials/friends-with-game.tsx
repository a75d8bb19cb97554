import { FriendsOwning } from '@kettle/socials'
import { trpc } from '../../lib/trpc.ts'

/** Which friends have this game, as far as they show it; nothing where none does. */
export default function FriendsWithGame({ gameId }: { gameId: string }) {
  const { data } = trpc.socials.friendsWithGame.useQuery({ gameId }, { staleTime: 5 * 60_000 })
  if (!data) return null
  const friends = data.friends.map(({ id, name, avatar }) => ({ id, name, picture: avatar }))
  return <FriendsOwning count={data.count} friends={friends} />
}
