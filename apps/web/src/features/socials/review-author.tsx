import type { PersonName } from '@kettle/api/client'

/** Somebody's picture; the name always stands beside it. */
export function ReviewAvatar({ person }: { person: PersonName }) {
  return (
    <img
      src={person.avatar}
      alt=""
      width="44"
      height="44"
      loading="lazy"
      className="size-11 shrink-0 rounded-full bg-sunk"
    />
  )
}
