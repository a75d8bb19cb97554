// biome-ignore-all lint/correctness/noUnusedVariables: a plain script, its names are used by the scripts after it
/** Draws one frame of a room. `view` is `{room, state, penguin: {x, y, lean}, time, splashes}`; all sizes are in cells. */
const Picture = {
  fit(canvas, room) {
    const ratio = Math.min(window.devicePixelRatio || 1, 2)
    const box = canvas.getBoundingClientRect()
    canvas.width = Math.round(box.width * ratio)
    canvas.height = Math.round(box.height * ratio)
    const unit = Math.floor(
      Math.min((canvas.width - 24) / (room.width + 1), (canvas.height - 80 * ratio) / (room.height + 1)),
    )
    return { unit, x: (canvas.width - unit * room.width) / 2, y: (canvas.height - unit * room.height) / 2 - 14 * ratio }
  },

  draw(canvas, view) {
    const context = canvas.getContext('2d')
    const { unit, x, y } = Picture.fit(canvas, view.room)
    context.clearRect(0, 0, canvas.width, canvas.height)
    context.save()
    context.translate(x, y)
    context.scale(unit, unit)
    Picture.floor(context, view)
    for (const spot of view.state.fish) Picture.fish(context, Picture.place(view.room, spot), view.time)
    Picture.walrus(context, Picture.place(view.room, view.room.walrus), view.state.fish.length === 0, view.time)
    Picture.penguin(context, view.penguin)
    for (const splash of view.splashes) Picture.splash(context, splash)
    context.restore()
  },

  place(room, at) {
    return { x: (at % room.width) + 0.5, y: Math.floor(at / room.width) + 0.5 }
  },

  block(context, x, y, w, h, r, fill) {
    context.fillStyle = fill
    context.beginPath()
    context.roundRect(x, y, w, h, r)
    context.fill()
  },

  dot(context, x, y, rx, ry, fill) {
    context.fillStyle = fill
    context.beginPath()
    context.ellipse(x, y, rx, ry, 0, 0, Math.PI * 2)
    context.fill()
  },

  floor(context, { room, state, time }) {
    Picture.block(context, -0.35, -0.25, room.width + 0.7, room.height + 0.75, 0.4, '#3a7ca5')
    Picture.block(context, -0.35, -0.35, room.width + 0.7, room.height + 0.7, 0.4, '#6db7d6')
    for (let at = 0; at < room.cells.length; at++) {
      const x = at % room.width
      const y = Math.floor(at / room.width)
      const cell = room.cells[at]
      Picture.block(context, x + 0.02, y + 0.02, 0.96, 0.96, 0.1, (x + y) % 2 ? '#e4f6fb' : '#d3eef7')
      context.fillStyle = 'rgb(255 255 255 / 0.6)'
      context.fillRect(x + 0.16, y + 0.2, 0.2, 0.05)
      if (state.water.includes(at)) {
        Picture.block(context, x + 0.04, y + 0.04, 0.92, 0.92, 0.16, '#1f6f9f')
        context.fillStyle = 'rgb(255 255 255 / 0.35)'
        context.fillRect(x + 0.25 + Math.sin(time / 500 + at) * 0.08, y + 0.4, 0.4, 0.05)
        context.fillRect(x + 0.35 - Math.sin(time / 500 + at) * 0.08, y + 0.6, 0.3, 0.05)
      } else if (cell === '~') {
        Picture.block(context, x + 0.06, y + 0.06, 0.88, 0.88, 0.12, '#a6d8ec')
        context.strokeStyle = '#fff'
        context.lineWidth = 0.045
        context.beginPath()
        context.moveTo(x + 0.2, y + 0.3)
        context.lineTo(x + 0.45, y + 0.5)
        context.lineTo(x + 0.35, y + 0.8)
        context.moveTo(x + 0.45, y + 0.5)
        context.lineTo(x + 0.8, y + 0.4)
        context.stroke()
      } else if (cell === '*') {
        Picture.dot(context, x + 0.5, y + 0.62, 0.42, 0.26, '#b9d7e6')
        Picture.dot(context, x + 0.5, y + 0.55, 0.42, 0.28, '#fff')
        Picture.dot(context, x + 0.36, y + 0.45, 0.2, 0.18, '#fff')
        Picture.dot(context, x + 0.64, y + 0.42, 0.22, 0.2, '#f5fbfe')
      } else if (cell === '#') {
        Picture.block(context, x + 0.03, y + 0.03, 0.94, 0.94, 0.14, '#4d7ea3')
        Picture.block(context, x + 0.03, y - 0.1, 0.94, 0.86, 0.14, '#8fc4de')
        Picture.block(context, x + 0.12, y - 0.03, 0.5, 0.14, 0.07, '#c8e8f4')
      }
    }
  },

  fish(context, { x, y }, time) {
    context.save()
    context.translate(x, y + Math.sin(time / 300 + x) * 0.05)
    Picture.dot(context, -0.04, 0, 0.27, 0.15, '#ff6b57')
    context.fillStyle = '#ff6b57'
    context.beginPath()
    context.moveTo(0.16, 0)
    context.lineTo(0.36, -0.16)
    context.lineTo(0.36, 0.16)
    context.fill()
    Picture.dot(context, -0.17, -0.03, 0.03, 0.03, '#16294a')
    context.restore()
  },

  walrus(context, { x, y }, ready, time) {
    context.save()
    context.translate(x, y)
    if (ready)
      Picture.dot(
        context,
        0,
        0,
        0.56 + Math.sin(time / 180) * 0.05,
        0.56 + Math.sin(time / 180) * 0.05,
        'rgb(255 209 102 / 0.6)',
      )
    Picture.dot(context, 0, 0.08, 0.42, 0.38, '#8a5a44')
    Picture.dot(context, 0, -0.14, 0.28, 0.26, '#9c6a50')
    Picture.dot(context, -0.1, 0, 0.14, 0.11, '#c9a28b')
    Picture.dot(context, 0.1, 0, 0.14, 0.11, '#c9a28b')
    Picture.dot(context, -0.1, -0.2, 0.035, 0.04, '#221510')
    Picture.dot(context, 0.1, -0.2, 0.035, 0.04, '#221510')
    Picture.dot(context, 0, -0.06, 0.05, 0.035, '#221510')
    context.fillStyle = '#fff'
    context.fillRect(-0.13, 0.06, 0.06, 0.22)
    context.fillRect(0.07, 0.06, 0.06, 0.22)
    context.restore()
  },

  penguin(context, { x, y, lean }) {
    context.save()
    context.translate(x, y)
    Picture.dot(context, 0, 0.36, 0.3, 0.08, 'rgb(29 53 87 / 0.25)')
    context.rotate(lean)
    Picture.dot(context, -0.13, 0.36, 0.12, 0.06, '#ff9f1c')
    Picture.dot(context, 0.13, 0.36, 0.12, 0.06, '#ff9f1c')
    Picture.dot(context, 0, 0.06, 0.3, 0.33, '#1d3557')
    Picture.dot(context, 0, -0.2, 0.23, 0.2, '#1d3557')
    Picture.dot(context, 0, 0.12, 0.2, 0.24, '#fdfcf7')
    Picture.dot(context, -0.08, -0.2, 0.09, 0.1, '#fdfcf7')
    Picture.dot(context, 0.08, -0.2, 0.09, 0.1, '#fdfcf7')
    Picture.dot(context, -0.06, -0.2, 0.03, 0.035, '#16294a')
    Picture.dot(context, 0.06, -0.2, 0.03, 0.035, '#16294a')
    context.fillStyle = '#ff9f1c'
    context.beginPath()
    context.moveTo(-0.07, -0.13)
    context.lineTo(0.07, -0.13)
    context.lineTo(0, -0.04)
    context.fill()
    context.fillStyle = '#e63946'
    context.beginPath()
    context.moveTo(0, 0)
    context.lineTo(-0.12, -0.06)
    context.lineTo(-0.12, 0.06)
    context.lineTo(0, 0)
    context.lineTo(0.12, -0.06)
    context.lineTo(0.12, 0.06)
    context.fill()
    context.restore()
  },

  splash(context, { x, y, age, colour }) {
    context.globalAlpha = Math.max(0, 1 - age)
    for (let i = 0; i < 8; i++) {
      const turn = (i / 8) * Math.PI * 2
      Picture.dot(context, x + Math.cos(turn) * age * 0.6, y + Math.sin(turn) * age * 0.6, 0.06, 0.06, colour)
    }
    context.globalAlpha = 1
  },
}
