import { usePersonWords } from '@kettle/socials'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../../lib/errors.ts'
import { useToast } from '../../../lib/toasts.tsx'
import { trpc } from '../../../lib/trpc.ts'

type Somebody = { id: string; name: string }

/** All that one can do about somebody; each says what came of it, and the pages follow. */
export function usePeopleActions() {
  const { t } = useTranslation('people')
  const { nameOf } = usePersonWords()
  const say = useToast()
  const explain = useExplain()
  const utils = trpc.useUtils()
  const refresh = () =>
    Promise.all([
      utils.socials.friends.invalidate(),
      utils.socials.person.invalidate(),
      utils.socials.personByCode.invalidate(),
      utils.socials.findUsers.invalidate(),
      utils.socials.messages.invalidate(),
      utils.socials.threads.invalidate(),
      utils.socials.blocked.invalidate(),
    ])
  // Also when it failed: somebody else may have been quicker, and the page is out of date.
  const following = { onSettled: () => void refresh() }
  const saying = { onError: (error: unknown) => say('bad', explain(error)) }
  const options = { ...following, ...saying }
  const request = trpc.socials.requestFriend.useMutation({
    ...options,
    onSuccess: ({ user, relation }) =>
      say('good', t(relation === 'friends' ? 'requests.accepted' : 'requests.sent', { name: nameOf(user) })),
  })
  const respond = trpc.socials.respondToRequest.useMutation(options)
  const remove = trpc.socials.removeFriend.useMutation(following)
  const block = trpc.socials.block.useMutation(following)
  const unblock = trpc.socials.unblock.useMutation(options)
  const done = (word: 'remove.done' | 'block.done', user: Somebody): null => {
    say('good', t(word, { name: nameOf(user) }))
    return null
  }
  return {
    busy: request.isPending || respond.isPending || remove.isPending || block.isPending || unblock.isPending,
    ask: (user: Somebody) => request.mutate({ userId: user.id }),
    accept: (user: Somebody) =>
      respond.mutate(
        { userId: user.id, accept: true },
        { onSuccess: () => say('good', t('requests.accepted', { name: nameOf(user) })) },
      ),
    decline: (user: Somebody) => respond.mutate({ userId: user.id, accept: false }),
    withdraw: (user: Somebody) => remove.mutate({ userId: user.id }, saying),
    /** These two are asked for in a dialog, which says what went wrong: a toast would lie behind it. */
    remove: (user: Somebody) => remove.mutateAsync({ userId: user.id }).then(() => done('remove.done', user), explain),
    block: (user: Somebody) => block.mutateAsync({ userId: user.id }).then(() => done('block.done', user), explain),
    unblock: (user: Somebody) =>
      unblock.mutate({ userId: user.id }, { onSuccess: () => say('good', t('block.undone', { name: nameOf(user) })) }),
  }
}
