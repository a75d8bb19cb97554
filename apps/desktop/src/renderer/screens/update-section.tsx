import { Button, Notice, Section } from '@kettle/ui'
import { useTranslation } from 'react-i18next'
import type { UpdateView } from '../../shared/views.ts'
import { ask } from '../lib/launcher.ts'
import { useAttempt } from '../lib/use-attempt.ts'

/** The launcher's own version, and the way to the next one. */
export function UpdateSection({ update }: { update: UpdateView }) {
  const { t } = useTranslation()
  const { attempt, problem } = useAttempt()
  const { state, version, next } = update
  if (state === 'off') return null
  return (
    <Section title={t('update.title')} lead={version && t('update.version', { version })}>
      {problem && <Notice tone="bad">{problem}</Notice>}
      <p role="status">{t(`update.${state}`, { version: next ?? '' })}</p>
      {state === 'ready' ? (
        <Button className="w-fit" onClick={() => void attempt(() => ask('installUpdate', undefined))}>
          {t('update.install')}
        </Button>
      ) : (
        <Button
          look="secondary"
          className="w-fit"
          busy={state === 'looking'}
          onClick={() => void attempt(() => ask('lookForUpdate', undefined))}
        >
          {t('update.look')}
        </Button>
      )}
    </Section>
  )
}
