/** In the place of the browser's EventSource: a connection that stands and brings nothing. */
export class SilentEventSource extends EventTarget {
  static readonly CLOSED = 2
  readonly readyState = 1

  close(): void {}
}
