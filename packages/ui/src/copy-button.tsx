import { type ReactNode, useEffect, useState } from 'react'
import { CopyIcon } from './account-icons.tsx'
import { Button } from './button.tsx'
import { CheckIcon } from './icons.tsx'

const SAID_FOR_MS = 4_000

type CopyButtonProps = { text: string; words: { copied: string; notCopied: string }; children: ReactNode }

/** Copies a text, and says on itself whether that worked: a toast would lie behind the dialog that it may stand in. */
export function CopyButton({ text, words, children }: CopyButtonProps) {
  const [copied, setCopied] = useState<boolean>()
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(undefined), SAID_FOR_MS)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async (button: HTMLElement) => setCopied(await copyText(text, button))
  return (
    <>
      <Button look="secondary" size="small" onClick={(event) => void copy(event.currentTarget)}>
        {copied ? <CheckIcon className="size-4.5 text-patina" /> : <CopyIcon className="size-4.5" />}
        {children}
      </Button>
      <span role="status" className={copied === false ? 'w-full text-sm text-danger' : 'sr-only'}>
        {copied !== undefined && (copied ? words.copied : words.notCopied)}
      </span>
    </>
  )
}

async function copyText(text: string, beside: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // On plain http there is no clipboard but the old way. It needs a field where focus may go: inside an open dialog.
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
