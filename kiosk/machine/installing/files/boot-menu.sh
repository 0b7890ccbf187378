#!/bin/sh
# Written by kiosk install --boot-password. Whoever wants to change a line of GRUB's menu needs the password;
# the first entry, which opens the kiosk, starts without anybody there.
cat <<'END'
set superusers="@BOOTUSER@"
export superusers
password_pbkdf2 @BOOTUSER@ @HASH@
END
/etc/grub.d/10_linux | awk '
    /^submenu / { exit }
    /^menuentry / { if (found++) exit; sub(/ \{$/, " --unrestricted {") }
    { print }
'
