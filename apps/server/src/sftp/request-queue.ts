/** Answers a client's requests in order of arrival, some at once, and none while the way out is full. */
export interface RequestQueue {
  /** @param bytes what the request itself holds in memory */
  push(answer: () => Promise<void>, bytes: number): void
  /** Looks again whether the way out is free. */
  pump(): void
  /** Drops what waits. */
  close(): void
}

export interface RequestQueueOptions {
  /** How many answers may be in the making. */
  atOnce: number
  /** How many requests may wait, and their bytes; more calls `onFlood`. */
  mostWaiting: number
  mostBytes: number
  /** Whether the way out takes another answer. */
  isClear: () => boolean
  onFlood: () => void
  /** Told the bytes that wait whenever they change. */
  onBytes?: (bytes: number) => void
}

export function requestQueue({
  atOnce,
  mostWaiting,
  mostBytes,
  isClear,
  onFlood,
  onBytes,
}: RequestQueueOptions): RequestQueue {
  let queue: { answer: () => Promise<void>; bytes: number }[] = []
  let running = 0
  let held = 0
  let closed = false

  const hold = (bytes: number): void => {
    if (bytes === 0) return
    held += bytes
    onBytes?.(held)
  }
  const pump = (): void => {
    while (!closed && running < atOnce && queue.length > 0 && isClear()) {
      const next = queue.shift()
      if (!next) return
      running++
      next.answer().finally(() => {
        running--
        hold(-next.bytes)
        pump()
      })
    }
  }
  return {
    push(answer, bytes) {
      if (closed) return
      if (queue.length >= mostWaiting || held + bytes > mostBytes) return onFlood()
      queue.push({ answer, bytes })
      hold(bytes)
      pump()
    },
    pump,
    close() {
      closed = true
      queue = []
    },
  }
}
