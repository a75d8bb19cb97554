let shown = 0

function show(number) {
  shown = (number + facts.pictures) % facts.pictures
  $('picture').src = `picture-${shown}.svg`
  $('behind').src = `picture-${shown}.svg`
}

document.documentElement.lang = language
document.title = facts.title[language]
for (const part of ['title', 'notice', 'really', 'next']) $(part).textContent = facts[part][language]
$('playable').textContent = facts.playable.map((title) => title[language]).join(', ')
$('next').hidden = facts.pictures < 2
$('next').addEventListener('click', () => show(shown + 1))
addEventListener('keydown', (event) => {
  if (event.code === 'ArrowLeft') show(shown - 1)
  if (event.code === 'ArrowRight') show(shown + 1)
})
show(0)
window.focus()
