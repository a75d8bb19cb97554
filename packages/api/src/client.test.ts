import { createTRPCClient, httpBatchLink, type TRPCClientError } from '@trpc/client'
import type { inferRouterInputs, inferRouterOutputs } from '@trpc/server'
import { describe, expect, expectTypeOf, it } from 'vitest'
import type { AppRouter, DownloadTicket, GameCard, LibraryItem, Money, Reason } from './client.ts'
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
    expectTypeOf<Inputs['auth']['emailConfirmation']>().toEqualTypeOf<{ email: string; code: string }>()
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

  it('types what comes out, as it is after JSON', () => {
    expectTypeOf<Outputs['auth']['login']['token']>().toEqualTypeOf<string | undefined>()
    expectTypeOf<Outputs['auth']['me']['registerDate']>().toEqualTypeOf<string>()
    expectTypeOf<Outputs['payments']['wallet']>().toEqualTypeOf<{ balance: Money }>()
    expectTypeOf<Outputs['payments']['buy']>().toEqualTypeOf<
      { status: 'owned' } | { status: 'redirect'; url: string; orderId: string }
    >()
    expectTypeOf<Outputs['payments']['topUp']['url']>().toEqualTypeOf<string>()
    expectTypeOf<Outputs['library']['list']>().toEqualTypeOf<LibraryItem[]>()
    expectTypeOf<Outputs['search']['storefront']['new']>().toEqualTypeOf<GameCard[]>()
    expectTypeOf<Outputs['storage']['download']>().toEqualTypeOf<DownloadTicket>()
    expectTypeOf<Outputs['storage']['finishUpload']['stats']['newBytes']>().toEqualTypeOf<number>()
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
