#!/usr/bin/env bash
# Readers search through nginx while both search nodes are started anew one after the other, then with another engine, then one with an empty folder:
# run.sh [COURSES] [READERS]. PostgreSQL 15, nginx and openssl are needed; everything runs on this machine in a folder of its own. Zero requests may fail.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
courses=${1:-2000}
readers=${2:-32}
pause=${DCCOURSEINDEX_PAUSE_MS:-200}
first=${DCCOURSEINDEX_PORT:-5480}
work=$(mktemp -d "${TMPDIR:-/tmp}/dccourseindex-rolling-XXXXXX")
chmod 755 "$work"
postgres=/usr/lib/postgresql/15/bin
for needed in "$postgres/postgres:postgresql-15" "$(command -v nginx || echo /usr/sbin/nginx):nginx" "$(command -v openssl || echo /usr/bin/openssl):openssl"; do
  [ -x "${needed%%:*}" ] || { echo "${needed##*:} is not installed: apt-get install ${needed##*:}" >&2; exit 1; }
done

# The server refuses to run as root.
as_postgres=()
[ "$(id -u)" != 0 ] || as_postgres=(setpriv --reuid=postgres --regid=postgres --clear-groups)
a=$((first)) b=$((first + 1)) plain=$((first + 2)) tls=$((first + 3))
declare -A node client
finish() {
  for pid in "${node[@]}" "${client[@]}"; do kill "$pid" 2>/dev/null || true; done
  [ ! -f "$work/nginx/nginx.pid" ] || kill "$(cat "$work/nginx/nginx.pid")" 2>/dev/null || true
  # The nodes first: one that loses its database while it ends waits for it.
  wait 2>/dev/null || true
  "${as_postgres[@]}" "$postgres/pg_ctl" -D "$work/pg/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$work"
}
trap finish EXIT
say() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*"; }

mkdir -p "$work/pg" "$work/config/sources" "$work/nginx/logs"
[ "$(id -u)" != 0 ] || chown postgres "$work/pg"
(cd /; "${as_postgres[@]}" "$postgres/initdb" -D "$work/pg/data" -A trust -E UTF8 --locale=C.UTF-8 -U ledger
"${as_postgres[@]}" "$postgres/pg_ctl" -D "$work/pg/data" -w -l "$work/pg/log" -o "-k $work/pg -c listen_addresses= -c fsync=off" start) </dev/null >"$work/postgres.log" 2>&1

[ -n "${DCCOURSEINDEX_BUILT:-}" ] || { dotnet build "$root/src/Host" -c Release --nologo -v quiet; dotnet build "$root/tests/Benchmarks" -c Release --nologo -v quiet; }
program=(dotnet "$root/src/Host/bin/Release/net10.0/dccourseindex.dll")
bench=(dotnet "$root/tests/Benchmarks/bin/Release/net10.0/DcCourseIndex.Benchmarks.dll")
[ -f "${bench[1]}" ] || bench=(dotnet "$(ls "$root"/tests/Benchmarks/bin/Release/net10.0/*enchmarks.dll | head -1)")
cp -r "$root"/config/* "$work/config/" && rm -f "$work"/config/sources/*
export DCCOURSEINDEX__CATALOG__ENGINE=postgres DCCOURSEINDEX__CATALOG__CONNECTION="Host=$work/pg;Database=postgres;Username=ledger"
"${bench[@]}" listings $((courses + 500)) "$work/all.ndjson"
head -n "$courses" "$work/all.ndjson" >"$work/listings.ndjson"
tail -n 500 "$work/all.ndjson" >"$work/later.ndjson"
import() { "${program[@]}" import "$1" --source bulk --data "$work/data-import" --config "$work/config" >>"$work/import.log" 2>&1; }
import "$work/listings.ndjson"
key=$("${program[@]}" keys add --name rolling --scope read --rate none --data "$work/data-import" --config "$work/config" 2>>"$work/import.log")
python3 - "$work/listings.ndjson" "$work/words" <<'P'
import json, random, sys
random.seed(1)
lines = open(sys.argv[1], encoding='utf-8').readlines()
lines = random.sample(lines, min(500, len(lines)))
with open(sys.argv[2], 'w', encoding='utf-8') as out:
    for line in lines:
        words = json.loads(line)['title'].split()
        out.write(' '.join(random.sample(words, min(len(words), random.choice([1, 1, 2])))) + '\n')
P

# start NAME PORT ENGINE, without waiting; ready PORT waits; total PORT prints how many courses a node finds, nothing where it does not serve.
start() {
  DCCOURSEINDEX__INDEX__ENGINE=$3 "${program[@]}" run --roles index,search --data "$work/data-$1" --config "$work/config" --urls "http://127.0.0.1:$2" >>"$work/node-$1.log" 2>&1 &
  node[$1]=$!
}
ready() { for _ in $(seq 600); do curl -sf -m 5 -o /dev/null "http://127.0.0.1:$1/health/ready" && return; sleep 0.1; done; say "the node at $1 did not become ready"; tail -5 "$work"/node-*.log; exit 1; }
total() { curl -sf -m 5 -H "Authorization: Bearer $key" "http://127.0.0.1:$1/api/v1/courses?limit=1&fields=id" | sed -n 's/.*"total":\([0-9]*\).*/\1/p'; }

# stop NAME PORT: SIGTERM, and what the node says while it takes leave.
stop() {
  local red='' answered=0 closed='' head
  kill -TERM "${node[$1]}"
  while kill -0 "${node[$1]}" 2>/dev/null; do
    [ -n "$red" ] || [ "$(curl -s -m 2 -o /dev/null -w '%{http_code}' "http://127.0.0.1:$2/health/ready")" != 503 ] || red=yes
    if [ -n "$red" ] && head=$(curl -sf -m 2 -D - -o /dev/null -H "Authorization: Bearer $key" "http://127.0.0.1:$2/api/v1/courses?limit=1"); then
      answered=$((answered + 1))
      grep -qi '^connection: close' <<<"$head" && closed=yes
    fi
    sleep 0.1
  done
  wait "${node[$1]}" || { say "$1 ended with $?"; wrong=1; }
  say "$1 stopped; ready was red first: ${red:-no}, answered afterwards: $answered, with Connection: close: ${closed:-no}"
  [ "$red$closed" = yesyes ] || wrong=1
}

# again NAME PORT ENGINE WANTED: a node anew; no answer of its own may have fewer courses than the catalogue had.
again() {
  local began few=0 said
  began=$(date +%s.%N)
  start "$1" "$2" "$3"
  until curl -sf -m 5 -o /dev/null "http://127.0.0.1:$2/health/ready"; do
    said=$(total "$2" || true)
    [ -z "$said" ] || [ "$said" -ge "$4" ] || few=$((few + 1))
    kill -0 "${node[$1]}" || { tail -5 "$work/node-$1.log"; exit 1; }
    sleep 0.1
  done
  said=$(total "$2")
  say "$1 with $3 is ready after $(awk -v a="$began" -v b="$(date +%s.%N)" 'BEGIN { printf "%.1f", b - a }') s, finds $said of $4, answered with fewer before: $few"
  [ "$few" = 0 ] && [ "$said" -ge "$4" ] || wrong=1
}

# The sample as it is shipped, with our ports, name and certificate.
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=courses.example.org -keyout "$work/nginx/key.pem" -out "$work/nginx/cert.pem" 2>/dev/null
sed -e "s|127.0.0.1:5080|127.0.0.1:$a|; s|127.0.0.1:5081|127.0.0.1:$b|; /listen \[::\]/d; s|listen 80;|listen 127.0.0.1:$plain;|; s|listen 443 ssl|listen 127.0.0.1:$tls ssl|" \
  -e "s|/etc/letsencrypt/live/courses.example.org/fullchain.pem|$work/nginx/cert.pem|; s|/etc/letsencrypt/live/courses.example.org/privkey.pem|$work/nginx/key.pem|" \
  "$root/deploy/nginx/dccourseindex.conf" >"$work/nginx/site.conf"
cat >"$work/nginx/nginx.conf" <<N
worker_processes 1;
pid $work/nginx/nginx.pid;
error_log $work/nginx/error.log warn;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path $work/nginx/body; proxy_temp_path $work/nginx/proxy; fastcgi_temp_path $work/nginx/f; uwsgi_temp_path $work/nginx/u; scgi_temp_path $work/nginx/s;
  include $work/nginx/site.conf;
}
N
wrong=0
nginx -t -p "$work/nginx" -e "$work/nginx/error.log" -c "$work/nginx/nginx.conf" 2>"$work/nginx/test" || { cat "$work/nginx/test"; exit 1; }
start a "$a" postings; start b "$b" postings; ready "$a"; ready "$b"
nginx -p "$work/nginx" -e "$work/nginx/error.log" -c "$work/nginx/nginx.conf"
say "load average $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) processors, $(total "$a") courses, $readers readers, each pausing $pause ms"
"${bench[@]}" readers "https://127.0.0.1:$tls" "$work/words" "$key" "$readers" 600 "$pause" >"$work/readers" &
client[readers]=$!
sleep 5
for turn in a:$a:postings b:$b:postings a:$a:fts5 b:$b:fts5 b:$b:postings a:$a:postings; do
  IFS=: read -r name port engine <<<"$turn"
  stop "$name" "$port"
  again "$name" "$port" "$engine" "$courses"
  sleep 1
done
stop b "$b"
rm -rf "$work/data-b"
again b "$b" postings "$courses"
sleep 2
kill -TERM "${client[readers]}"
wait "${client[readers]}" || wrong=1
unset 'client[readers]'
cat "$work/readers"
say "nginx passed $(grep -c 'while connecting to upstream' "$work/nginx/error.log" || true) requests on from a node where nobody listened, $(grep -c 'reading response header' "$work/nginx/error.log" || true) from a broken connection"

# A node that was away while the catalogue grew answers when it has read what it missed.
stop a "$a"
import "$work/later.ndjson"
again a "$a" postings $((courses + 500))
say "load average $(cut -d' ' -f1-3 /proc/loadavg)"
[ "$wrong" = 0 ] && say "nothing failed" || say "something failed"
exit "$wrong"
