#!/bin/sh
# Opens a terminal for the ride and lives as long as that does.
here=$(cd "$(dirname "$0")" && pwd)
ride=$here/ride.sh

[ -t 0 ] && [ -t 1 ] && exec sh "$ride"
if [ -n "$DISPLAY$WAYLAND_DISPLAY" ]; then
  have() { command -v "$1" >/dev/null 2>&1; }
  have xterm && exec xterm -T 'Seventh Floor, Please' -fa Monospace -fs 12 -e sh "$ride"
  have konsole && exec konsole --nofork -e sh "$ride"
  have kitty && exec kitty sh "$ride"
  have foot && exec foot sh "$ride"
  have alacritty && exec alacritty -e sh "$ride"
  have xfce4-terminal && exec xfce4-terminal --disable-server -x sh "$ride"
  have gnome-terminal && exec gnome-terminal --wait -- sh "$ride"
  have x-terminal-emulator && exec x-terminal-emulator -e sh "$ride"
fi
# No screen to ride on: the lift stands between two floors until somebody stops it.
exec sleep 86400
