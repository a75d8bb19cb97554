@echo off
rem One lift ride, in the language of the system. Type a number and press Enter.
chcp 65001 >nul
setlocal enabledelayedexpansion
set tongue=en
for /f "tokens=3" %%l in ('reg query "HKCU\Control Panel\International" /v LocaleName 2^>nul') do set locale=%%l
if /i "%locale:~0,2%"=="ru" set tongue=ru
call :say "== SEVENTH FLOOR, PLEASE ==" "== МНЕ НА СЕДЬМОЙ =="
call :say "There are only four places to look in a lift." "Смотреть в лифте можно всего на четыре вещи."
set awkward=3
call :floor 1 "The doors close. Somebody coughs." "Двери закрываются. Кто-то кашляет." 0 1 2 -1
call :floor 2 "The neighbour with the ficus says: well, it is November." "Соседка с фикусом говорит: ну вот и ноябрь." 2 1 -2 3
call :floor 3 "The ficus leans on you. Nobody is holding it." "Фикус прислонился к вам. Его никто не держит." 1 -1 -1 2
call :floor 4 "The lift stops. Nobody gets in. Nobody gets out." "Лифт останавливается. Никто не входит. Никто не выходит." -1 0 2 1
call :floor 5 "A telephone rings. It is not yours. It has your ringtone." "Звонит телефон. Не ваш. С вашей мелодией." 0 1 -1 3
call :floor 6 "Somebody hums along with the silence, half a tone flat." "Кто-то подпевает тишине, на полтона ниже." 1 -1 -2 1
echo.
call :meter
if %awkward% geq 10 (call :say "ENDING: you got out early and took the stairs. You will take the stairs for years." "КОНЦОВКА: вы вышли раньше и пошли пешком. Теперь пешком - на годы.") else if %awkward% geq 6 (call :say "ENDING: seventh floor. Well then, everybody says at once, and it is over." "КОНЦОВКА: седьмой. Ну что ж, - говорят все разом, и всё кончено.") else if %awkward% geq 2 (call :say "ENDING: seventh floor. A nod, no more. A perfect ride." "КОНЦОВКА: седьмой. Кивок, и только. Безупречная поездка.") else (call :say "ENDING: you are a friend for life now. Dinner is on Thursdays. You may keep the ficus." "КОНЦОВКА: теперь вы друзья навсегда. Ужин по четвергам. Фикус можете оставить себе.")
call :say "Press Enter to get out." "Enter - выйти."
set /p end=
exit /b 0

:say
if %tongue%==ru (echo %~2) else (echo %~1)
exit /b

:meter
set bar=
for /l %%i in (1,1,10) do if %%i leq %awkward% (set bar=!bar!#) else (set bar=!bar!.)
call :say "Awkwardness: %bar%" "Неловкость: %bar%"
exit /b

:floor
if %awkward% geq 10 exit /b
echo.
call :say "[%~1] %~2" "[%~1] %~3"
call :meter
call :say "1 the doors   2 the numbers   3 the neighbour   4 your phone" "1 на двери   2 на цифры   3 на соседа   4 в телефон"
set look=
set /p "look=> "
set turn=%7
if "!look!"=="1" set turn=%4
if "!look!"=="2" set turn=%5
if "!look!"=="3" set turn=%6
set /a awkward=awkward+turn
if %awkward% lss 0 set awkward=0
exit /b
