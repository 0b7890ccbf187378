#!/bin/sh
# Starts the program that is in force: one that came as a pack, or the one this machine was installed with, which stays.
# A new program is on trial until it has lived for ten minutes under systemd's watchdog, and a few visits have come to
# their end with it. Its starts are counted here, because this file is root's and no program can change it; the third
# start within one boot, or the sixth that did not last, goes back. What is started is never run as root: the kiosk's
# user, and whoever takes over its process, may write it.
set -u
if [ "$(id -u)" = 0 ]; then
    exec setpriv --reuid=@USER@ --regid=@USER@ --init-groups env HOME=@HOME@ USER=@USER@ /bin/sh "$0" "$@"
fi
base=@PYTHON@
programs=@PROGRAMS@
export KIOSK_BASE_PYTHON="$base" KIOSK_PROGRAMS="$programs"
boot=$(cat /proc/sys/kernel/random/boot_id)

# Nothing that leads elsewhere is heard, whoever wrote it.
name_of() { case $1 in *[!0-9a-f-]*) ;; *) echo "$1" ;; esac; }
number_of() { case $1 in '' | *[!0-9]* | ??????*) echo 0 ;; *) echo "$1" ;; esac; }

now= before= trial=
if [ -f "$programs/current" ]; then
    while read -r key value; do
        case $key in
            now) now=$(name_of "$value") ;;
            before) before=$(name_of "$value") ;;
            trial) trial=$value ;;
        esac
    done <"$programs/current"
fi

# keep FILE: what is said to it, in one rename; a disk that is full keeps the old.
keep() {
    cat >"$programs/$1.new" && sync "$programs/$1.new" && mv -f "$programs/$1.new" "$programs/$1" && sync "$programs"
}

python_of() { echo "$programs/$1/venv/bin/python"; }

# usable NAME: whether it is there, and finds its own packages with the Python that this machine has now.
usable() { [ -x "$(python_of "$1")" ] && timeout 30 "$(python_of "$1")" -c 'import kiosk' 2>/dev/null; }

go_back() {
    echo "kiosk: program $now does not hold ($1): back to ${before:-what was installed}" >&2
    { sed -e '/^now /d' -e '/^before /d' -e '/^trial /d' -e '/^news /d' "$programs/current"
      echo "now $before"; echo "failed $now"; echo "news went-back"; } | keep current
    # Also where that could not be written: the program that is started now must not leave for this one.
    export KIOSK_GONE_BACK_FROM="$now"
    now=$before before= trial=
}

# stays_for TIMES: whether this process, the program by then, lives for so many steps. Systemd ends what shows no sign
# of life, so whatever lives has been fed the watchdog.
stays_for() {
    left=$1
    while [ "$left" -gt 0 ]; do
        sleep @STEP@
        kill -0 $$ 2>/dev/null || return 1
        left=$((left - 1))
    done
}

holds() {
    stays_for @HOLDS@ || exit 0
    echo "$now $boot $in_boot 0" | keep starts
    while :; do
        of= visits=
        [ ! -f "$programs/visits" ] || read -r of visits <"$programs/visits"
        if [ "$of" = "$now" ] && [ "$(number_of "$visits")" -ge @VISITS@ ]; then
            echo "$now" | keep held
            exit 0
        fi
        stays_for @LOOKS@ || exit 0
    done
}

if [ "${1:-}" = run ]; then
    while [ -n "$now" ] && ! usable "$now"; do go_back "it cannot be started"; done
    held=
    [ ! -f "$programs/held" ] || read -r held <"$programs/held"
    if [ -n "$now" ] && [ "$trial" = yes ] && [ "$held" != "$now" ]; then
        of= in= in_boot= short=
        [ ! -f "$programs/starts" ] || read -r of in in_boot short <"$programs/starts"
        in_boot=$(number_of "$in_boot") short=$(number_of "$short")
        [ "$of" = "$now" ] || short=0
        [ "$of $in" = "$now $boot" ] || in_boot=0
        in_boot=$((in_boot + 1)) short=$((short + 1))
        if [ $in_boot -gt 2 ] || [ $short -gt 5 ]; then
            go_back "start $in_boot in this boot, $short that did not last"
            while [ -n "$now" ] && ! usable "$now"; do go_back "it cannot be started"; done
        else
            echo "$now $boot $in_boot $short" | keep starts
            (holds &) </dev/null >/dev/null 2>&1
        fi
    fi
fi
for name in $now $before; do
    if [ "${1:-}" = run ] || usable "$name"; then
        export KIOSK_PROGRAM="$name"
        exec "$(python_of "$name")" -m kiosk "$@"
    fi
done
export KIOSK_PROGRAM=base
exec "$base" -m kiosk "$@"
