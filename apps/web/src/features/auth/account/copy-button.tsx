import { Button, CopyIcon } from '@kettle/ui'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useToast } from '../../../lib/toasts.tsx'

/** Copies a text, and says whether that worked. */
export function CopyButton({ text, children }: { text: string; children: ReactNode }) {
  const { t } = useTranslation('account')
  const say = useToast()
  const copy = async (button: HTMLElement) => {
    const done = await copyText(text, button)
    say(done ? 'good' : 'bad', done ? t('copied') : t('notCopied'))
  }
  return (
    <Button look="secondary" size="small" onClick={(event) => void copy(event.currentTarget)}>
      <CopyIcon className="size-4.5" />
      {children}
    </Button>
  )
}

async function copyText(text: string, beside: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // On plain http there is no clipboard but the old way. It needs a field where focus may go: inside the open dialog.
    const field = document.createElement('textarea')
    field.value = text
    beside.after(field)
    field.select()
    const done = document.execCommand('copy')
    field.remove()
    beside.focus()
    return done
  }
}
