import type { PersonLink } from '@kettle/socials'
import { personPath } from '../../lib/route.ts'

/** The way to somebody's page. */
export const personLink: PersonLink = ({ id }, name, className) => (
  <a href={personPath(id)} className={className}>
    {name}
  </a>
)
