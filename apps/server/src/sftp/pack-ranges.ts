import type { Manifest } from '@kettle/depot'

/** Byte ranges of a pack as [begin, end, begin, end ...], sorted; none touches the next. */
export type PackRanges = Float64Array

/** What a manifest names of each of its packs, by their order in it. */
export function packRanges({ chunks, packs }: Manifest): PackRanges[] {
  const named: { offset: number; packedSize: number }[][] = packs.map(() => [])
  for (const chunk of chunks) named[chunk.pack]?.push(chunk)
  return named.map((ofPack) => {
    ofPack.sort((a, b) => a.offset - b.offset)
    const ranges: number[] = []
    for (const { offset, packedSize } of ofPack) {
      const last = ranges.length - 1
      const end = offset + packedSize
      if (last > 0 && offset <= (ranges[last] ?? 0)) ranges[last] = Math.max(ranges[last] ?? 0, end)
      else ranges.push(offset, end)
    }
    return Float64Array.from(ranges)
  })
}

/** How many bytes may be read from `offset` on: 0 where no range holds it. */
export function readableFrom(ranges: PackRanges, offset: number): number {
  let low = 0
  let high = ranges.length / 2
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[2 * middle + 1] ?? 0) <= offset) low = middle + 1
    else high = middle
  }
  const begin = ranges[2 * low]
  return begin !== undefined && begin <= offset ? (ranges[2 * low + 1] ?? 0) - offset : 0
}
