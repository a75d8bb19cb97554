import { z } from 'zod'

export const locales = ['en', 'ru'] as const
export const localeSchema = z.enum(locales)
export type Locale = z.infer<typeof localeSchema>

/** An e-mail address, normalised: trimmed, NFC, lower case. */
export const emailSchema = z
  .string({ error: 'EMAIL_REQUIRED' })
  .max(1000, 'EMAIL_TOO_LONG')
  .transform((value) => value.normalize('NFC').trim().toLowerCase())
  .pipe(z.string().min(1, 'EMAIL_REQUIRED').max(254, 'EMAIL_TOO_LONG').email('EMAIL_INVALID'))

/** A name as people may see it: 1 to 50 characters on one line. */
export const nameSchema = z
  .string({ error: 'NAME_REQUIRED' })
  .max(2000, 'NAME_TOO_LONG')
  .transform((value) => value.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(
    z
      .string()
      .min(1, 'NAME_REQUIRED')
      .refine((value) => [...value].length <= 50, 'NAME_TOO_LONG')
      // Control, bidirectional and other invisible characters would let one name pass for another.
      .refine(
        (value) => !/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u.test(value.replace(/\u200d/gu, '')),
        'NAME_HAS_HIDDEN_CHARACTERS',
      ),
  )

/** A new password: 8 to 128 characters, no composition rules (NIST SP 800-63B). */
export const newPasswordSchema = z
  .string({ error: 'PASSWORD_REQUIRED' })
  .min(8, 'PASSWORD_TOO_SHORT')
  .max(128, 'PASSWORD_TOO_LONG')

/** A mailed code: 8 digits; spaces and dashes around them are forgiven. */
export const codeSchema = z
  .string({ error: 'CODE_REQUIRED' })
  .max(100, 'CODE_MALFORMED')
  .transform((value) => value.replace(/[\s-]/gu, ''))
  .pipe(z.string().regex(/^\d{8}$/u, 'CODE_MALFORMED'))

const oldPassword = z.string({ error: 'PASSWORD_REQUIRED' }).min(1, 'PASSWORD_REQUIRED').max(1000, 'PASSWORD_TOO_LONG')

export const registerInput = z.object({
  name: nameSchema,
  email: emailSchema,
  password: newPasswordSchema,
  locale: localeSchema.optional(),
})
export const emailConfirmationInput = z.object({ email: emailSchema, code: codeSchema })
export const resendCodeInput = z.object({ email: emailSchema })
export const loginInput = z.object({ email: emailSchema, password: oldPassword })
export const resetPasswordInput = z.object({ email: emailSchema })
export const confirmResetInput = z.object({ email: emailSchema, code: codeSchema, password: newPasswordSchema })
export const changePasswordInput = z.object({ oldPassword, newPassword: newPasswordSchema })
export const updateProfileInput = z.object({ name: nameSchema.optional(), locale: localeSchema.optional() })
