#!/bin/sh
# count [hung|failed|page|machine]: notes that the kiosk ended though nobody asked it to, for the ward: a day and a word.
# Without a word it is systemd that asks, when the kiosk has ended. Run as who owns the folder, never as root.
how=${1:-}
if [ -z "$how" ]; then
    case ${SERVICE_RESULT:-success} in
        success | start-limit-hit) exit 0 ;;
        watchdog | timeout) how=hung ;;
        *) how=failed ;;
    esac
fi
kept=@ENDINGS@
{ tail -n 499 "$kept" 2>/dev/null; echo "$(date +%F) $how"; } >"$kept.new" && mv -f "$kept.new" "$kept"
