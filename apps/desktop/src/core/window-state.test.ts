import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LEAST, openingOf, windowState } from './window-state.ts'

const screen = { x: 0, y: 25, width: 1920, height: 1055 }
const right = { x: 1920, y: 0, width: 1280, height: 1024 }
const left = (x: number, y: number, width = 1000, height = 700, maximized = false) => ({
  bounds: { x, y, width, height },
  maximized,
})

test('the first time the system chooses the place, and a small screen gets a small window', () => {
  expect(openingOf(null, [screen])).toEqual({ place: null, width: 1180, height: 760, maximized: false })
  expect(openingOf(null, [{ x: 0, y: 0, width: 1024, height: 600 }])).toMatchObject({ width: 1024, height: 600 })
  expect(openingOf(left(5, 5), [])).toMatchObject({ place: null, width: 1180 })
})

test('a window opens as it was left, also partly off its screen, on the second one, or maximised', () => {
  expect(openingOf(left(100, 100), [screen])).toEqual({
    place: { x: 100, y: 100 },
    ...{ width: 1000, height: 700, maximized: false },
  })
  expect(openingOf(left(-800, 40), [screen]).place).toEqual({ x: -800, y: 40 })
  expect(openingOf(left(2000, 300), [screen, right]).place).toEqual({ x: 2000, y: 300 })
  expect(openingOf(left(100, 100, 1000, 700, true), [screen]).maximized).toBe(true)
})

test.each([
  ['the second screen is gone', left(2000, 300)],
  ['it hangs too far to the left', left(-900, 300)],
  ['its title bar is above the screen', left(100, -200)],
  ['its title bar is behind the task bar', left(100, 1075)],
])('when %s, it comes to the middle of the first', (_why, was) => {
  expect(openingOf(was, [screen]).place).toEqual({ x: 460, y: 203 })
})

test('what was larger than today’s screen is made to fit', () => {
  expect(openingOf(left(0, 30, 3000, 2000), [screen])).toMatchObject({ width: 1920, height: 1055 })
})

test('whatever was left, the title bar can be grabbed and the window is not larger than a screen', () => {
  const length = fc.integer({ min: -5000, max: 5000 })
  const state = fc.record({
    bounds: fc.record({ x: length, y: length, width: length, height: length }),
    maximized: fc.boolean(),
  })
  fc.assert(
    fc.property(state, (was) => {
      const { place, width, height } = openingOf(was, [screen, right])
      if (!place) throw new Error('a window that was somewhere has a place')
      const on = [screen, right].find(
        ({ x, y, width: w, height: h }) =>
          place.x + width >= x + 100 && place.x <= x + w - 100 && place.y >= y && place.y <= y + h - 32,
      )
      expect(on).toBeDefined()
      expect(width).toBeGreaterThanOrEqual(LEAST.width)
      expect(width).toBeLessThanOrEqual(1920)
      expect(height).toBeLessThanOrEqual(1055)
    }),
  )
})

test('a file with nonsense in it is no state', () => {
  for (const text of ['{}', '{"bounds":{"x":null},"maximized":1}', '[]'])
    expect(windowState.safeParse(JSON.parse(text)).success).toBe(false)
  expect(windowState.parse({ bounds: { x: 0.4, y: 1.6, width: 5, height: 5 }, maximized: false }).bounds).toEqual({
    ...{ x: 0, y: 2, width: 5, height: 5 },
  })
})
