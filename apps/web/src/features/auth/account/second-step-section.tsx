import { Button, formatDate, Notice, Section } from '@kettle/ui'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lazyDialog } from '../../../lib/lazy-part.tsx'

const SetUpDialog = lazyDialog(() => import('./set-up-dialog.tsx'))
const RenewDialog = lazyDialog(() => import('./renew-dialog.tsx'))
const DisableDialog = lazyDialog(() => import('./disable-dialog.tsx'))

/** Below this many it is time for new recovery codes. */
const FEW = 4

type SecondStepSectionProps = { totp: { enabledAt: string } | null; recoveryCodesLeft: number }

/** The second step at log-in: codes of an app, and recovery codes for when it is lost. */
export function SecondStepSection({ totp, recoveryCodesLeft }: SecondStepSectionProps) {
  const { t, i18n } = useTranslation('account')
  const [open, setOpen] = useState<'setUp' | 'renew' | 'disable'>()
  const state = useRef<HTMLDivElement>(null)
  const close = () => {
    setOpen(undefined)
    // The button that opened the dialog may be gone with it: then focus stays on what has changed.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) state.current?.focus()
    })
  }
  return (
    <Section title={t('secondStep.title')} lead={t('secondStep.lead')}>
      <div ref={state} tabIndex={-1} className="grid gap-5 outline-none">
        {totp ? (
          <>
            <Notice tone="good">
              <p>{t('secondStep.on', { date: formatDate(totp.enabledAt, i18n.language) })}</p>
              <p>{t('secondStep.left', { count: recoveryCodesLeft })}</p>
            </Notice>
            {recoveryCodesLeft < FEW && <Notice>{t('secondStep.few')}</Notice>}
            <div className="flex flex-wrap gap-3">
              <Button look="secondary" onClick={() => setOpen('renew')}>
                {t('secondStep.renew')}
              </Button>
              <Button look="danger" onClick={() => setOpen('disable')}>
                {t('secondStep.disable')}
              </Button>
            </div>
          </>
        ) : (
          <Button className="justify-self-start" onClick={() => setOpen('setUp')}>
            {t('secondStep.setUp')}
          </Button>
        )}
      </div>
      {open === 'setUp' && <SetUpDialog onClose={close} />}
      {open === 'renew' && <RenewDialog onClose={close} />}
      {open === 'disable' && <DisableDialog onClose={close} />}
    </Section>
  )
}
