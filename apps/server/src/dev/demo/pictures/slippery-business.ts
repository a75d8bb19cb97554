import {
  coverSize,
  gradient,
  headerSize,
  lettering,
  px,
  random,
  repeat,
  ridge,
  type Size,
  screenSize,
  svg,
} from '../svg.ts'

function penguin(x: number, y: number, scale: number): string {
  return `<g transform="translate(${x} ${y}) scale(${scale}) rotate(-14)">
    <ellipse cx="0" cy="0" rx="78" ry="104" fill="#1d3557"/><ellipse cx="6" cy="18" rx="54" ry="80" fill="#fdfcf7"/>
    <path d="M-74 -20 Q-132 -6 -140 44 Q-96 34 -66 30Z" fill="#16294a"/><path d="M72 -24 Q124 -60 138 -112 Q92 -92 60 -62Z" fill="#16294a"/>
    <circle cx="0" cy="-92" r="58" fill="#1d3557"/><ellipse cx="-18" cy="-86" rx="24" ry="29" fill="#fdfcf7"/><ellipse cx="24" cy="-86" rx="24" ry="29" fill="#fdfcf7"/>
    <circle cx="-12" cy="-92" r="8" fill="#16294a"/><circle cx="28" cy="-92" r="8" fill="#16294a"/><circle cx="-10" cy="-95" r="2.6" fill="#fff"/><circle cx="30" cy="-95" r="2.6" fill="#fff"/>
    <path d="M-8 -74 L28 -74 L10 -52Z" fill="#ff9f1c"/><path d="M0 -36 l-26 -14 v28z M0 -36 l26 -14 v28z" fill="#e63946"/><circle cy="-36" r="6" fill="#b3202d"/>
    <ellipse cx="-32" cy="104" rx="34" ry="13" fill="#ff9f1c"/><ellipse cx="36" cy="104" rx="34" ry="13" fill="#ff9f1c"/>
    <ellipse cx="140" cy="-120" rx="74" ry="13" fill="#dfe7ee"/><ellipse cx="140" cy="-124" rx="74" ry="11" fill="#f8fbfd"/>
    <path d="M92 -132 Q134 -166 178 -132 L200 -152 L200 -118 L178 -132 Q134 -108 92 -132Z" fill="#ff6b57"/><circle cx="112" cy="-136" r="4" fill="#16294a"/></g>`
}

function scene(size: Size, at: { x: number; y: number; scale: number }): string {
  const { width, height } = size
  const next = random(7)
  const flakes = repeat(
    46,
    () =>
      `<circle cx="${px(next() * width)}" cy="${px(next() * height * 0.75)}" r="${px(1.5 + next() * 4)}" fill="#fff" opacity="${px(0.4 + next() * 0.5)}"/>`,
  )
  const speed = repeat(
    6,
    (i) =>
      `<rect x="${at.x - 330 - i * 23}" y="${at.y - 70 * at.scale + i * 34 * at.scale}" width="${150 + (i % 3) * 50}" height="7" rx="3.5" fill="#fff" opacity="0.75"/>`,
  )
  return `<defs>${gradient('sky', '#5cc3e8', '#a9e3f0', '#e8f8f6')}${gradient('ice', '#d9f3fa', '#8fd0e6')}</defs>
    <rect width="${width}" height="${height}" fill="url(#sky)"/>${ridge(size, height * 0.6, 190, '#c4ecf4', 3, 9)}${ridge(size, height * 0.66, 130, '#a4dcec', 11, 12)}
    <rect y="${height * 0.66}" width="${width}" height="${height * 0.34}" fill="url(#ice)"/>
    <path d="M0 ${height * 0.78} H${width} M0 ${height * 0.9} H${width} M${width * 0.3} ${height * 0.66} L${width * 0.1} ${height} M${width * 0.7} ${height * 0.66} L${width * 0.9} ${height}" stroke="#fff" stroke-width="5" opacity="0.55"/>
    ${flakes}${speed}<ellipse cx="${at.x - 20}" cy="${at.y + 118 * at.scale}" rx="${110 * at.scale}" ry="${15 * at.scale}" fill="#3a7ca5" opacity="0.35"/>${penguin(at.x, at.y, at.scale)}`
}

const stroke = 'stroke="#fff" stroke-width="12" paint-order="stroke" stroke-linejoin="round"'

/** 600x800. */
export const cover = (): string =>
  svg(
    coverSize,
    scene(coverSize, { x: 300, y: 520, scale: 1.25 }) +
      lettering('SLIPPERY', { x: 300, y: 130, size: 104, fill: '#1d3557', fit: 500, weight: 900, extra: stroke }) +
      lettering('BUSINESS', { x: 300, y: 222, size: 92, fill: '#e63946', fit: 440, weight: 900, extra: stroke }),
  )

/** 1200x500. */
export const header = (): string =>
  svg(
    headerSize,
    scene(headerSize, { x: 900, y: 310, scale: 1.02 }) +
      lettering('SLIPPERY', {
        x: 60,
        y: 150,
        size: 104,
        fill: '#1d3557',
        fit: 500,
        anchor: 'start',
        weight: 900,
        extra: stroke,
      }) +
      lettering('BUSINESS', {
        x: 60,
        y: 244,
        size: 92,
        fill: '#e63946',
        fit: 440,
        anchor: 'start',
        weight: 900,
        extra: stroke,
      }),
  )

/** A room of the game, drawn with the letters of its levels. */
function room(rows: string[], unit: number): string {
  const [width, height] = [(rows[0]?.length ?? 0) * unit, rows.length * unit]
  const [left, top] = [(1280 - width) / 2, (720 - height) / 2 + 20]
  const cells = rows.flatMap((row, j) =>
    [...row].map((cell, i) => {
      const [x, y] = [left + i * unit, top + j * unit]
      const ice = `<rect x="${x + 2}" y="${y + 2}" width="${unit - 4}" height="${unit - 4}" rx="9" fill="${(i + j) % 2 ? '#e4f6fb' : '#d3eef7'}"/>`
      const [cx, cy] = [x + unit / 2, y + unit / 2]
      if (cell === '#')
        return `${ice}<rect x="${x + 3}" y="${y + 3}" width="${unit - 6}" height="${unit - 6}" rx="12" fill="#4d7ea3"/><rect x="${x + 3}" y="${y - 8}" width="${unit - 6}" height="${unit - 14}" rx="12" fill="#8fc4de"/>`
      if (cell === '*')
        return `${ice}<ellipse cx="${cx}" cy="${cy + 6}" rx="34" ry="22" fill="#b9d7e6"/><ellipse cx="${cx}" cy="${cy}" rx="34" ry="22" fill="#fff"/>`
      if (cell === 'f')
        return `${ice}<ellipse cx="${cx - 3}" cy="${cy}" rx="22" ry="12" fill="#ff6b57"/><path d="M${cx + 13} ${cy}l16 -13v26z" fill="#ff6b57"/><circle cx="${cx - 14}" cy="${cy - 3}" r="3" fill="#16294a"/>`
      if (cell === 'W')
        return `${ice}<ellipse cx="${cx}" cy="${cy + 8}" rx="33" ry="30" fill="#8a5a44"/><ellipse cx="${cx}" cy="${cy - 10}" rx="23" ry="21" fill="#9c6a50"/><circle cx="${cx - 8}" cy="${cy - 15}" r="3" fill="#221510"/><circle cx="${cx + 8}" cy="${cy - 15}" r="3" fill="#221510"/><path d="M${cx - 11} ${cy + 2}h5v18h-5zM${cx + 6} ${cy + 2}h5v18h-5z" fill="#fff"/>`
      return ice
    }),
  )
  return `<rect x="${left - 26}" y="${top - 22}" width="${width + 52}" height="${height + 54}" rx="30" fill="#3a7ca5"/><rect x="${left - 26}" y="${top - 30}" width="${width + 52}" height="${height + 52}" rx="30" fill="#6db7d6"/>${cells.join('')}`
}

const caption = (text: string): string => lettering(text, { x: 640, y: 64, size: 30, fill: '#1d3557', weight: 800 })

/** 1280x720 each. */
export const screenshots: (() => string)[] = [
  () =>
    svg(
      screenSize,
      `<defs>${gradient('sky', '#5cc3e8', '#d9f3fa', '#a4dcec')}</defs><rect width="1280" height="720" fill="url(#sky)"/>` +
        room(['.....#..', '.#....f.', '.....*..', 'f.....#.', '...#...W', '#.......'], 84) +
        penguin(430, 500, 0.3) +
        caption('Room 6 of 12 · slides 3 · chef’s record 7'),
    ),
  () =>
    svg(
      screenSize,
      scene(screenSize, { x: 900, y: 420, scale: 1.5 }) +
        lettering('Served!', { x: 330, y: 300, size: 96, fill: '#e63946', weight: 900, extra: stroke }) +
        lettering('★★★', { x: 330, y: 400, size: 80, fill: '#ff9f1c', extra: stroke }) +
        lettering('The chef could not do better.', { x: 330, y: 470, size: 32, fill: '#1d3557', extra: stroke }),
    ),
]
