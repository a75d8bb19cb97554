import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

type Cbor = number | string | Uint8Array | Map<Cbor, Cbor>

interface Credential {
  id: string
  rpId: string
  userHandle: string
  privateKey: KeyObject
  counter: number
}

interface CreationOptions {
  challenge: string
  rp: { id?: string | undefined }
  user: { id: string }
  excludeCredentials?: { id: string }[] | undefined
}

interface RequestOptions {
  challenge: string
  rpId?: string | undefined
}

/** How it may behave otherwise than an honest one. */
export interface Misbehaviour {
  /** The page it believes to be on. */
  origin?: string
  /** The relying party that it signs for. */
  rpId?: string
  /** False when it did not ask for PIN, finger or face. */
  verified?: boolean
  /** The id that it gives a new passkey, as one made for somebody else has. */
  id?: string
  /** What it says its counter is. */
  counter?: number
}

/** A security key in software: P-256, attestation `none`, credentials that the store can find without a name. */
export class TestAuthenticator {
  readonly credentials: Credential[] = []
  readonly #origin: string

  constructor(origin = 'https://kettle.test') {
    this.#origin = origin
  }

  /** Makes a passkey, as `navigator.credentials.create` does. */
  create(options: CreationOptions, other: Misbehaviour = {}) {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const id = other.id ? Buffer.from(other.id, 'base64url') : randomBytes(32)
    const credential = {
      id: id.toString('base64url'),
      rpId: other.rpId ?? options.rp.id ?? '',
      userHandle: options.user.id,
      privateKey,
      counter: 0,
    }
    if (options.excludeCredentials?.some((known) => this.credentials.some((own) => own.id === known.id)))
      throw new Error('InvalidStateError: this authenticator has a passkey of the account')
    this.credentials.push(credential)
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
    const coordinate = (text: string) => Buffer.from(text, 'base64url')
    const cose = encode(
      new Map<Cbor, Cbor>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, coordinate(x)],
        [-3, coordinate(y)],
      ]),
    )
    const idLength = Buffer.from([id.length >> 8, id.length & 255])
    const attested = Buffer.concat([Buffer.alloc(16), idLength, id, cose])
    const authData = Buffer.concat([this.#head(credential, other, 0x40), attested])
    const attestation = new Map<Cbor, Cbor>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', authData],
    ])
    return {
      ...{ id: credential.id, rawId: credential.id, type: 'public-key' as const, clientExtensionResults: {} },
      response: {
        clientDataJSON: this.#clientData('webauthn.create', options.challenge, other).toString('base64url'),
        attestationObject: encode(attestation).toString('base64url'),
        transports: ['internal'],
      },
    }
  }

  /** Logs in with its newest passkey, as `navigator.credentials.get` does. */
  get({ challenge }: RequestOptions, other: Misbehaviour = {}) {
    const credential = this.credentials.at(-1)
    if (!credential) throw new Error('NotAllowedError: there is no passkey')
    credential.counter++
    const clientData = this.#clientData('webauthn.get', challenge, other)
    const authData = this.#head(credential, other, 0)
    const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()])
    return {
      ...{ id: credential.id, rawId: credential.id, type: 'public-key' as const, clientExtensionResults: {} },
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, credential.privateKey).toString('base64url'),
        userHandle: credential.userHandle,
      },
    }
  }

  #head(credential: Credential, { rpId = credential.rpId, verified = true, counter }: Misbehaviour, flags: number) {
    const bytes = Buffer.alloc(5)
    bytes[0] = 0x01 | (verified ? 0x04 : 0) | flags
    bytes.writeUInt32BE(counter ?? credential.counter, 1)
    return Buffer.concat([createHash('sha256').update(rpId).digest(), bytes])
  }

  #clientData(type: string, challenge: string, { origin = this.#origin }: Misbehaviour): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  }
}

/** As much of CBOR (RFC 8949) as an attestation needs. */
function encode(value: Cbor): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  const pairs = [...value].flatMap(([key, item]) => [encode(key), encode(item)])
  return Buffer.concat([head(5, value.size), ...pairs])
}

function head(major: number, length: number): Buffer {
  const type = major << 5
  if (length < 24) return Buffer.from([type | length])
  return length < 256 ? Buffer.from([type | 24, length]) : Buffer.from([type | 25, length >> 8, length & 255])
}
