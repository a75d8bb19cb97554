import { useEffect } from 'react'
import type { DefaultValues, FieldValues, Path, PathValue } from 'react-hook-form'
import type { z } from 'zod'
import { failureOf } from '../../../lib/errors.ts'
import { useSchemaForm } from '../../../lib/form.ts'
import { trpc } from '../../../lib/trpc.ts'

type ProofFormSettings<Values extends FieldValues> = {
  schema: z.ZodType<unknown, Values>
  defaultValues: DefaultValues<Values>
  /** The field with the password of now; `password` where nothing else is said. */
  passwordField?: Path<Values>
  onSubmit: (values: Values) => Promise<unknown>
}

/**
 * A form for what only the account's owner may do: it asks for the password and, where there is one, for the second
 * step (the field `code`, which is there once `wantsCode` says so).
 */
export function useProofForm<Values extends FieldValues & { code?: string }>({
  schema,
  defaultValues,
  passwordField = 'password' as Path<Values>,
  onSubmit,
}: ProofFormSettings<Values>) {
  const code = 'code' as Path<Values>
  const security = trpc.auth.security.useQuery()
  const form = useSchemaForm<Values>({
    schema,
    defaultValues,
    blame: {
      INVALID_CREDENTIALS: [passwordField, 'PASSWORD_WRONG'],
      CODE_INVALID: [code, 'SECOND_FACTOR_WRONG'],
    },
    onSubmit: async (values) => {
      try {
        await onSubmit(values)
      } catch (error) {
        if (failureOf(error).reason !== 'SECOND_FACTOR_REQUIRED') throw error
        // Switched on somewhere else since this page was opened.
        wantCode()
        void security.refetch()
      }
    },
  })
  const wantCode = () => {
    if (form.getValues(code) === undefined) form.setValue(code, '' as PathValue<Values, Path<Values>>)
  }
  const hasSecondStep = Boolean(security.data?.totp)
  useEffect(() => {
    if (hasSecondStep) wantCode()
  }, [hasSecondStep])
  const emptyCode = () => {
    form.setValue(code, '' as PathValue<Values, Path<Values>>)
    form.clearErrors(code)
  }
  return { ...form, passwordField, codeField: code, wantsCode: form.watch(code) !== undefined, emptyCode }
}
