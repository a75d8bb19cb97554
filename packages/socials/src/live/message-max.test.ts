import { MESSAGE_MAX } from '@kettle/api/client'
import { expect, it } from 'vitest'
import { messageMax } from './message-max.ts'

it('is what the store accepts', () => expect(messageMax).toBe(MESSAGE_MAX))
