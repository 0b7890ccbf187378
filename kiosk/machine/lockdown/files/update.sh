#!/bin/sh
# Debian's security updates. Where the system's disk is read only, on the disk beneath: they are there at the next start.
set -eu
export DEBIAN_FRONTEND=noninteractive
beneath=/media/root-ro
if ! mountpoint -q $beneath; then
    apt-get update -qq
    exec unattended-upgrade
fi

# Where names are looked up is written anew at each start, and then only over the disk.
lookup=/run/kiosk-bdhvs-resolv.conf
cp -L /etc/resolv.conf $lookup
packages() { cksum <$beneath/var/lib/dpkg/status; }
before=$(packages)
overlayroot-chroot sh -c "[ -L /etc/resolv.conf ] || cp $lookup /etc/resolv.conf; apt-get update -qq && unattended-upgrade"
# From in there nothing plans a restart, since systemctl does nothing in a chroot; and without one nothing is in force.
[ "$(packages)" = "$before" ] || shutdown -r 22:30
