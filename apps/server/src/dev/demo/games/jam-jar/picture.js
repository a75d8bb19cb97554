// biome-ignore-all lint/correctness/noUnusedVariables: a plain script, its names are used by the scripts after it
const inks = [
  ['#d7263d', '#5d8a3a'],
  ['#4b5fb8', '#2f3d80'],
  ['#8f1d3f', '#5d8a3a'],
  ['#ef4b4b', '#5d8a3a'],
  ['#7a4a9e', '#4f7d3a'],
  ['#f6a04d', '#5d8a3a'],
  ['#8fbf3f', '#6b4a2f'],
  ['#f2cf4a', '#6b4a2f'],
  ['#f0a3b4', '#5d8a3a'],
  ['#f0812b', '#5d8a3a'],
]

/** Draws one frame: `view` is `{jar, drops, labels, playing, time}`. */
const Picture = {
  /** Sizes the canvas to its box; gives how to come from the jar's lengths to the canvas's. */
  fit(canvas) {
    const ratio = Math.min(window.devicePixelRatio || 1, 2)
    const box = canvas.getBoundingClientRect()
    const [width, height] = [Math.round(box.width * ratio), Math.round(box.height * ratio)]
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
    const top = 64 * ratio
    const scale = Math.min(width / (Jar.width + 56), (height - top) / (Jar.height + 210))
    return {
      scale,
      ratio,
      x: (width - Jar.width * scale) / 2,
      y: Math.max(top + 150 * scale, height - (Jar.height + 54) * scale),
    }
  },

  draw(canvas, { jar, drops, labels, playing, time }) {
    const context = canvas.getContext('2d')
    const { scale, x, y } = Picture.fit(canvas)
    Picture.cloth(context, canvas, scale)
    context.save()
    context.translate(x, y)
    context.scale(scale, scale)
    Picture.glass(context, Jar.danger(jar), time)
    if (playing) Picture.hand(context, jar, time)
    for (const berry of jar.berries) Picture.berry(context, berry, { time, afraid: berry.outside > 0.4 })
    Picture.shine(context)
    for (const drop of drops) {
      context.globalAlpha = Math.max(0, 1 - drop.age)
      Picture.disc(
        context,
        drop.x + drop.vx * drop.age,
        drop.y + drop.vy * drop.age + 220 * drop.age ** 2,
        drop.r,
        drop.ink,
      )
    }
    context.textAlign = 'center'
    for (const label of labels) {
      context.globalAlpha = Math.max(0, 1 - label.age)
      context.font = `700 ${label.size}px Georgia, serif`
      context.lineWidth = 6
      context.strokeStyle = '#fff6e3'
      context.fillStyle = '#c9304a'
      context.strokeText(label.text, label.x, label.y - label.age * 46)
      context.fillText(label.text, label.x, label.y - label.age * 46)
    }
    context.restore()
  },

  disc(context, x, y, r, fill) {
    context.fillStyle = fill
    context.beginPath()
    context.arc(x, y, r, 0, Math.PI * 2)
    context.fill()
  },

  /** A gingham tablecloth. */
  cloth(context, canvas, scale) {
    const step = 44 * scale
    context.fillStyle = '#fff6e3'
    context.fillRect(0, 0, canvas.width, canvas.height)
    context.fillStyle = 'rgb(63 154 134 / 0.3)'
    for (let x = 0; x < canvas.width; x += step * 2) context.fillRect(x, 0, step, canvas.height)
    for (let y = 0; y < canvas.height; y += step * 2) context.fillRect(0, y, canvas.width, step)
  },

  outline(context) {
    context.beginPath()
    context.moveTo(-6, 0)
    context.lineTo(-6, Jar.height - 24)
    context.quadraticCurveTo(-6, Jar.height + 6, 24, Jar.height + 6)
    context.lineTo(Jar.width - 24, Jar.height + 6)
    context.quadraticCurveTo(Jar.width + 6, Jar.height + 6, Jar.width + 6, Jar.height - 24)
    context.lineTo(Jar.width + 6, 0)
  },

  glass(context, danger, time) {
    context.fillStyle = 'rgb(0 0 0 / 0.14)'
    context.beginPath()
    context.ellipse(Jar.width / 2, Jar.height + 14, Jar.width * 0.56, 16, 0, 0, Math.PI * 2)
    context.fill()
    Picture.outline(context)
    context.fillStyle = 'rgb(238 248 245 / 0.94)'
    context.fill()
    context.lineWidth = 10
    context.strokeStyle = '#8fb8b5'
    context.lineCap = 'round'
    context.stroke()
    context.lineWidth = 4
    context.strokeStyle =
      danger > 0 ? `rgb(201 48 74 / ${0.5 + 0.5 * Math.abs(Math.sin(time * 8))})` : 'rgb(143 184 181 / 0.8)'
    context.setLineDash([10, 12])
    context.beginPath()
    context.moveTo(4, 0)
    context.lineTo(Jar.width - 4, 0)
    context.stroke()
    context.setLineDash([])
  },

  shine(context) {
    context.fillStyle = 'rgb(255 255 255 / 0.4)'
    context.beginPath()
    context.roundRect(12, 26, 14, Jar.height - 150, 7)
    context.roundRect(Jar.width - 22, 26, 7, 120, 4)
    context.fill()
  },

  hand(context, jar, time) {
    context.strokeStyle = 'rgb(74 36 48 / 0.35)'
    context.lineWidth = 3
    context.setLineDash([3, 12])
    context.beginPath()
    context.moveTo(jar.x, Jar.hand + Jar.radii[jar.kind])
    context.lineTo(jar.x, Jar.height - 8)
    context.stroke()
    context.setLineDash([])
    const held = { kind: jar.kind, x: jar.x, y: Jar.hand + Math.sin(time * 3) * 2, r: Jar.radii[jar.kind], turn: 0 }
    context.globalAlpha = jar.wait > 0 ? 0.35 : 1
    Picture.berry(context, held, { time, afraid: false })
    context.globalAlpha = 1
    // What comes next waits on a saucer.
    const [x, y] = [Jar.width - 24, Jar.hand - 50]
    context.fillStyle = '#fff6e3'
    context.beginPath()
    context.ellipse(x, y + 8, 44, 20, 0, 0, Math.PI * 2)
    context.fill()
    context.strokeStyle = '#c9304a'
    context.lineWidth = 3
    context.stroke()
    const next = Jar.radii[jar.next] * 0.62
    Picture.berry(context, { kind: jar.next, x, y: y + 8 - next * 0.7, r: next, turn: 0 }, { time, afraid: false })
  },

  berry(context, { kind, x, y, r, turn }, { time, afraid }) {
    const [ink, leaf] = inks[kind]
    context.save()
    context.translate(x, y)
    context.rotate(turn)
    Picture.disc(context, 0, 0, r, ink)
    context.save()
    context.beginPath()
    context.arc(0, 0, r, 0, Math.PI * 2)
    context.clip()
    if (kind === 3)
      for (let i = 0; i < 14; i++)
        Picture.disc(context, (((i * 37) % 60) / 30) * r - r, (((i * 53) % 62) / 31) * r - r, r * 0.05, '#ffd98a')
    if (kind === 9) {
      context.strokeStyle = 'rgb(0 0 0 / 0.12)'
      context.lineWidth = r * 0.06
      for (const wide of [0.3, 0.7]) {
        context.beginPath()
        context.ellipse(0, 0, r * wide, r, 0, 0, Math.PI * 2)
        context.stroke()
      }
    }
    context.restore()
    context.fillStyle = leaf
    context.beginPath()
    context.moveTo(0, -r * 0.84)
    context.quadraticCurveTo(r * 0.34, -r * 1.24, r * 0.62, -r * 0.98)
    context.quadraticCurveTo(r * 0.4, -r * 0.72, 0, -r * 0.84)
    context.fill()
    // Light and face stay upright, more or less.
    context.rotate(-turn + Math.sin(turn) * 0.35)
    context.fillStyle = 'rgb(255 255 255 / 0.5)'
    context.beginPath()
    context.ellipse(-r * 0.4, -r * 0.5, r * 0.26, r * 0.14, -0.5, 0, Math.PI * 2)
    context.fill()
    const blink = Math.sin(time * 1.7 + kind * 2.1 + x / 90) > 0.985 ? 0.15 : 1
    for (const side of [-1, 1]) {
      context.fillStyle = '#4a2430'
      context.beginPath()
      context.ellipse(side * r * 0.32, -r * 0.04, r * 0.1, r * (afraid ? 0.14 : 0.1) * blink, 0, 0, Math.PI * 2)
      context.fill()
      Picture.disc(context, side * r * 0.52, r * 0.17, r * 0.1, 'rgb(255 140 160 / 0.75)')
    }
    context.strokeStyle = '#4a2430'
    context.lineWidth = Math.max(1.5, r * 0.06)
    context.beginPath()
    if (afraid) context.arc(0, r * 0.26, r * 0.09, 0, Math.PI * 2)
    else context.arc(0, r * 0.1, r * 0.16, 0.25 * Math.PI, 0.75 * Math.PI)
    context.stroke()
    context.restore()
  },
}
