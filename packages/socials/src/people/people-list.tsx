import type { Presence } from '@kettle/api/client'
import { PersonRow, PersonRowSkeleton } from '@kettle/ui'
import type { ReactNode } from 'react'
import { usePersonWords } from '../person-words.ts'

/** Somebody, with the picture where the app has it. */
export interface ShownPerson {
  id: string
  /** Empty when the account was deleted. */
  name: string
  picture: string | null
}

/** The app's own link to somebody's page. */
export type PersonLink = (person: ShownPerson, name: ReactNode, className: string) => ReactNode

type Row = {
  person: ShownPerson
  presence?: Pick<Presence, 'state' | 'lastSeenAt'> & { game: { title: string } | null }
  line?: ReactNode
  actions?: ReactNode
}

/** People one under the other; each name a way to their page, where they have one. */
export function PeopleList({ label, rows, link }: { label: string; rows: Row[]; link?: PersonLink }) {
  const { nameOf, presenceLine } = usePersonWords()
  return (
    <ul aria-label={label} className="grid divide-y divide-line">
      {rows.map(({ person, presence, line, actions }) => {
        const name = <bdi>{nameOf(person)}</bdi>
        return (
          <li key={person.id}>
            <PersonRow
              avatar={person.picture}
              presence={presence?.state}
              name={link ? link(person, name, 'hover:text-copper hover:underline') : name}
              line={line ?? (presence && presenceLine(presence))}
              actions={actions}
            />
          </li>
        )
      })}
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
