import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { createTRPCClient, httpBatchLink, type TRPCClientError } from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type {
  AppRouter,
  DownloadTicket,
  GameCard,
  LibraryItem,
  Money,
  OwnReview,
  Reason,
  ReviewView,
  SecurityView,
  SessionView,
  StoredMessage,
  StreamEvent,
} from './client.ts'
import * as door from './client.ts'

type Inputs = inferRouterInputs<AppRouter>
type Outputs = inferRouterOutputs<AppRouter>

describe('the client door', () => {
  it('types what goes in', () => {
    expectTypeOf<Inputs['auth']['register']>().toEqualTypeOf<{
      name: string
      email: string
      password: string
      locale?: 'en' | 'ru' | undefined
    }>()
    expectTypeOf<Inputs['auth']['emailConfirmation']>().toEqualTypeOf<{
      email: string
      code: string
      password?: string | undefined
    }>()
    expectTypeOf<Inputs['payments']['buy']>().toEqualTypeOf<{
      gameId: string
      method: 'wallet' | 'card'
      idempotencyKey: string
      expectedPrice?: number | undefined
    }>()
    expectTypeOf<Inputs['storage']['promote']>().toMatchTypeOf<{
      buildId: string
      channel?: 'stable' | 'beta' | undefined
    }>()
  })

  it('types reviews and their moderation', () => {
    type Socials = Inputs['socials']
    expectTypeOf<Socials['writeReview']>().toEqualTypeOf<{
      gameId: string
      recommended: boolean
      text: string
      language?: string | undefined
    }>()
    expectTypeOf<Socials['voteReview']>().toEqualTypeOf<{ reviewId: string; helpful: boolean | null }>()
    expectTypeOf<Socials['judgeReport']['verdict']>().toEqualTypeOf<'kept' | 'removed'>()
    expectTypeOf<Outputs['socials']['reviews']>().toEqualTypeOf<{ items: ReviewView[]; nextCursor: string | null }>()
    expectTypeOf<Outputs['socials']['review']['review']>().toEqualTypeOf<OwnReview | null>()
  })

  it('types what an account’s guards take', () => {
    type Auth = Inputs['auth']
    type Code = string | undefined
    expectTypeOf<Auth['login']>().toEqualTypeOf<{ email: string; password: string; code?: Code }>()
    expectTypeOf<Auth['confirmReset']>().toEqualTypeOf<{
      email: string
      code: string
      password: string
      secondFactorCode?: Code
    }>()
    expectTypeOf<Auth['changePassword']>().toEqualTypeOf<{ oldPassword: string; newPassword: string; code?: Code }>()
    expectTypeOf<Auth['changeEmail']>().toEqualTypeOf<{ email: string; password: string; code?: Code }>()
    expectTypeOf<Auth['confirmEmailChange']>().toEqualTypeOf<{ oldCode: string; newCode: string }>()
    expectTypeOf<Auth['revokeSession']>().toEqualTypeOf<{ id: string }>()
    expectTypeOf<Auth['setUpTotp']>().toEqualTypeOf<{ password: string }>()
    expectTypeOf<Auth['confirmTotp']>().toEqualTypeOf<{ code: string }>()
    expectTypeOf<Auth['disableTotp']>().toEqualTypeOf<{ password: string; code: string }>()
    expectTypeOf<Auth['renewRecoveryCodes']>().toEqualTypeOf<{ password: string; code: string }>()
    expectTypeOf<Auth['passkeyOptions']>().toEqualTypeOf<{ password: string; code?: Code }>()
    expectTypeOf<Auth['removePasskey']>().toEqualTypeOf<{ id: string; password: string; code?: Code }>()
    expectTypeOf<Auth['deleteAccount']>().toEqualTypeOf<{
      password: string
      code?: Code
      forfeitBalance?: boolean | undefined
    }>()
    // What the browser's part of WebAuthn gives goes in as it is.
    expectTypeOf<RegistrationResponseJSON>().toExtend<Auth['addPasskey']['response']>()
    expectTypeOf<AuthenticationResponseJSON>().toExtend<Auth['loginWithPasskey']['response']>()
    // @ts-expect-error the second factor is no part of a registration
    expectTypeOf<Auth['register']['code']>().toBeNever()
  })

  it('types what an account’s guards answer', () => {
    type Auth = Outputs['auth']
    expectTypeOf<Auth['sessions']>().toEqualTypeOf<SessionView[]>()
    expectTypeOf<Auth['sessions'][number]['current']>().toEqualTypeOf<boolean>()
    expectTypeOf<Auth['sessions'][number]['device']>().toEqualTypeOf<string | null>()
    expectTypeOf<Auth['revokeOtherSessions']>().toEqualTypeOf<{ revoked: number }>()
    expectTypeOf<Auth['security']>().toEqualTypeOf<SecurityView>()
    expectTypeOf<Auth['security']['totp']>().toEqualTypeOf<{ enabledAt: string } | null>()
    expectTypeOf<Auth['setUpTotp']>().toEqualTypeOf<{ secret: string; uri: string }>()
    expectTypeOf<Auth['confirmTotp']>().toEqualTypeOf<{ recoveryCodes: string[] }>()
    expectTypeOf<Auth['renewRecoveryCodes']>().toEqualTypeOf<{ recoveryCodes: string[] }>()
    expectTypeOf<Auth['passkeyOptions']['options']>().toExtend<PublicKeyCredentialCreationOptionsJSON>()
    expectTypeOf<Auth['passkeyLoginOptions']['options']>().toExtend<PublicKeyCredentialRequestOptionsJSON>()
    expectTypeOf<Auth['loginWithPasskey']>().toEqualTypeOf<Auth['login']>()
    expectTypeOf<Auth['addPasskey']>().toEqualTypeOf<{ id: string }>()
    expectTypeOf<Auth['changeEmail']>().toEqualTypeOf<{ expiresAt: string }>()
    expectTypeOf<Auth['confirmEmailChange']>().toEqualTypeOf<NonNullable<Auth['me']>>()
    expectTypeOf<Auth['exportData']['sessions'][number]['createdAt']>().toEqualTypeOf<string>()
    expectTypeOf<Auth['exportData']['orders'][number]['paidAt']>().toEqualTypeOf<string | null>()
    type Nothing = 'deleteAccount' | 'disableTotp' | 'removePasskey' | 'changePassword' | 'revokeSession' | 'logout'
    expectTypeOf<Auth[Nothing]>().toEqualTypeOf<undefined>()
  })

  it('names the reasons that forms of an account branch on', () => {
    type Branches =
      | 'SECOND_FACTOR_REQUIRED'
      | 'SECOND_FACTOR_ON'
      | 'SECOND_FACTOR_OFF'
      | 'CHALLENGE_EXPIRED'
      | 'PASSKEY_INVALID'
      | 'TOO_MANY_PASSKEYS'
      | 'BALANCE_LEFT'
      | 'HAS_GAMES'
    expectTypeOf<Branches>().toExtend<Reason>()
    // @ts-expect-error no such reason
    expectTypeOf<'SECOND_FACTOR_MAYBE'>().toExtend<Reason>()
  })

  it('types what comes out, as it is after JSON', () => {
    expectTypeOf<Outputs['auth']['login']['token']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<NonNullable<Outputs['auth']['me']>['registerDate']>().toEqualTypeOf<string>()
    expectTypeOf<Outputs['payments']['wallet']>().toEqualTypeOf<{ balance: Money; debt: Money | null }>()
    expectTypeOf<Outputs['payments']['buy']>().toEqualTypeOf<
      { status: 'owned'; orderId: string } | { status: 'redirect'; url: string; orderId: string }
    >()
    expectTypeOf<Outputs['payments']['topUp']['url']>().toEqualTypeOf<string>()
    expectTypeOf<Outputs['library']['list']>().toEqualTypeOf<LibraryItem[]>()
    expectTypeOf<Outputs['search']['storefront']['new']>().toEqualTypeOf<GameCard[]>()
    expectTypeOf<Outputs['storage']['download']>().toEqualTypeOf<DownloadTicket>()
    expectTypeOf<
      NonNullable<Outputs['storage']['finishUpload']['build']>['stats']['newBytes']
    >().toEqualTypeOf<number>()
  })

  it('types what people say and hear', () => {
    type Events = Outputs['socials']['onEvent'] extends AsyncIterable<infer Event> ? Event : never
    expectTypeOf<Inputs['socials']['sendMessage']>().toEqualTypeOf<{ userId: string; text: string; clientId: string }>()
    expectTypeOf<Outputs['socials']['sendMessage']>().toEqualTypeOf<StoredMessage>()
    expectTypeOf<Outputs['socials']['threads']['items'][number]['unread']>().toEqualTypeOf<number>()
    expectTypeOf<Extract<StreamEvent, { kind: 'message' }>['payload']['message']>().toEqualTypeOf<StoredMessage>()
    expectTypeOf<Extract<StreamEvent, { kind: 'hello' }>['connectionId']>().toEqualTypeOf<string>()
    expectTypeOf<Events['data']>().toEqualTypeOf<StreamEvent>()
    expectTypeOf<'NOT_FRIENDS' | 'TOO_MANY_FRIENDS'>().toExtend<Reason>()
  })

  it('types why a call failed', () => {
    type Data = NonNullable<TRPCClientError<AppRouter>['data']>
    expectTypeOf<Data['reason']>().toEqualTypeOf<Reason>()
    expectTypeOf<Data['fields']>().toEqualTypeOf<Record<string, string> | undefined>()
    expectTypeOf<Data['retryAfterSeconds']>().toEqualTypeOf<number | undefined>()
  })

  it('is all that a client of ten lines needs', () => {
    const link = httpBatchLink({ url: 'http://localhost:3000/trpc', maxItems: 10 })
    const kettle = createTRPCClient<AppRouter>({ links: [link] })
    expectTypeOf(kettle.library.list.query).returns.resolves.toEqualTypeOf<LibraryItem[]>()
    // @ts-expect-error there is no such procedure
    expectTypeOf(kettle.library.steal).toBeNever()
  })

  it('gives schemas and words at run time, and nothing of the server', () => {
    expect(Object.keys(door)).toContain('registerInput')
    expect(door.reasons).toContain('INSUFFICIENT_FUNDS')
    expect(Object.keys(door).filter((name) => /router|verb|db/iu.test(name))).toEqual([])
  })
})
