#!/usr/bin/env bash
# Follows docs/operating.md word for word, as root on Debian: builds the archive, makes a user without rights who sets the service up with backup and restore, then
# sets it up as a service (where systemd does not run, the unit is checked and its command started instead). run.sh [look|service|all]
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
[ "$(id -u)" = 0 ] || { echo "A user is made for this, so it needs root." >&2; exit 1; }
work=$(mktemp -d "${TMPDIR:-/tmp}/dccourseindex-install-XXXXXX")
chmod 755 "$work"
user=dcci-trial
page=$root/docs/operating.md
wrong=0
fail() { echo "WRONG: $*"; wrong=1; }

# block HEADING N: the N-th shell block under a heading of the page.
block() {
  awk -v heading="$1" -v wanted="$2" '
    /^##/ { in_part = index($0, heading) > 0 }
    in_part && /^```sh/ { n++; printing = (n == wanted); next }
    /^```/ { printing = 0 }
    printing { print }' "$page"
}

finish() {
  [ ! -f "/home/$user/service.pid" ] || kill "$(cat "/home/$user/service.pid")" 2>/dev/null || true
  [ -z "${service:-}" ] || kill "$service" 2>/dev/null || true
  sleep 3
  userdel -r "$user" 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
began=$(date +%s)
took() { echo "-- $1: $(($(date +%s) - began)) s since the beginning"; }

(cd "$root" && block "1. One archive" 1 >"$work/build.sh" && bash -e "$work/build.sh") >"$work/build.log" 2>&1 || { tail "$work/build.log"; exit 1; }
mv "$root/dccourseindex-linux-x64.tar.gz" "$work/" && rm -rf "$root/out"
took "the archive, $(du -m "$work/dccourseindex-linux-x64.tar.gz" | cut -f1) MB"

look() {
  useradd -m -s /bin/bash "$user"
  cp "$work/dccourseindex-linux-x64.tar.gz" "/home/$user/"
  chown "$user" "/home/$user/dccourseindex-linux-x64.tar.gz"
  { echo 'set -e'; block "2. To look at it" 1; block "2. To look at it" 2; } >"$work/look.sh"
  chmod 644 "$work/look.sh"
  touch "$work/before"
  su - "$user" -c "bash $work/look.sh" >"$work/look.log" 2>&1 || { tail -30 "$work/look.log"; fail "the page did not lead to a running service"; }
  took "running, two courses found, backed up and restored by a user without rights"
  grep -q 'own\.1' "$work/look.log" || fail "the course was not found"
  tail -1 "$work/look.log" | grep -q 'own.2' || fail "the restored course was not found"
  # Whatever that user has written anywhere lies in his own folder, and of that in data, but for what the page itself writes.
  find / -xdev -user "$user" -newer "$work/before" -not -path "/home/$user" -not -path "/home/$user/*" -not -path '/proc/*' 2>/dev/null >"$work/outside" || true
  [ ! -s "$work/outside" ] || { cat "$work/outside"; fail "something was written outside"; }
  find "/home/$user" -newer "$work/before" -type f -not -path "/home/$user/data/*" -not -path "/home/$user/dccourseindex/*" -not -path "/home/$user/config/*" | sed "s|/home/$user/||" | sort | tr '\n' ' '
  echo "(all that lies beside data)"
  find "/home/$user" -mindepth 1 -maxdepth 1 -name '.*' -newer "$work/before" | grep . && fail "the program wrote into the home folder"
  find "/home/$user/dccourseindex" -newer "/home/$user/config" -type f | head -5 | grep . && fail "the program wrote into its own folder"
  su - "$user" -c 'kill -TERM "$(cat service.pid)"'
  sleep 4
}

service() {
  local runs=
  [ -d /run/systemd/system ] && runs=yes
  block "3. As a service" 1 >"$work/service.sh"
  # Without systemd the two lines that need it are left to the unit's own checks below.
  [ -n "$runs" ] || sed -i '/^systemctl/d; /^curl/d' "$work/service.sh"
  [ ! -e /opt/dccourseindex ] && [ ! -e /etc/dccourseindex ] || { echo "The service is installed here already; not touched."; return; }
  (cd "$work" && bash -e service.sh) >"$work/service.log" 2>&1 || { tail "$work/service.log"; fail "the page did not lead to an installed service"; }
  systemd-analyze verify /etc/systemd/system/dccourseindex.service || fail "the unit"
  systemd-analyze security --offline=true /etc/systemd/system/dccourseindex.service | tail -1
  if [ -z "$runs" ]; then
    install -d -o dccourseindex -g dccourseindex -m 0750 /var/lib/dccourseindex
    touch "$work/before"
    # shellcheck disable=SC2046
    setpriv --reuid=dccourseindex --regid=dccourseindex --clear-groups --no-new-privs --inh-caps=-all env -i PATH="$PATH" HOME=/var/lib/dccourseindex \
      $(sed -n 's/^Environment=//p' /etc/systemd/system/dccourseindex.service) $(sed -n 's/^ExecStart=//p' /etc/systemd/system/dccourseindex.service) >"$work/node.log" 2>&1 &
    service=$!
    curl -sS --retry 60 --retry-delay 1 --retry-all-errors -f -o /dev/null http://127.0.0.1:5080/health/ready || { tail "$work/node.log"; fail "the unit's command did not become ready"; }
    find / -xdev -user dccourseindex -newer "$work/before" -not -path '/var/lib/dccourseindex*' -not -path '/proc/*' 2>/dev/null | grep . && fail "the service wrote outside its data folder"
    kill -TERM "$service"; wait "$service" || fail "the service ended with $?"
    service=
  fi
  took "installed as a service"
  rm -rf /opt/dccourseindex /etc/dccourseindex /var/lib/dccourseindex /etc/systemd/system/dccourseindex.service
  userdel dccourseindex 2>/dev/null || true
}

case "${1:-all}" in
  look) look ;;
  service) service ;;
  all) look; service ;;
  *) echo "run.sh look|service|all" >&2; exit 2 ;;
esac
exit "$wrong"
