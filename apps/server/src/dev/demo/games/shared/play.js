// biome-ignore-all lint/correctness/noUnusedVariables: a plain script, its names are used by the scripts after it
/** What all games here share: their page's parts, its language, a note to themselves, a little sound. */
const $ = (id) => document.getElementById(id)

const language = (new URLSearchParams(location.search).get('lang') ?? navigator.language).toLowerCase().startsWith('ru')
  ? 'ru'
  : 'en'

/** A value kept under a name; where the frame has no storage of its own, it lasts as long as the page. */
function keeper(name, value) {
  const kept = {
    value,
    write(next) {
      kept.value = next
      try {
        localStorage.setItem(name, JSON.stringify(next))
      } catch {
        // A sandboxed frame without an origin keeps nothing.
      }
    },
  }
  try {
    kept.value = JSON.parse(localStorage.getItem(name) ?? 'null') ?? value
  } catch {
    // The same.
  }
  return kept
}

/** Single notes. Silent until somebody asks for sound. */
const Sound = {
  on: false,
  context: undefined,
  note(frequency, seconds, kind = 'sine', slide = 1) {
    if (!Sound.on || !window.AudioContext) return
    Sound.context ??= new AudioContext()
    const { context } = Sound
    const wave = context.createOscillator()
    const volume = context.createGain()
    wave.type = kind
    wave.frequency.setValueAtTime(frequency, context.currentTime)
    wave.frequency.exponentialRampToValueAtTime(frequency * slide, context.currentTime + seconds)
    volume.gain.setValueAtTime(0.08, context.currentTime)
    volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + seconds)
    wave.connect(volume).connect(context.destination)
    wave.start()
    wave.stop(context.currentTime + seconds)
  },
}

/** The button with the note, and the key M. */
function wireSound(label) {
  const button = $('sound')
  const show = () => {
    button.classList.toggle('off', !Sound.on)
    button.setAttribute('aria-pressed', String(Sound.on))
  }
  const toggle = () => {
    Sound.on = !Sound.on
    show()
    Sound.note(660, 0.12)
  }
  button.title = label
  button.setAttribute('aria-label', label)
  button.addEventListener('click', () => {
    toggle()
    button.blur()
  })
  addEventListener('keydown', (event) => {
    if (event.code === 'KeyM' && !event.ctrlKey && !event.metaKey && !event.altKey) toggle()
  })
  show()
}
