import { isComposing } from '@kettle/ui'
import { type KeyboardEvent, type RefObject, type SyntheticEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { wrongText } from './wrong-text.ts'

/** A form around one text: what the store would not take is said at the field, which is gone back to; Ctrl+Enter sends too. */
export function useTextForm(
  schema: Parameters<typeof wrongText>[0],
  text: string,
  send: () => unknown,
): {
  area: RefObject<HTMLTextAreaElement | null>
  error: string | undefined
  submit: (event: SyntheticEvent) => void
  submitByKey: (event: KeyboardEvent) => void
} {
  const { t } = useTranslation('reviews')
  const area = useRef<HTMLTextAreaElement>(null)
  const [tried, setTried] = useState(false)
  const wrong = wrongText(schema, text)
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault()
    setTried(true)
    if (wrong) area.current?.focus()
    else void send()
  }
  return {
    area,
    error: tried && wrong ? t(`form.wrong.${wrong}`) : undefined,
    submit,
    submitByKey(event) {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) submit(event)
    },
  }
}
