#!/bin/sh
# A WordPress from Debian's package with its own database in one folder, on the loopback, without touching the machine's own configuration.
# wordpress.sh check | start DIR PORT | seed DIR FILE | stop DIR
#   check   prints the line that installs what is missing and ends with 3
#   seed    runs what FILE (JSON) says against the site; may be called again for another day
set -eu
here=$(cd "$(dirname "$0")" && pwd)

check() {
  missing=""
  [ -f /usr/share/wordpress/wp-load.php ] || missing="$missing wordpress"
  command -v php >/dev/null 2>&1 || missing="$missing php-cli"
  { command -v php >/dev/null 2>&1 && php -m | grep -qi '^mysqli$'; } || missing="$missing php-mysql"
  command -v mariadbd >/dev/null 2>&1 || [ -x /usr/sbin/mariadbd ] || missing="$missing mariadb-server"
  [ -z "$missing" ] || { echo "apt-get install --no-install-recommends$missing"; exit 3; }
}

start() {
  dir=$1 port=$2
  mkdir -p "$dir/site"
  # Its files find their configuration beside themselves, so they are copied and not linked.
  cp -rL /usr/share/wordpress/. "$dir/site/"
  sed -e "s#@DIR@#$dir#g" -e "s#@PORT@#$port#g" "$here/wp-config.php" > "$dir/site/wp-config.php"
  mariadb-install-db --no-defaults --user="$(id -un)" --datadir="$dir/db" --auth-root-authentication-method=normal --skip-test-db > "$dir/install.log" 2>&1
  PATH="$PATH:/usr/sbin" mariadbd --no-defaults --user="$(id -un)" --datadir="$dir/db" --socket="$dir/db.sock" --pid-file="$dir/db.pid" --skip-networking > "$dir/db.log" 2>&1 &
  tries=0
  until mariadb --no-defaults --socket="$dir/db.sock" -u root -e "CREATE DATABASE IF NOT EXISTS wordpress CHARACTER SET utf8mb4" >/dev/null 2>&1; do
    tries=$((tries + 1)); [ $tries -lt 120 ] || { cat "$dir/db.log" >&2; exit 1; }
    sleep 0.5
  done
  php "$here/install.php" "$dir/site" "http://127.0.0.1:$port" > "$dir/setup.log" 2>&1 || { cat "$dir/setup.log" >&2; exit 1; }
  ( cd "$dir/site" && exec php -S "127.0.0.1:$port" "$here/router.php" ) > "$dir/web.log" 2>&1 &
  echo $! > "$dir/web.pid"
  tries=0
  until php -r 'exit(@file_get_contents($argv[1]) === false ? 1 : 0);' "http://127.0.0.1:$port/wp-json/"; do
    tries=$((tries + 1)); [ $tries -lt 60 ] || { cat "$dir/web.log" >&2; exit 1; }
    sleep 0.5
  done
}

stop() {
  dir=$1
  for pid in "$dir/web.pid" "$dir/db.pid"; do
    [ -f "$pid" ] || continue
    number=$(cat "$pid")
    kill "$number" 2>/dev/null || continue
    # The database still writes while it ends.
    tries=0
    while kill -0 "$number" 2>/dev/null && [ $tries -lt 60 ]; do tries=$((tries + 1)); sleep 0.5; done
  done
}

case "${1:-}" in
  check) check ;;
  start) start "$2" "$3" ;;
  seed) php "$here/seed.php" "$2/site" "$3" ;;
  stop) stop "$2" ;;
  *) echo "wordpress.sh check | start DIR PORT | seed DIR FILE | stop DIR" >&2; exit 2 ;;
esac
