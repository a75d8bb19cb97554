import type { Answer, Events, RequestName } from './bridge.ts'

/** What the renderer sends over a WebSocket. */
export interface WireRequest {
  id: number
  name: string
  input: unknown
}

/** What it gets back: answers by the request's id, and events as they come. */
export type WireMessage =
  | { id: number; answer: Answer<RequestName> }
  | { [Name in keyof Events]: { event: Name; value: Events[Name] } }[keyof Events]
