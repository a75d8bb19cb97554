import { zodResolver } from '@hookform/resolvers/zod'
import type { Reason } from '@kettle/api/client'
import { useRef, useState } from 'react'
import { type DefaultValues, type FieldValues, type Path, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { failureOf, useExplain } from './errors.ts'

// Compiled validators need eval, which our content security policy refuses; without this zod tries it and is reported.
z.config({ jitless: true })

type FormSettings<Values extends FieldValues> = {
  schema: z.ZodType<unknown, Values>
  defaultValues: DefaultValues<Values>
  /** Reasons that are one field's fault, and the word that the field then says. */
  blame?: { [reason in Reason]?: [field: Path<Values>, word: string] }
  /** Sends the values; what it throws becomes field errors and a sentence above the button. */
  onSubmit: (values: Values) => Promise<unknown>
}

/**
 * A form on one of the API's own schemas. Errors are the API's words, said in the reader's language; the values are sent
 * as typed, for the server to normalise. While one submit is under way a second does nothing.
 */
export function useSchemaForm<Values extends FieldValues>({
  schema,
  defaultValues,
  blame = {},
  onSubmit,
}: FormSettings<Values>) {
  const { t, i18n } = useTranslation(['fields', 'errors'])
  const explain = useExplain()
  const form = useForm<Values>({
    defaultValues,
    resolver: zodResolver(schema as never, undefined, { raw: true }) as never,
    // Not on leaving a field: the sentence that appears would move what is about to be clicked.
    mode: 'onSubmit',
  })
  const [failed, setFailed] = useState<unknown>()
  const underWay = useRef(false)

  const submit = form.handleSubmit(async (values) => {
    if (underWay.current) return
    underWay.current = true
    setFailed(undefined)
    try {
      await onSubmit(values as Values)
    } catch (error) {
      const { reason, fields, retryAfterSeconds } = failureOf(error)
      const blamed = retryAfterSeconds ? undefined : blame[reason as Reason]
      const known = blamed ? [blamed] : Object.entries(fields).filter(([name]) => name in values)
      for (const [at, [name, message]] of known.entries()) {
        form.setError(name as Path<Values>, { type: 'server', message }, { shouldFocus: at === 0 })
      }
      if (known.length === 0) setFailed(error)
    } finally {
      underWay.current = false
    }
  })

  /** The sentence for a field's error, or undefined. */
  const errorOf = (name: Path<Values>): string | undefined => {
    const word = form.getFieldState(name, form.formState).error?.message
    if (!word) return undefined
    if (i18n.exists(`fields:${word}`)) return t(`fields:${word as 'INVALID'}`)
    // The server may blame a field with one of its reasons: CODE_INVALID.
    return i18n.exists(`errors:${word}`) ? t(`errors:${word as 'CODE_INVALID'}`) : t('fields:INVALID')
  }

  return {
    ...form,
    submit,
    busy: form.formState.isSubmitting,
    /** What went wrong with the whole of it, as a sentence. */
    failure: failed === undefined ? undefined : explain(failed),
    /** All that a text field needs: name, handlers, ref and error. */
    field: (name: Path<Values>) => ({ ...form.register(name), error: errorOf(name) }),
    errorOf,
  }
}
