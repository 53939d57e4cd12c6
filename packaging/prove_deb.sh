#!/bin/sh
# Installs a .deb in a clean Debian root that has no Python, drives the program there with keys, and removes it without a trace.
# Usage, as root: packaging/prove_deb.sh FILE.deb [FOLDER]. Needs Python, debootstrap, xvfb, xdotool, xclip and imagemagick outside of the root:
# inside there is only what the package asks for. Pictures of what was seen are left in FOLDER/seen.
set -eu
here=$(dirname "$(realpath "$0")")
deb=$(realpath "$1")
work=${2:-build/clean-root}
mkdir -p "$work/seen"
work=$(realpath "$work")
root=$work/root
display=:87

in_root() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/srv/ana LANG=C.UTF-8 DISPLAY="${SEEN:-}" "$@"; }
as_ana() { in_root setpriv --reuid=1000 --regid=1000 --clear-groups "$@"; }
say() { printf '%s\n' "== $*"; }

if [ ! -x "$root/usr/bin/dpkg" ]; then
  say "A clean Debian root"
  debootstrap --variant=minbase bookworm "$root" >"$work/debootstrap.log"
fi
for place in proc dev; do mkdir -p "$root/$place"; mountpoint -q "$root/$place" || mount --bind "/$place" "$root/$place"; done
server=
trap 'kill $server 2>/dev/null && wait; umount "$root/proc" "$root/dev" 2>/dev/null || umount -l "$root/proc" "$root/dev" 2>/dev/null || true' EXIT
[ ! -e "$root/usr/bin/python3" ] || { echo "This root has Python."; exit 1; }
cp /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
cp /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
in_root apt-get update -qq
in_root apt-get purge -y -qq rightsref >"$work/apt.log" 2>&1 || true  # of a run that was broken off
rm -rf "$root/srv/ana"
mkdir -p "$root/srv/ana" && chown 1000:1000 "$root/srv/ana"

say "What is there before"
list() { (cd "$root" && find . -xdev \( -path ./proc -o -path ./dev -o -path ./var/cache -o -path ./var/lib/apt -o -path ./var/log -o -path ./tmp \) -prune -o -print | LC_ALL=C sort); }
# What the package asks for stays out of the comparison: it is installed first.
needs=$(dpkg-deb --field "$deb" Depends | sed 's/([^)]*)//g; s/|[^,]*//g; s/,/ /g')
in_root apt-get install -y -qq --no-install-recommends $needs >>"$work/apt.log" 2>&1
list >"$work/before.txt"

say "Installed"
cp "$deb" "$root/tmp/rightsref.deb"
in_root apt-get install -y -qq --no-install-recommends --reinstall /tmp/rightsref.deb >>"$work/apt.log" 2>&1
[ ! -e "$root/usr/bin/python3" ] || { echo "The package brought Python."; exit 1; }

say "Every library is found"
find "$root/usr/lib/rightsref" -type f \( -name '*.so*' -o -name rightsref \) -printf '/usr/lib/rightsref/%P\n' >"$root/tmp/libraries"
in_root sh -c 'while read -r file; do LD_LIBRARY_PATH=/usr/lib/rightsref/_internal ldd "$file" 2>/dev/null | sed -n "s|^\s*\(.*\) => not found|$file: \1|p"; done </tmp/libraries' >"$work/missing.txt"
cat "$work/missing.txt"
[ ! -s "$work/missing.txt" ]

say "The self-test, without a display"
as_ana rightsref --self-test
as_ana env PYTHONHOME=/nonsense PYTHONPATH=/nonsense rightsref search "ice hold after bond" --limit 1 >"$work/seen/search.txt"

say "The self-test, on a display"
Xvfb $display -screen 0 1280x800x24 >/dev/null 2>&1 &
server=$!
mkdir -p "$root/tmp/.X11-unix"
for _ in $(seq 60); do [ -S /tmp/.X11-unix/X87 ] && break; sleep 1; done
SEEN=$display
as_ana rightsref --self-test | tail -1

say "Driven"
export DISPLAY=$display
as_ana rightsref --theme light &
python3 "$here/drive.py" "$root/srv/ana" "$work/seen"
wait $!

say "What the program left in the reader's home"
(cd "$root/srv/ana" && find . -type f | LC_ALL=C sort)

for file in sheet print; do
  cp "$root/srv/ana/$file.pdf" "$work/seen/" || { echo "There is no $file.pdf."; exit 1; }
done

say "Removed"
in_root apt-get purge -y -qq rightsref >>"$work/apt.log" 2>&1
rm -f "$root/tmp/rightsref.deb" "$root/tmp/libraries"
list | grep -v '^./srv/ana' >"$work/after.txt"
grep -v '^./srv/ana' "$work/before.txt" | diff - "$work/after.txt" >"$work/trace.txt" || true
cat "$work/trace.txt"
[ ! -s "$work/trace.txt" ]
say "No trace is left"
