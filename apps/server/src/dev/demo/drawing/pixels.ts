import { px } from '../svg.ts'

/** Rows of letters, each letter one pixel of an ink; `.` is see-through. Neighbours of one ink become one rectangle. */
export function pixels(
  rows: readonly string[],
  x: number,
  y: number,
  unit: number,
  inks: Record<string, string>,
): string {
  const drawn = rows.flatMap((row, j) =>
    [...row.matchAll(/([^.])\1*/gu)].map(
      ({ 0: run, 1: ink = '', index }) =>
        `<rect x="${px(x + index * unit)}" y="${px(y + j * unit)}" width="${px(run.length * unit)}" height="${px(unit + 0.3)}" fill="${inks[ink]}"/>`,
    ),
  )
  return `<g shape-rendering="crispEdges">${drawn.join('')}</g>`
}
