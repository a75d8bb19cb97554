#!/bin/sh
# Opens a Terminal of its own for the ride and lives as long as that does.
here=$(cd "$(dirname "$0")" && pwd)
exec open -W -n -a Terminal "$here/ride.sh"
