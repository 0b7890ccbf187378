#!/bin/sh
# The kiosk as the whole session of who logs in: no desktop lies behind it that a key could bring to the front.
# It opens again when it ends by itself or shows no sign of life; six times in a row that came to nothing: what to do.
export QT_QPA_PLATFORM=wayland QT_QUICK_BACKEND=software LC_ALL=C.UTF-8 WLR_RENDERER=pixman
seconds() { cut -d . -f 1 /proc/uptime; }
failed=0
while :; do
    began=$(seconds)
    @WATCH@ @CAGE@ -d -- @RUN@ && exit 0
    if [ $? = 124 ]; then /bin/sh @COUNT@ hung; else /bin/sh @COUNT@ failed; fi
    [ $(($(seconds) - began)) -lt 300 ] || failed=0
    failed=$((failed + 1))
    if [ $failed -ge 6 ]; then
        /bin/sh @COUNT@ page
        timeout -k 5 @SECONDS@ @CAGE@ -d -- @PAGE@ || sleep 60
        failed=0
    fi
    sleep 2
done
