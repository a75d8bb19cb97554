import { describe, expect, it } from 'vitest'
import type { ChallengeStore } from '../ports/challenge-store.ts'
import { CODE_TRIES, type CodeStore } from '../ports/code-store.ts'
import {
  CREDENTIAL_CONNECTIONS,
  type CredentialStore,
  type Revocation,
  type SftpGrant,
} from '../ports/credential-store.ts'
import type { EventBus } from '../ports/event-bus.ts'
import type { PaymentProvider, PaymentToOpen } from '../ports/payment-provider.ts'
import type { PresenceStore } from '../ports/presence-store.ts'
import { type RegistrationStore, WAITING_ATTEMPTS } from '../ports/registration-store.ts'

const address = () => `${crypto.randomUUID()}@kettle.test`

/** What every code store promises. */
export function codeStoreContract(name: string, make: () => CodeStore): void {
  describe(`${name} keeps the promise of a code store`, () => {
    it('gives what waits, once', async () => {
      const store = make()
      const email = address()
      await store.put('changeEmail', email, 'right', { name: 'Ёжик' })
      expect(await store.redeem('changeEmail', email, 'right')).toEqual({ status: 'ok', payload: { name: 'Ёжик' } })
      expect(await store.redeem('changeEmail', email, 'right')).toEqual({ status: 'missing' })
    })

    it('lets one of twenty at once win', async () => {
      const store = make()
      const email = address()
      await store.put('reset', email, 'right', null)
      const answers = await Promise.all(Array.from({ length: 20 }, () => store.redeem('reset', email, 'right')))
      expect(answers.filter((answer) => answer.status === 'ok')).toHaveLength(1)
      expect(answers.filter((answer) => answer.status === 'missing')).toHaveLength(19)
    })

    it('burns after too many wrong tries, also at once', async () => {
      const store = make()
      const email = address()
      await store.put('changeEmail', email, 'right', null)
      const answers = await Promise.all(Array.from({ length: 20 }, () => store.redeem('changeEmail', email, 'wrong')))
      const count = (status: string) => answers.filter((answer) => answer.status === status).length
      expect([count('wrong'), count('burned')]).toEqual([CODE_TRIES - 1, 1])
      expect(await store.redeem('changeEmail', email, 'right')).toEqual({ status: 'missing' })
    })

    it('keeps purposes and addresses apart', async () => {
      const store = make()
      const email = address()
      await store.put('changeEmail', email, 'right', null)
      expect(await store.redeem('reset', email, 'right')).toEqual({ status: 'missing' })
      expect(await store.redeem('changeEmail', address(), 'right')).toEqual({ status: 'missing' })
      expect(await store.redeem('changeEmail', email, 'right')).toMatchObject({ status: 'ok' })
    })

    it('looks at a right code without using it up, and counts wrong looks as tries', async () => {
      const store = make()
      const email = address()
      expect(await store.check('reset', email, 'right')).toEqual({ status: 'missing' })
      await store.put('reset', email, 'right', 'kept')
      for (let look = 0; look < CODE_TRIES * 2; look++)
        expect(await store.check('reset', email, 'right')).toEqual({ status: 'ok', payload: 'kept' })
      for (let wrong = 1; wrong < CODE_TRIES; wrong++)
        expect(await store.check('reset', email, 'no')).toEqual({ status: 'wrong' })
      expect(await store.check('reset', email, 'no')).toEqual({ status: 'burned' })
      expect(await store.redeem('reset', email, 'right')).toEqual({ status: 'missing' })
    })

    it('replaces the old code by a new one', async () => {
      const store = make()
      const email = address()
      await store.put('changeEmail', email, 'old', 1)
      await store.put('changeEmail', email, 'new', 2)
      expect(await store.redeem('changeEmail', email, 'old')).toEqual({ status: 'wrong' })
      expect(await store.redeem('changeEmail', email, 'new')).toEqual({ status: 'ok', payload: 2 })
    })
  })
}

/** What every store of waiting registrations promises. */
export function registrationStoreContract(name: string, make: () => RegistrationStore): void {
  describe(`${name} keeps the promise of a registration store`, () => {
    it('keeps every attempt apart: a later one replaces none, and each is found by its own code', async () => {
      const store = make()
      const email = address()
      expect(await store.find(email, 'one', null)).toEqual({ status: 'missing' })
      expect(await store.add(email, { id: 'a', payload: { name: 'Ёжик' } }, 'one')).toBe(true)
      expect(await store.find(email, 'one', null)).toEqual({
        status: 'ok',
        payload: { id: 'a', payload: { name: 'Ёжик' }, contested: false },
      })
      expect(await store.add(email, { id: 'b', payload: null }, 'two')).toBe(true)
      expect(await store.find(email, 'one', null)).toMatchObject({ payload: { id: 'a', contested: true } })
      expect(await store.find(email, 'two', null)).toMatchObject({ payload: { id: 'b', contested: true } })
      expect(await store.take(email, 'a', 'one')).toBe(true)
      // The one that came beside another stays contested when it is alone.
      expect(await store.find(email, 'two', null)).toMatchObject({ payload: { id: 'b', contested: true } })
      expect(await store.find(address(), 'two', null)).toEqual({ status: 'missing' })
    })

    it('lets one of twenty at once take an attempt, and nobody by an old code', async () => {
      const store = make()
      const email = address()
      await store.add(email, { id: 'a', payload: 1 }, 'old')
      expect(await store.renew(email, 'a', 'new')).toBe(1)
      expect(await store.take(email, 'a', 'old')).toBe(false)
      const taken = await Promise.all(Array.from({ length: 20 }, () => store.take(email, 'a', 'new')))
      expect(taken.filter(Boolean)).toHaveLength(1)
    })

    it('takes in a few attempts only, however many come at once; the same one again is no other', async () => {
      const store = make()
      const email = address()
      const added = await Promise.all(
        Array.from({ length: WAITING_ATTEMPTS * 3 }, (_, id) =>
          store.add(email, { id: `${id}`, payload: id }, `${id}`),
        ),
      )
      expect(added.filter(Boolean)).toHaveLength(WAITING_ATTEMPTS)
      expect(await store.add(email, { id: `${added.indexOf(true)}`, payload: 'again' }, 'again')).toBe(true)
      expect(await store.find(email, 'again', null)).toMatchObject({ payload: { payload: 'again' } })
    })

    it('renews the attempt that is meant, else the newest, and no other', async () => {
      const store = make()
      const email = address()
      expect(await store.renew(email, 'a', 'new')).toBeNull()
      await store.add(email, { id: 'a', payload: 'first' }, 'one')
      await store.add(email, { id: 'b', payload: 'second' }, 'two')
      expect(await store.renew(email, 'a', 'one again')).toBe('first')
      expect(await store.renew(email, null, 'two again')).toBe('second')
      expect(await store.find(email, 'one again', 'a')).toMatchObject({ status: 'ok' })
      expect(await store.find(email, 'one', 'a')).toEqual({ status: 'wrong' })
      expect(await store.find(email, 'two', 'b')).toEqual({ status: 'wrong' })
    })

    it('burns after too many wrong tries, also at once: those of a browser burn its own attempt, those of anybody all', async () => {
      const store = make()
      const email = address()
      await store.add(email, { id: 'a', payload: 1 }, 'one')
      await store.add(email, { id: 'b', payload: 2 }, 'two')
      const own = await Promise.all(Array.from({ length: CODE_TRIES }, () => store.find(email, 'no', 'b')))
      expect(own.map(({ status }) => status).toSorted()).toEqual(['burned', ...Array(CODE_TRIES - 1).fill('wrong')])
      expect(await store.take(email, 'b', 'two')).toBe(false)
      for (let wrong = 1; wrong < CODE_TRIES; wrong++)
        expect(await store.find(email, 'no', 'b')).toEqual({ status: 'wrong' })
      expect(await store.find(email, 'one', null)).toMatchObject({ status: 'ok' })
      await store.countWrong(email, 'a')
      expect(await store.find(email, 'one', null)).toEqual({ status: 'missing' })
    })
  })
}

/** What every challenge store promises. */
export function challengeStoreContract(name: string, make: () => ChallengeStore): void {
  describe(`${name} keeps the promise of a challenge store`, () => {
    it('lets look often and take once, also at once', async () => {
      const store = make()
      const id = crypto.randomUUID()
      expect(await store.look('totp', id)).toBeNull()
      await store.put('totp', id, { secret: 'Ёжик' }, 60)
      expect(await store.look('totp', id)).toEqual({ secret: 'Ёжик' })
      const taken = await Promise.all(Array.from({ length: 20 }, () => store.take('totp', id)))
      expect(taken.filter((payload) => payload !== null)).toEqual([{ secret: 'Ёжик' }])
      expect(await store.look('totp', id)).toBeNull()
    })

    it('keeps kinds and ids apart, and replaces', async () => {
      const store = make()
      const id = crypto.randomUUID()
      await store.put('passkey-login', id, 'old', 60)
      await store.put('passkey-login', id, 'new', 60)
      expect(await store.take('passkey-new', id)).toBeNull()
      expect(await store.take('passkey-login', crypto.randomUUID())).toBeNull()
      expect(await store.take('passkey-login', id)).toBe('new')
    })
  })
}

const reading = (fields: Partial<SftpGrant & { mode: 'read' }> = {}): SftpGrant => ({
  ...{ mode: 'read', userId: crypto.randomUUID(), gameId: crypto.randomUUID(), buildId: crypto.randomUUID() },
  ...{ manifestSha256: 'a'.repeat(64), ...fields },
})

/** What every credential store promises. */
export function credentialStoreContract(name: string, make: () => CredentialStore): void {
  describe(`${name} keeps the promise of a credential store`, () => {
    it('lets in who has name and password, and nobody else', async () => {
      const store = make()
      const grant = reading()
      const { username, password } = await store.issue(grant)
      expect(username).toMatch(/^dl-/u)
      expect(await store.redeem(username, 'wrong')).toBeNull()
      expect(await store.redeem('dl-000000000000000000000000', password)).toBeNull()
      expect(await store.redeem("dl-' or 1=1", password)).toBeNull()
      expect(await store.redeem(username, password)).toEqual(grant)
    })

    it('counts log-ins, also at once', async () => {
      const store = make()
      const { username, password } = await store.issue(reading())
      const tries = Array.from({ length: CREDENTIAL_CONNECTIONS + 5 }, () => store.redeem(username, password))
      const answers = await Promise.all(tries)
      expect(answers.filter((answer) => answer !== null)).toHaveLength(CREDENTIAL_CONNECTIONS)
    })

    it('ends what a revocation means, and only that', async () => {
      const store = make()
      const grant = reading()
      const { userId, gameId } = grant
      const since = new Date(Date.now() - 1000)
      const mine = [await store.issue(grant), await store.issue({ ...grant })]
      const otherGame = await store.issue(reading({ userId }))
      const upload = await store.issue({ mode: 'write', userId, gameId, uploadId: 'one' })
      await store.revoke({ userId, gameId })
      await store.revoke({ userId, gameId })
      for (const { username, password } of mine) expect(await store.redeem(username, password)).toBeNull()
      expect(await store.redeem(otherGame.username, otherGame.password)).not.toBeNull()
      expect(await store.redeem(upload.username, upload.password)).not.toBeNull()
      expect(await store.isRevoked(grant, since)).toBe(true)
      expect(await store.isRevoked(grant, new Date(Date.now() + 60_000))).toBe(false)
      expect(await store.isRevoked({ mode: 'write', userId, gameId, uploadId: 'one' }, since)).toBe(false)
    })

    it('ends one upload and leaves another', async () => {
      const store = make()
      const { userId, gameId } = reading()
      const one = await store.issue({ mode: 'write', userId, gameId, uploadId: 'one' })
      const two = await store.issue({ mode: 'write', userId, gameId, uploadId: 'two' })
      await store.revoke({ userId, gameId, uploadId: 'one' })
      expect(await store.redeem(one.username, one.password)).toBeNull()
      expect(await store.redeem(two.username, two.password)).toMatchObject({ uploadId: 'two' })
    })

    it('tells listeners until they stop', async () => {
      const store = make()
      const told: (Revocation | null)[] = []
      const grant = reading()
      const heard = Promise.withResolvers<void>()
      const stop = store.onRevoked((revocation) => {
        told.push(revocation)
        if (revocation?.userId === grant.userId) heard.resolve()
      })
      await store.revoke({ userId: grant.userId, gameId: grant.gameId })
      await heard.promise
      stop()
      const before = told.length
      const after = reading()
      await store.revoke({ userId: after.userId, gameId: after.gameId })
      expect(told).toHaveLength(before)
    })
  })
}

/** A provider in a test's hands: it can be paid at, and can be told to sign webhooks. */
export interface PayableProvider {
  provider: PaymentProvider
  /** Somebody pays on the provider's page. */
  pay(payment: PaymentToOpen, ref: string): Promise<void>
  /** A webhook as the provider would send it about that payment. */
  webhook(payment: PaymentToOpen, ref: string): Promise<{ body: Buffer; headers: Record<string, string> }>
}

/** What every payment provider promises. */
export function paymentProviderContract(name: string, make: () => PayableProvider): void {
  const payment = (): PaymentToOpen => ({
    ...{ orderId: crypto.randomUUID(), amount: 1299, currency: 'USD', description: 'Ёжик & <туман>' },
    ...{ returnUrl: 'https://kettle.test/order', expiresAt: new Date(Date.now() + 1_800_000).toISOString() },
    locale: 'ru',
  })
  const refundOf = (orderId: string, ref: string) => ({
    ...{ refundId: crypto.randomUUID(), orderId, ref, amount: 1299, currency: 'USD' },
  })

  describe(`${name} keeps the promise of a payment provider`, () => {
    it('opens one payment for one order, also at once', async () => {
      const { provider } = make()
      const one = payment()
      const answers = await Promise.all([1, 2, 3].map(() => provider.open(one)))
      const other = await provider.open(payment())
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
      expect(other.ref).not.toBe(answers[0]?.ref)
    })

    it('closes what nobody paid, as often as it is asked', async () => {
      const { provider } = make()
      const one = payment()
      const { ref } = await provider.open(one)
      const close = () => provider.close({ orderId: one.orderId, ref })
      expect([await close(), await close()]).toEqual([null, null])
    })

    it('gives what was paid when it is closed afterwards', async () => {
      const { provider, pay } = make()
      const one = payment()
      const { ref } = await provider.open(one)
      await pay(one, ref)
      expect(await provider.close({ orderId: one.orderId, ref })).toEqual({ amount: 1299, currency: 'USD' })
    })

    it('reads its own webhooks and no others', async () => {
      const { provider, pay, webhook } = make()
      const one = payment()
      const { ref } = await provider.open(one)
      await pay(one, ref)
      const { body, headers } = await webhook(one, ref)
      const { orderId, amount, currency } = one
      const event = { type: 'payment', orderId, outcome: 'paid', amount, currency }
      expect(await provider.readWebhook(body, headers)).toMatchObject(event)
      const forged = Buffer.from(body.toString().replace('1299', '9999'))
      await expect(provider.readWebhook(forged, headers)).rejects.toMatchObject({ reason: 'FORBIDDEN' })
      await expect(provider.readWebhook(body, {})).rejects.toMatchObject({ reason: 'FORBIDDEN' })
      await expect(provider.readWebhook(Buffer.alloc(0), headers)).rejects.toMatchObject({ reason: 'FORBIDDEN' })
    })

    it('gives back once for one name', async () => {
      const { provider, pay } = make()
      const one = payment()
      const { ref } = await provider.open(one)
      await pay(one, ref)
      const refund = refundOf(one.orderId, ref)
      expect([await provider.refund(refund), await provider.refund(refund)]).toEqual(['done', 'done'])
    })
  })
}

/** What every event bus promises. `make` gives two nodes' ends of one bus. */
export function eventBusContract(name: string, make: () => { here: EventBus; there: EventBus }): void {
  describe(`${name} keeps the promise of an event bus`, () => {
    /** Resolves once what `there` publishes after this has come through on a topic. */
    const settled = async ({ here, there }: { here: EventBus; there: EventBus }) => {
      const topic = `inbox:${crypto.randomUUID()}`
      const done = Promise.withResolvers<void>()
      const stop = await here.subscribe(topic, () => done.resolve())
      there.publish(topic, null)
      await done.promise
      stop()
    }

    it('tells everyone who listens to a topic, in order, and nobody else', async () => {
      const nodes = make()
      const topic = `inbox:${crypto.randomUUID()}`
      const heard: [string, unknown][] = []
      const stops = [
        await nodes.here.subscribe(topic, (message) => heard.push(['a', message])),
        await nodes.here.subscribe(topic, (message) => heard.push(['b', message])),
        await nodes.here.subscribe(`inbox:${crypto.randomUUID()}`, (message) => heard.push(['c', message])),
      ]
      for (let number = 0; number < 50; number++) nodes.there.publish(topic, { number, text: 'ё' })
      await settled(nodes)
      const of = (listener: string) => heard.filter(([name]) => name === listener).map(([, message]) => message)
      const all = Array.from({ length: 50 }, (_, number) => ({ number, text: 'ё' }))
      expect([of('a'), of('b'), of('c')]).toEqual([all, all, []])
      for (const stop of stops) stop()
    })

    it('hears nothing after it has stopped, and again after it has begun anew', async () => {
      const nodes = make()
      const topic = `presence:${crypto.randomUUID()}`
      const heard: unknown[] = []
      const listen = () => nodes.here.subscribe(topic, (message) => heard.push(message))
      const stop = await listen()
      stop()
      stop()
      nodes.there.publish(topic, 'unheard')
      await settled(nodes)
      const again = await listen()
      nodes.there.publish(topic, 'heard')
      await settled(nodes)
      expect(heard).toEqual(['heard'])
      again()
    })

    it('takes hundreds of topics at once', async () => {
      const nodes = make()
      const topics = Array.from({ length: 300 }, () => `inbox:${crypto.randomUUID()}`)
      const heard = new Set<string>()
      const stops = await Promise.all(topics.map((topic) => nodes.here.subscribe(topic, () => heard.add(topic))))
      for (const topic of topics) nodes.there.publish(topic, 1)
      await settled(nodes)
      expect(heard.size).toBe(300)
      for (const stop of stops) stop()
    })
  })
}

/** What every presence store promises. */
export function presenceStoreContract(name: string, make: () => PresenceStore): void {
  describe(`${name} keeps the promise of a presence store`, () => {
    it('joins the connections of one person: who is active on one is online', async () => {
      const store = make()
      const [anna, boris] = [crypto.randomUUID(), crypto.randomUUID()]
      const state = async () => (await store.read([anna, boris])).get(anna)?.state
      expect(await store.read([anna])).toEqual(new Map([[anna, { state: null, lastSeenAt: null }]]))
      await store.put(anna, 'page', 'away')
      expect(await state()).toBe('away')
      await store.put(anna, 'launcher', 'online')
      expect(await state()).toBe('online')
      await store.put(anna, 'launcher', 'away')
      expect(await state()).toBe('away')
      await store.remove(anna, 'page')
      await store.remove(anna, 'page')
      expect(await state()).toBe('away')
      await store.remove(anna, 'launcher')
      const seen = await store.read([boris, anna])
      expect(seen.get(anna)).toEqual({ state: null, lastSeenAt: expect.any(Date) })
      expect(seen.get(boris)).toEqual({ state: null, lastSeenAt: null })
      expect(await store.read([])).toEqual(new Map())
    })
  })
}
