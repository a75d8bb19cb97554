import { classNames } from './class-names.ts'
import { PresenceDot, type PresenceState } from './presence-dot.tsx'

type AvatarProps = {
  /** Path of the picture; without one, or without an account any more, a plain disc stands there. */
  src: string | null
  size?: 'small' | 'medium' | 'large' | 'huge'
  presence?: PresenceState
  className?: string
}

const sizes = { small: 'size-6', medium: 'size-10', large: 'size-12', huge: 'size-24' }
const pixels = { small: 24, medium: 40, large: 48, huge: 96 }

/** Somebody's picture, beside which their name stands: it decorates, and screen readers pass it by. */
export function Avatar({ src, size = 'medium', presence, className }: AvatarProps) {
  return (
    <span aria-hidden="true" className={classNames('relative inline-block shrink-0', sizes[size], className)}>
      {src ? (
        <img
          src={src}
          alt=""
          width={pixels[size]}
          height={pixels[size]}
          loading="lazy"
          decoding="async"
          className="size-full rounded-full bg-sunk object-cover"
        />
      ) : (
        <span className="block size-full rounded-full bg-sunk" />
      )}
      {presence && (
        <span className="absolute -right-0.5 -bottom-0.5 grid place-items-center rounded-full bg-surface p-0.5">
          <PresenceDot state={presence} />
        </span>
      )}
    </span>
  )
}

/** A few pictures, each partly over the one before; who they are is said in words beside them. */
export function AvatarStack({ sources }: { sources: string[] }) {
  return (
    <span aria-hidden="true" className="flex shrink-0 -space-x-1.5">
      {sources.map((src) => (
        <Avatar key={src} src={src} size="small" className="rounded-full ring-2 ring-surface" />
      ))}
    </span>
  )
}
