import { type Point, polygon } from '../svg.ts'

/** Where the field (0, 0) has its upper corner, and how long a field's side is across the screen. */
export interface Grid {
  x: number
  y: number
  unit: number
}

type Space = readonly [i: number, j: number, up: number]
/** Colours of what faces up, the left and the right. */
type Faces = readonly [top: string, left: string, right: string]

/** A place of the grid on the screen; `up` is in fields too. */
export function place({ x, y, unit }: Grid, i: number, j: number, up: number): Point {
  return [x + (i - j) * unit * 0.5, y + (i + j) * unit * 0.25 - up * unit * 0.6]
}

export function tile(grid: Grid, i: number, j: number, fill: string): string {
  return polygon(
    [place(grid, i, j, 0), place(grid, i + 1, j, 0), place(grid, i + 1, j + 1, 0), place(grid, i, j + 1, 0)],
    fill,
  )
}

/** A box from its back corner: `size` along i, along j, and up. */
export function block(grid: Grid, [i, j, up]: Space, [di, dj, rise]: Space, [top, left, right]: Faces): string {
  const p = (a: number, b: number, c: number): Point => place(grid, i + a * di, j + b * dj, up + c * rise)
  return (
    polygon([p(0, 1, 0), p(1, 1, 0), p(1, 1, 1), p(0, 1, 1)], left) +
    polygon([p(1, 0, 0), p(1, 1, 0), p(1, 1, 1), p(1, 0, 1)], right) +
    polygon([p(0, 0, 1), p(1, 0, 1), p(1, 1, 1), p(0, 1, 1)], top)
  )
}

/** A roof with its ridge along i. */
export function prism(grid: Grid, [i, j, up]: Space, [di, dj, rise]: Space, fill: string): string {
  const p = (a: number, b: number, c: number): Point => place(grid, i + a * di, j + b * dj, up + c * rise)
  return (
    polygon([p(0, 0, 0), p(1, 0, 0), p(1, 0.5, 1), p(0, 0.5, 1)], fill, 'opacity="0.9"') +
    polygon([p(0, 1, 0), p(1, 1, 0), p(1, 0.5, 1), p(0, 0.5, 1)], fill) +
    polygon([p(1, 0, 0), p(1, 1, 0), p(1, 0.5, 1)], '#f1e2bf')
  )
}
