import { CopyButton as UiCopyButton } from '@kettle/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** The account's way to copy a text, in its words. */
export function CopyButton({ text, children }: { text: string; children: ReactNode }) {
  const { t } = useTranslation('account')
  return (
    <UiCopyButton text={text} words={{ copied: t('copied'), notCopied: t('notCopied') }}>
      {children}
    </UiCopyButton>
  )
}
