/** One line of the bench. */
export interface Row {
  name: string
  ours: number
  peer: number
  unit: string
  /** Ours against the peer; above 1 ours is better. */
  ratio: number
  /** What the ratio (or our figure) must reach. */
  bar: string
}

export type Report = (row: Row) => void

/** The middle one. */
export function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
