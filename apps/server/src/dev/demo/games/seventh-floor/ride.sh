#!/bin/sh
# One lift ride, in the language of the system. Type a number and press Enter.
case ${LC_ALL:-${LANG:-en}} in ru*) tongue=ru ;; *) tongue=en ;; esac

say() {
  if [ "$tongue" = ru ]; then printf '%s\n' "$2"; else printf '%s\n' "$1"; fi
}
meter() {
  say 'Awkwardness:' 'Неловкость:' | tr '\n' ' '
  i=0
  while [ "$i" -lt 10 ]; do
    if [ "$i" -lt "$awkward" ]; then printf '#'; else printf '.'; fi
    i=$((i + 1))
  done
  printf '\n'
}
# What happens on a floor, and by how much each of the four places to look makes it more or less awkward.
scene() {
  case $1 in
    1) say 'The doors close. Somebody coughs.' 'Двери закрываются. Кто-то кашляет.'; turns='0 1 2 -1' ;;
    2) say 'The neighbour with the ficus says: "Well, it is November."' 'Соседка с фикусом говорит: «Ну вот и ноябрь».'; turns='2 1 -2 3' ;;
    3) say 'The ficus leans on you. Nobody is holding it.' 'Фикус прислонился к вам. Его никто не держит.'; turns='1 -1 -1 2' ;;
    4) say 'The lift stops. Nobody gets in. Nobody gets out.' 'Лифт останавливается. Никто не входит. Никто не выходит.'; turns='-1 0 2 1' ;;
    5) say 'A telephone rings. It is not yours. It has your ringtone.' 'Звонит телефон. Не ваш. С вашей мелодией.'; turns='0 1 -1 3' ;;
    6) say 'Somebody hums along with the silence, half a tone flat.' 'Кто-то подпевает тишине, на полтона ниже.'; turns='1 -1 -2 1' ;;
  esac
}

say '== SEVENTH FLOOR, PLEASE ==' '== МНЕ НА СЕДЬМОЙ =='
say 'There are only four places to look in a lift.' 'Смотреть в лифте можно всего на четыре вещи.'
awkward=3
floor=1
while [ "$floor" -lt 7 ] && [ "$awkward" -lt 10 ]; do
  printf '\n[%s] ' "$floor"
  scene "$floor"
  meter
  say '1 the doors   2 the numbers   3 the neighbour   4 your phone' '1 на двери   2 на цифры   3 на соседа   4 в телефон'
  printf '> '
  # Who walks away has left the lift.
  read -r look || exit 0
  case $look in
    1 | 2 | 3 | 4) ;;
    *) say 'You look at all of it at once. It shows.' 'Вы смотрите на всё сразу. Это заметно.'; look=4 ;;
  esac
  # shellcheck disable=SC2086
  set -- $turns
  shift $((look - 1))
  awkward=$((awkward + $1))
  [ "$awkward" -lt 0 ] && awkward=0
  floor=$((floor + 1))
done

printf '\n'
meter
if [ "$awkward" -ge 10 ]; then
  say 'ENDING: you got out early and took the stairs. You will take the stairs for years.' 'КОНЦОВКА: вы вышли раньше и пошли пешком. Теперь пешком — на годы.'
elif [ "$awkward" -ge 6 ]; then
  say 'ENDING: seventh floor. "Well then," everybody says at once, and it is over.' 'КОНЦОВКА: седьмой. «Ну что ж», — говорят все разом, и всё кончено.'
elif [ "$awkward" -ge 2 ]; then
  say 'ENDING: seventh floor. A nod, no more. A perfect ride.' 'КОНЦОВКА: седьмой. Кивок, и только. Безупречная поездка.'
else
  say 'ENDING: you are a friend for life now. Dinner is on Thursdays. You may keep the ficus.' 'КОНЦОВКА: теперь вы друзья навсегда. Ужин по четвергам. Фикус можете оставить себе.'
fi
say 'Press Enter to get out.' 'Enter — выйти.'
read -r _ || exit 0
