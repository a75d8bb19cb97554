// biome-ignore-all lint/correctness/noUnusedVariables: a plain script, its names are used by the scripts after it
const inks = ['#5fb3a1', '#f2a65a', '#e4572e', '#a8324a', '#f4d58d']

/** Draws one frame: `view` is `{world, top, sparks, time}`, `top` the world's y at the upper edge. */
const Picture = {
  stars: Array.from({ length: 140 }, (_, i) => ({
    x: (i * 0.6180339) % 1,
    y: (i * 0.7548776) % 1,
    size: 0.6 + ((i * 7) % 5) / 3,
    depth: 0.15 + ((i * 3) % 4) / 10,
  })),

  fit(canvas) {
    const ratio = Math.min(window.devicePixelRatio || 1, 2)
    const box = canvas.getBoundingClientRect()
    canvas.width = Math.round(box.width * ratio)
    canvas.height = Math.round(box.height * ratio)
    const scale = Math.min(canvas.width / World.width, canvas.height / 780)
    return { scale, height: canvas.height / scale, left: (canvas.width / scale - World.width) / 2 }
  },

  disc(context, x, y, r, fill) {
    context.fillStyle = fill
    context.beginPath()
    context.arc(x, y, r, 0, Math.PI * 2)
    context.fill()
  },

  draw(canvas, { world, top, sparks, time }) {
    const context = canvas.getContext('2d')
    const { scale, height, left } = Picture.fit(canvas)
    context.setTransform(scale, 0, 0, scale, 0, 0)
    context.fillStyle = '#10263b'
    context.fillRect(0, 0, canvas.width / scale, height)
    for (const star of Picture.stars) {
      const y = (((star.y * height - top * star.depth) % height) + height) % height
      Picture.disc(context, (star.x * canvas.width) / scale, y, star.size, 'rgb(247 236 208 / 0.7)')
    }
    context.translate(left, -top)
    for (const planet of world.planets)
      if (planet.y > top - 150 && planet.y < top + height + 150) Picture.planet(context, planet, world)
    for (const comet of world.comets) Picture.comet(context, comet, time)
    if (!world.over) Picture.aim(context, world)
    for (const spark of sparks) {
      context.globalAlpha = Math.max(0, 1 - spark.age)
      Picture.disc(
        context,
        spark.x + spark.vx * spark.age,
        spark.y + spark.vy * spark.age,
        4 * (1 - spark.age) + 1,
        spark.colour,
      )
    }
    context.globalAlpha = 1
    if (!world.over) Picture.ship(context, world.ship, time)
    Picture.storm(context, world, left, top + height, time)
  },

  planet(context, planet, world) {
    context.strokeStyle = 'rgb(247 236 208 / 0.35)'
    context.lineWidth = 2
    context.setLineDash([2, 8])
    context.lineCap = 'round'
    context.beginPath()
    context.arc(planet.x, planet.y, planet.reach, 0, Math.PI * 2)
    context.stroke()
    context.setLineDash([])
    Picture.disc(context, planet.x, planet.y, planet.r, inks[planet.hue])
    context.save()
    context.beginPath()
    context.arc(planet.x, planet.y, planet.r, 0, Math.PI * 2)
    context.clip()
    context.fillStyle = 'rgb(255 255 255 / 0.16)'
    for (let i = 0; i < 3; i++)
      context.fillRect(
        planet.x - planet.r,
        planet.y - planet.r * 0.6 + i * planet.r * 0.55 + (planet.id % 3) * 4,
        planet.r * 2,
        planet.r * (0.1 + ((planet.id + i) % 3) * 0.08),
      )
    Picture.disc(context, planet.x + planet.r * 0.55, planet.y + planet.r * 0.4, planet.r, 'rgb(16 38 59 / 0.3)')
    context.restore()
    if (planet.stamped) {
      context.strokeStyle = '#f7ecd0'
      context.lineWidth = 3
      context.beginPath()
      context.moveTo(planet.x - 12, planet.y)
      context.lineTo(planet.x - 3, planet.y + 9)
      context.lineTo(planet.x + 13, planet.y - 10)
      context.stroke()
    } else if (planet.id > 0 && planet.id > world.ship.planet) {
      context.fillStyle = '#f7ecd0'
      context.fillRect(planet.x - 13, planet.y - 9, 26, 18)
      context.strokeStyle = '#10263b'
      context.lineWidth = 2
      context.beginPath()
      context.moveTo(planet.x - 13, planet.y - 9)
      context.lineTo(planet.x, planet.y + 2)
      context.lineTo(planet.x + 13, planet.y - 9)
      context.stroke()
    }
  },

  comet(context, comet, time) {
    const y = comet.y + Math.sin(time * 2 + comet.phase) * 4
    context.fillStyle = 'rgb(244 213 141 / 0.35)'
    context.beginPath()
    context.moveTo(comet.x - 9, y - 4)
    context.lineTo(comet.x + 36, y - 30)
    context.lineTo(comet.x + 5, y + 8)
    context.fill()
    Picture.disc(context, comet.x, y, 9, '#f4d58d')
  },

  /** The first planets show the way; later the line grows short, then goes. */
  aim(context, world) {
    const { ship } = world
    if (ship.mode !== 'orbit') return
    const length = Math.max(0, 260 - world.letters * 12)
    if (length < 30) return
    const vx = -Math.sin(ship.angle) * ship.spin
    const vy = Math.cos(ship.angle) * ship.spin
    context.strokeStyle = 'rgb(247 236 208 / 0.55)'
    context.lineWidth = 3
    context.setLineDash([4, 12])
    context.beginPath()
    context.moveTo(ship.x + vx * 20, ship.y + vy * 20)
    context.lineTo(ship.x + vx * length, ship.y + vy * length)
    context.stroke()
    context.setLineDash([])
  },

  ship(context, ship, time) {
    const heading =
      ship.mode === 'orbit'
        ? Math.atan2(Math.cos(ship.angle) * ship.spin, -Math.sin(ship.angle) * ship.spin)
        : Math.atan2(ship.vy, ship.vx)
    context.save()
    context.translate(ship.x, ship.y)
    context.rotate(heading)
    context.fillStyle = '#f2a65a'
    context.beginPath()
    context.moveTo(-12, -6)
    context.lineTo(-22 - Math.sin(time * 40) * 5 - (ship.mode === 'flight' ? 12 : 0), 0)
    context.lineTo(-12, 6)
    context.fill()
    context.fillStyle = '#e4572e'
    context.beginPath()
    context.moveTo(-14, -13)
    context.lineTo(-2, -6)
    context.lineTo(-2, 6)
    context.lineTo(-14, 13)
    context.fill()
    context.fillStyle = '#f7ecd0'
    context.beginPath()
    context.moveTo(20, 0)
    context.quadraticCurveTo(8, -11, -12, -8)
    context.lineTo(-12, 8)
    context.quadraticCurveTo(8, 11, 20, 0)
    context.fill()
    Picture.disc(context, 4, 0, 4, '#10263b')
    context.restore()
  },

  storm(context, world, left, bottom, time) {
    for (let layer = 0; layer < 3; layer++) {
      context.fillStyle = ['rgb(228 87 46 / 0.35)', 'rgb(168 50 74 / 0.6)', '#58304f'][layer]
      context.beginPath()
      context.moveTo(-left - 40, bottom + 40)
      for (let x = -left - 40; x <= World.width + left + 40; x += 20) {
        context.lineTo(x, world.storm + 20 + layer * 26 + Math.sin(x / 46 + time * (2 + layer) + layer) * 12)
      }
      context.lineTo(World.width + left + 40, Math.max(bottom, world.storm) + 40)
      context.fill()
    }
  },
}
