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
  const options = { onSettled: () => void refresh(), onError: (error: unknown) => say('bad', explain(error)) }
  const request = trpc.socials.requestFriend.useMutation({
    ...options,
    onSuccess: ({ user, relation }) =>
      say('good', t(relation === 'friends' ? 'requests.accepted' : 'requests.sent', { name: nameOf(user) })),
  })
  const respond = trpc.socials.respondToRequest.useMutation(options)
  const remove = trpc.socials.removeFriend.useMutation(options)
  const block = trpc.socials.block.useMutation(options)
  const unblock = trpc.socials.unblock.useMutation(options)
  return {
    busy: request.isPending || respond.isPending || remove.isPending || block.isPending || unblock.isPending,
    ask: (user: Somebody) => request.mutate({ userId: user.id }),
    accept: (user: Somebody) =>
      respond.mutate(
        { userId: user.id, accept: true },
        { onSuccess: () => say('good', t('requests.accepted', { name: nameOf(user) })) },
      ),
    decline: (user: Somebody) => respond.mutate({ userId: user.id, accept: false }),
    withdraw: (user: Somebody) => remove.mutate({ userId: user.id }),
    remove: (user: Somebody, onDone: () => void) =>
      remove.mutate(
        { userId: user.id },
        { onSuccess: () => say('good', t('remove.done', { name: nameOf(user) })), onSettled: onDone },
      ),
    block: (user: Somebody, onDone: () => void) =>
      block.mutate(
        { userId: user.id },
        { onSuccess: () => say('good', t('block.done', { name: nameOf(user) })), onSettled: onDone },
      ),
    unblock: (user: Somebody) =>
      unblock.mutate({ userId: user.id }, { onSuccess: () => say('good', t('block.undone', { name: nameOf(user) })) }),
  }
}
