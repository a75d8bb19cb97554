import { Button, Dialog, Notice, Section } from '@kettle/ui'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../lib/errors.ts'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { type OwnGame, titleOf } from './own-game.tsx'

/** The way to get rid of a game that nobody owns. */
export function DeleteGame({ game }: { game: OwnGame }) {
  const { t } = useTranslation('publish')
  const say = useToast()
  const explain = useExplain()
  const navigate = useNavigate()
  const utils = trpc.useUtils()
  const [asking, setAsking] = useState(false)
  const remove = trpc.storage.deleteGame.useMutation({
    onSuccess: async () => {
      await navigate({ to: '/publish' })
      await Promise.all([utils.storage.games.invalidate(), utils.search.invalidate()])
      say('good', t('delete.done', { title: titleOf(game) }))
    },
  })
  return (
    <Section tone="danger" title={t('delete.title')} lead={t('delete.lead')}>
      <Button look="danger" className="justify-self-start" onClick={() => setAsking(true)}>
        {t('delete.open')}
      </Button>
      {asking && (
        <Dialog
          title={t('delete.sure', { title: titleOf(game) })}
          description={t('delete.forEver')}
          onClose={() => setAsking(false)}
        >
          {remove.error && <Notice tone="bad">{explain(remove.error)}</Notice>}
          <div className="flex flex-wrap gap-3">
            <Button look="danger" busy={remove.isPending} onClick={() => remove.mutate({ gameId: game.id })}>
              {t('delete.yes')}
            </Button>
            <Button look="secondary" onClick={() => setAsking(false)}>
              {t('delete.no')}
            </Button>
          </div>
        </Dialog>
      )}
    </Section>
  )
}
