import type { PersonName } from '@kettle/api/client'
import type { PersonLink, ShownPerson } from '@kettle/socials'
import { Link } from '@tanstack/react-router'

/** Somebody as lists show them; a deleted account has no picture. */
export function shownPerson({ id, name, avatar }: PersonName): ShownPerson {
  return { id, name, picture: name ? avatar : null }
}

/** The way to somebody's page. */
export const personLink: PersonLink = ({ id }, name, className) => (
  <Link to="/people/$userId" params={{ userId: id }} className={className}>
    {name}
  </Link>
)
