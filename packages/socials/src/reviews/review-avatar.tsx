import { useState } from 'react'

/** Somebody's picture, else the first letter of the name; the whole name always stands beside it. */
export function ReviewAvatar({ name, picture }: { name: string; picture: string }) {
  const [missing, setMissing] = useState(false)
  const round = 'size-11 shrink-0 rounded-full bg-sunk'
  if (missing) {
    return (
      <span
        aria-hidden="true"
        className={`${round} grid place-items-center font-display text-xl font-bold text-ink-soft`}
      >
        {[...name][0]?.toUpperCase()}
      </span>
    )
  }
  return (
    <img
      src={picture}
      alt=""
      width="44"
      height="44"
      loading="lazy"
      onError={() => setMissing(true)}
      className={round}
    />
  )
}
