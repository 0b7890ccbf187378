#!/bin/sh
# Debian's security updates. Where the system's disk is read only, on the disk beneath: they are there at the next start.
set -eu
export DEBIAN_FRONTEND=noninteractive
if mountpoint -q /media/root-ro; then
    exec overlayroot-chroot sh -c 'apt-get update -qq && unattended-upgrade'
fi
apt-get update -qq
exec unattended-upgrade
