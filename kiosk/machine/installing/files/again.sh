#!/bin/sh
# After the page of what to do the kiosk is tried again. After the third page, each within an hour of the one before,
# the machine itself is restarted, twice a day at most: what no restart mends must not restart for ever.
pages=/run/kiosk-bdhvs-pages
[ -n "$(find $pages -mmin -60 2>/dev/null)" ] || echo 0 >$pages
count=$(($(cat $pages) + 1))
echo $count >$pages
# As the kiosk's user, who owns the folder that it is noted in.
noted() { setpriv --reuid=@USER@ --regid=@USER@ --init-groups /bin/sh @COUNT@ "$1" || :; }
noted page
kept=@HOME@/machine-restarts
today=$(date +%F)
if [ $count -ge 3 ]; then
    day= times=
    [ ! -f $kept ] || read -r day times <$kept
    case $times in '' | *[!0-9]*) times=0 ;; esac
    [ "$day" = "$today" ] || times=0
    if [ "$times" -lt 2 ]; then
        # Beside, then moved: the kiosk's user owns the folder, and a link of theirs must not be written through.
        echo "$today $((times + 1))" >/run/kiosk-bdhvs-restarts && mv -f /run/kiosk-bdhvs-restarts $kept && sync
        noted machine
        exec systemctl reboot
    fi
fi
systemctl reset-failed kiosk-bdhvs.service
exec systemctl --no-block start kiosk-bdhvs.service
