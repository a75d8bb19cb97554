import type { PersonName, Presence } from '@kettle/api/client'
import { usePersonWords } from '@kettle/socials'
import { PersonRow, PersonRowSkeleton } from '@kettle/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

type Row = { user: PersonName; presence?: Presence; line?: ReactNode; actions?: ReactNode }

/** People one under the other, each name a way to their profile. */
export function PeopleList({ label, rows, linked = true }: { label: string; rows: Row[]; linked?: boolean }) {
  const { nameOf, presenceLine } = usePersonWords()
  return (
    <ul aria-label={label} className="grid divide-y divide-line">
      {rows.map(({ user, presence, line, actions }) => (
        <li key={user.id}>
          <PersonRow
            avatar={user.name ? user.avatar : null}
            presence={presence?.state}
            name={
              linked ? (
                <Link to="/people/$userId" params={{ userId: user.id }} className="hover:text-copper hover:underline">
                  <bdi>{nameOf(user)}</bdi>
                </Link>
              ) : (
                <bdi>{nameOf(user)}</bdi>
              )
            }
            line={line ?? (presence && presenceLine(presence))}
            actions={actions}
          />
        </li>
      ))}
    </ul>
  )
}

/** The place that a list will take. */
export function PeopleListSkeleton() {
  return (
    <div aria-busy="true" className="grid divide-y divide-line">
      {[1, 2, 3, 4, 5].map((row) => (
        <PersonRowSkeleton key={row} />
      ))}
    </div>
  )
}
