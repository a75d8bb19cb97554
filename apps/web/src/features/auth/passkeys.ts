import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser'

const load = () => import('@simplewebauthn/browser')

/** Whether this browser, at this address, can use passkeys: they need https or localhost, and a name instead of an IP. */
export function passkeysPossible(): boolean {
  return typeof window.PublicKeyCredential === 'function' && !/^[\d.]+$|:/.test(location.hostname.replace(/[[\]]/g, ''))
}

/** Whether the browser can offer passkeys in the list under a field. */
export async function canOfferInField(): Promise<boolean> {
  if (!passkeysPossible()) return false
  return (await PublicKeyCredential.isConditionalMediationAvailable?.()) ?? false
}

/** Asks the device for a log-in. With `inField` it only waits until somebody picks one from the list under a field. */
export async function askForPasskey(options: object, inField = false) {
  const { startAuthentication } = await load()
  const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON
  const response = await startAuthentication({ optionsJSON, useBrowserAutofill: inField })
  return { ...response, clientExtensionResults: {} } satisfies AuthenticationResponseJSON
}

/** Has the device make a new passkey. */
export async function makePasskey(options: object) {
  const { startRegistration } = await load()
  const response = await startRegistration({ optionsJSON: options as PublicKeyCredentialCreationOptionsJSON })
  return { ...response, clientExtensionResults: {} } satisfies RegistrationResponseJSON
}

/** Ends what askForPasskey waits for in a field. */
export async function stopAsking(): Promise<void> {
  const { WebAuthnAbortService } = await load()
  WebAuthnAbortService.cancelCeremony()
}

/** What a device says when no passkey came of it. */
export type PasskeyFailure = 'cancelled' | 'already' | 'unable'

/** Why the device gave none; undefined when it wasn't the device that failed. */
export function passkeyFailure(error: unknown): PasskeyFailure | undefined {
  if (!(error instanceof Error)) return undefined
  const names = [error.name, (error.cause as Error | undefined)?.name]
  if (names.includes('NotAllowedError') || names.includes('AbortError')) return 'cancelled'
  if (names.includes('InvalidStateError')) return 'already'
  const ofDevice = ['ConstraintError', 'NotSupportedError', 'SecurityError', 'UnknownError', 'NotReadableError']
  return error.name === 'WebAuthnError' || names.some((name) => ofDevice.includes(name ?? '')) ? 'unable' : undefined
}
