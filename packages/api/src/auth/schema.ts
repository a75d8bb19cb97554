import { z } from 'zod'
import { name, text } from '../text.ts'

export const locales = ['en', 'ru'] as const
export const localeSchema = z.enum(locales)
export type Locale = z.infer<typeof localeSchema>

/**
 * An e-mail address, normalised: NFKC, trimmed, lower case, its domain in punycode, so that one mailbox is one text and letters that
 * only look Latin can't pass for others. Before the @ stand ASCII characters only (RFC 5321).
 */
export const emailSchema = z
  .string({ error: 'EMAIL_REQUIRED' })
  .max(1000, 'EMAIL_TOO_LONG')
  .transform(normalizeEmail)
  .pipe(
    z
      .string()
      .min(1, 'EMAIL_REQUIRED')
      .max(254, 'EMAIL_TOO_LONG')
      .regex(/^[^@]{1,64}@|^[^@]*$/u, 'EMAIL_TOO_LONG')
      .regex(/^[\p{ASCII}]*@|^[^@]*$/u, 'EMAIL_NOT_LATIN')
      .regex(
        /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])$/u,
        'EMAIL_INVALID',
      ),
  )

function normalizeEmail(text: string): string {
  const email = text.normalize('NFKC').trim().toLowerCase()
  const at = email.lastIndexOf('@')
  const domain = email.slice(at + 1)
  if (at < 0 || !/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain)) return email
  // A number would come back as an IP address; it is refused as it stands.
  return /\p{L}/u.test(domain) ? `${email.slice(0, at)}@${toAscii(domain)}` : email
}

function toAscii(domain: string): string {
  try {
    return new URL(`http://${domain}`).hostname
  } catch {
    return domain
  }
}

/** What people call themselves. Names need not be unique: nothing trusts them. */
export const nameSchema = name(50)

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

/** A code of the second factor: six digits of the app, or a recovery code; spaces, dashes and capitals are forgiven. */
export const secondFactorCodeSchema = z
  .string({ error: 'CODE_REQUIRED' })
  .max(100, 'CODE_MALFORMED')
  .transform((value) => value.replace(/[\s-]/gu, '').toLowerCase())
  .pipe(z.string().regex(/^(\d{6}|[a-z0-9]{10})$/u, 'CODE_MALFORMED'))

const appCode = z
  .string({ error: 'CODE_REQUIRED' })
  .max(100, 'CODE_MALFORMED')
  .transform((value) => value.replace(/[\s-]/gu, ''))
  .pipe(z.string().regex(/^\d{6}$/u, 'CODE_MALFORMED'))

const oldPassword = z.string({ error: 'PASSWORD_REQUIRED' }).min(1, 'PASSWORD_REQUIRED').max(1000, 'PASSWORD_TOO_LONG')

/** Bytes in base64url, as WebAuthn speaks in JSON. */
const bytes = (length: number) =>
  z
    .string()
    .max(length)
    .regex(/^[\w-]*$/u)
const credential = {
  id: bytes(1400),
  rawId: bytes(1400),
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional(),
  // Nothing of the extensions is used, whatever they are.
  clientExtensionResults: z.unknown().transform((): Record<string, never> => ({})),
}
const newCredential = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(8_000),
    attestationObject: bytes(40_000),
    transports: z.array(text(30)).max(10).optional(),
  }),
})
const assertion = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: bytes(8_000),
    authenticatorData: bytes(8_000),
    signature: bytes(8_000),
    userHandle: bytes(200).optional(),
  }),
})
const challengeId = text(100)

export const registerInput = z.object({
  name: nameSchema,
  email: emailSchema,
  password: newPasswordSchema,
  locale: localeSchema.optional(),
})
export const emailConfirmationInput = z.object({
  email: emailSchema,
  code: codeSchema,
  /** The password chosen at registration, asked for by ATTEMPT_NOT_PROVED. */
  password: oldPassword.optional(),
})
export const resendCodeInput = z.object({ email: emailSchema })
export const loginInput = z.object({
  email: emailSchema,
  password: oldPassword,
  code: secondFactorCodeSchema.optional(),
})
export const resetPasswordInput = z.object({ email: emailSchema })
export const confirmResetInput = z.object({
  email: emailSchema,
  code: codeSchema,
  password: newPasswordSchema,
  secondFactorCode: secondFactorCodeSchema.optional(),
})
export const changePasswordInput = z.object({
  oldPassword,
  newPassword: newPasswordSchema,
  code: secondFactorCodeSchema.optional(),
})
export const updateProfileInput = z.object({ name: nameSchema.optional(), locale: localeSchema.optional() })
export const revokeSessionInput = z.object({ id: z.uuid('ID_INVALID') })

export const setUpTotpInput = z.object({ password: oldPassword })
export const confirmTotpInput = z.object({ code: appCode })
export const disableTotpInput = z.object({ password: oldPassword, code: secondFactorCodeSchema })
export const renewRecoveryCodesInput = z.object({ password: oldPassword, code: secondFactorCodeSchema })

export const loginWithPasskeyInput = z.object({ challengeId, response: assertion })
export const passkeyOptionsInput = z.object({ password: oldPassword, code: secondFactorCodeSchema.optional() })
export const addPasskeyInput = z.object({ challengeId, response: newCredential, name: nameSchema })
export const removePasskeyInput = z.object({
  id: z.uuid('ID_INVALID'),
  password: oldPassword,
  code: secondFactorCodeSchema.optional(),
})

export const changeEmailInput = z.object({
  email: emailSchema,
  password: oldPassword,
  code: secondFactorCodeSchema.optional(),
})
export const confirmEmailChangeInput = z.object({ oldCode: codeSchema, newCode: codeSchema })
export const deleteAccountInput = z.object({
  password: oldPassword,
  code: secondFactorCodeSchema.optional(),
  /** Says that what is left in the wallet may go with the account. */
  forfeitBalance: z.boolean().optional(),
})
