import { Button, buttonClass, CoverImage, Notice, Section } from '@kettle/ui'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useExplain } from '../../lib/errors.ts'
import { useToast } from '../../lib/toasts.tsx'
import { trpc } from '../../lib/trpc.ts'
import { type OwnGame, titleOf } from './own-game.tsx'
import { type PictureKind, PictureRefused, sendPicture } from './send-picture.ts'

const MAX_SCREENSHOTS = 12

/** A game's cover, header and screenshots; a new one is sent as soon as it is chosen. */
export function PicturesPanel({ game }: { game: OwnGame }) {
  const { t } = useTranslation('publish')
  return (
    <div className="grid max-w-4xl gap-6">
      <div className="grid items-start gap-6 md:grid-cols-[16rem_minmax(0,1fr)]">
        <Section title={t('pictures.cover')} lead={t('pictures.coverLead')}>
          <div className="overflow-hidden rounded-xl">
            <CoverImage src={game.cover} title={titleOf(game)} />
          </div>
          <Choose game={game} kind="cover" />
        </Section>
        <Section title={t('pictures.header')} lead={t('pictures.headerLead')}>
          <div className="overflow-hidden rounded-xl">
            <CoverImage src={game.header} title={titleOf(game)} shape="wide" />
          </div>
          <Choose game={game} kind="header" />
        </Section>
      </div>
      <Section title={t('pictures.screenshots')} lead={t('pictures.screenshotsLead', { count: MAX_SCREENSHOTS })}>
        {game.screenshots.length > 0 && (
          <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {game.screenshots.map((path, place) => (
              <Screenshot key={path} gameId={game.id} path={path} number={place + 1} />
            ))}
          </ul>
        )}
        {game.screenshots.length < MAX_SCREENSHOTS ? (
          <Choose game={game} kind="screenshot" />
        ) : (
          <Notice>{t('pictures.full')}</Notice>
        )}
      </Section>
    </div>
  )
}

function Screenshot({ gameId, path, number }: { gameId: string; path: string; number: number }) {
  const { t } = useTranslation('publish')
  const say = useToast()
  const explain = useExplain()
  const utils = trpc.useUtils()
  const remove = trpc.storage.removeScreenshot.useMutation({
    onSuccess: () => Promise.all([utils.storage.game.invalidate(), utils.search.game.invalidate()]),
    onError: (error) => say('bad', explain(error)),
  })
  const name = t('pictures.screenshot', { number })
  return (
    <li className="grid gap-2">
      <img src={path} alt={name} width={960} height={540} loading="lazy" className="rounded-xl bg-sunk" />
      <Button
        look="quiet"
        size="small"
        className="justify-self-start"
        busy={remove.isPending}
        aria-label={`${t('pictures.remove')}: ${name}`}
        onClick={() => remove.mutate({ gameId, path })}
      >
        {t('pictures.remove')}
      </Button>
    </li>
  )
}

/** A button that is a file field: what is chosen is sent, and what is refused says why. */
function Choose({ game, kind }: { game: OwnGame; kind: PictureKind }): ReactNode {
  const { t } = useTranslation('publish')
  const id = useId()
  const utils = trpc.useUtils()
  const [state, setState] = useState<'idle' | 'sending' | { refused: string }>('idle')
  const send = async (files: File[]) => {
    setState('sending')
    try {
      for (const file of files) await sendPicture(game.id, kind, file)
      setState('idle')
    } catch (error) {
      setState({ refused: error instanceof PictureRefused ? error.message : 'OFFLINE' })
    }
    await Promise.all([utils.storage.game.invalidate(), utils.search.game.invalidate()])
  }
  return (
    <div className="grid gap-3">
      {typeof state === 'object' && (
        <Notice tone="bad">
          {t(
            `pictures.refused.${/^(OFFLINE|INVALID_PICTURE|TOO_LARGE)$/.test(state.refused) ? (state.refused as 'OFFLINE') : 'INVALID_PICTURE'}`,
          )}
        </Notice>
      )}
      <input
        id={id}
        type="file"
        accept="image/jpeg,image/png,image/webp,image/avif"
        multiple={kind === 'screenshot'}
        disabled={state === 'sending'}
        className="peer sr-only"
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          if (files.length > 0) void send(files)
        }}
      />
      <label
        htmlFor={id}
        className={`${buttonClass({ look: 'secondary' })} cursor-pointer justify-self-start peer-focus-visible:outline-3 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-copper-fill peer-disabled:opacity-60`}
      >
        {state === 'sending' ? t('pictures.sending') : t(kind === 'screenshot' ? 'pictures.add' : 'pictures.choose')}
      </label>
    </div>
  )
}
