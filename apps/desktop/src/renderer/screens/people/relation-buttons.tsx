import { type RelationStep, RelationSteps } from '@kettle/socials'
import type { PersonView, RelationView } from '../../../shared/people.ts'
import { ask } from '../../lib/launcher.ts'
import { friendsPath } from '../../lib/route.ts'
import { useAttempt } from '../../lib/use-attempt.ts'

/** The next step with somebody, by what they are to the player; what went wrong stands below. */
export function RelationButtons({
  person,
  relation,
  size = 'small',
}: {
  person: PersonView
  relation: RelationView
  size?: 'small' | 'medium'
}) {
  const { attempt, busy, problem } = useAttempt()
  const userId = person.id
  const step = (what: RelationStep): Promise<boolean> => {
    if (what === 'ask') return attempt(() => ask('requestFriend', { userId }))
    if (what === 'withdraw') return attempt(() => ask('removeFriend', { userId }))
    return attempt(() => ask('respondToRequest', { userId, accept: what === 'accept' }))
  }
  return (
    <div className="grid justify-items-end gap-1">
      <div className="flex flex-wrap gap-2">
        <RelationSteps
          {...{ person, relation, size, busy }}
          onStep={(what) => void step(what)}
          messageLink={(attributes) => <a href={friendsPath('friends', userId)} {...attributes} />}
        />
      </div>
      {problem && (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      )}
    </div>
  )
}
