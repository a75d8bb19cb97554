import { Button } from '@kettle/ui'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from './lib/launcher.ts'

/** An html game inside the launcher's page: scripts run, but without an origin, so that nothing of ours is in reach. */
export function GameFrame({ title, page }: { title: string; page: string }) {
  const { t } = useTranslation()
  const frame = useRef<HTMLIFrameElement>(null)
  useEffect(() => frame.current?.focus(), [])
  return (
    <div className="grid h-dvh grid-rows-[auto_1fr] bg-night">
      <div className="flex items-center justify-between gap-4 px-4 py-1.5">
        <h1 className="truncate font-sans text-sm font-semibold tracking-normal text-steam">
          {t('game.nowPlaying', { title })}
        </h1>
        <Button look="onNight" size="small" onClick={() => void ask('stopPlaying', undefined)}>
          {t('game.leave')}
        </Button>
      </div>
      <iframe
        ref={frame}
        title={title}
        src={page}
        sandbox="allow-scripts allow-pointer-lock"
        allow="fullscreen; gamepad; autoplay"
        referrerPolicy="no-referrer"
        onLoad={() => frame.current?.focus()}
        className="size-full border-0"
      />
    </div>
  )
}
