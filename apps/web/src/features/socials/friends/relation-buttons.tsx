import type { Relation } from '@kettle/api/client'
import { RelationSteps } from '@kettle/socials'
import { Link } from '@tanstack/react-router'
import { usePeopleActions } from './use-people-actions.ts'

type RelationButtonsProps = { person: { id: string; name: string }; relation: Relation; size?: 'small' | 'medium' }

/** The next step with somebody, by what they are to the caller. */
export function RelationButtons({ person, relation, size }: RelationButtonsProps) {
  const actions = usePeopleActions()
  return (
    <RelationSteps
      {...{ person, relation, size }}
      busy={actions.busy}
      onStep={(step) => actions[step](person)}
      messageLink={(attributes) => <Link to="/messages/{-$userId}" params={{ userId: person.id }} {...attributes} />}
    />
  )
}
