@echo off
rem Opens a window of its own for the ride and lives as long as that does.
start "Seventh Floor, Please" /wait cmd /d /c ride.cmd
