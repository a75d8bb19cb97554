import { RequestLists } from '@kettle/socials'
import type { PeopleView } from '../../../shared/people.ts'
import { personLink } from './person-link.tsx'
import { RelationButtons } from './relation-buttons.tsx'

/** Requests that wait, theirs and the player's own. */
export function Requests({ people }: { people: PeopleView }) {
  return (
    <div className="p-4">
      <RequestLists
        incoming={people.incoming}
        outgoing={people.outgoing}
        link={personLink}
        actions={(person, relation) => <RelationButtons person={person} relation={relation} />}
      />
    </div>
  )
}
