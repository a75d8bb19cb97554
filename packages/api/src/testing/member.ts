import { authenticate } from '../auth/sessions.ts'
import { appCode } from './app-code.ts'
import { makeCaller, type TestDeps } from './index.ts'

let made = 0

/** Somebody who registered and confirmed by the procedures themselves, at an IP address of their own. */
export async function newMember(deps: TestDeps, fields: { email?: string; locale?: 'en' | 'ru' } = {}) {
  const number = ++made
  const email = fields.email ?? `member-${number}-${crypto.randomUUID().slice(0, 8)}@kettle.test`
  const password = 'a samovar of one’s own'
  const ip = `10.9.${number >> 8}.${number & 255}`
  const api = await makeCaller(deps, { ip })
  await api.auth.register({ name: 'Boris', email, password, locale: fields.locale ?? 'en' })
  const { token = '', user } = await api.auth.emailConfirmation({ email, code: deps.mailer.codeFor(email) })
  /** The API by another log-in of theirs. */
  const byToken = (other: string) => makeCaller(deps, { token: other, ip })
  return { email, password, ip, api, token, user, byToken, mine: await byToken(token) }
}

export type Member = Awaited<ReturnType<typeof newMember>>

/** Switches on their second factor; gives the app's secret and the recovery codes. The clock moves on, so that the app has a new code. */
export async function withSecondFactor(deps: TestDeps, { mine, password }: Member) {
  const { secret } = await mine.auth.setUpTotp({ password })
  const { recoveryCodes } = await mine.auth.confirmTotp({ code: appCode(secret, deps.clock.now()) })
  deps.clock.pass({ seconds: 30 })
  return {
    secret,
    recoveryCodes,
    /** What the app shows now. */
    code: () => appCode(secret, deps.clock.now()),
    /** What the app shows next, which nobody has used. */
    nextCode: () => {
      deps.clock.pass({ seconds: 30 })
      return appCode(secret, deps.clock.now())
    },
  }
}

/** Asks for a new password and gives the mailed code. */
export async function resetCode(deps: TestDeps, { api, email }: Pick<Member, 'api' | 'email'>): Promise<string> {
  await api.auth.resetPassword({ email })
  return deps.mailer.codeFor(email)
}

/** Whether a token still logs in. */
export async function works(deps: TestDeps, token: string): Promise<boolean> {
  return (await authenticate(deps, token)) !== null
}
