#!/usr/bin/env bash
# The service under load, by wrk: run.sh prepare|measure|pages|all [COURSES]. «measure» and «pages» want a machine with nothing else to do for four minutes.
# 1. 200 connections for a minute, search, course, facets and 304 mixed, with a key that has no limit: nothing may fail.
# 2. One address that asks a hundred times its limit beside fifty that keep theirs, five times: its surplus is refused, theirs is not, and how much slower they are served is told.
# «pages» times the server's own work on each kind of page.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=${DCCOURSEINDEX_LOAD:-${TMPDIR:-/tmp}/dccourseindex-load}
courses=${2:-20000}
seconds=${DCCOURSEINDEX_LOAD_SECONDS:-60}
rounds=${DCCOURSEINDEX_LOAD_ROUNDS:-5}
base=http://127.0.0.1:${DCCOURSEINDEX_PORT:-5398}
program="dotnet $root/src/Host/bin/Release/net10.0/dccourseindex.dll"
prepare() {
  rm -rf "$work" && mkdir -p "$work"
  dotnet build "$root/src/Host" -c Release --nologo -v quiet
  dotnet run -c Release --project "$root/tests/Benchmarks" -- listings "$courses" "$work/listings.ndjson"
  mkdir -p "$work/config/sources" && cp -r "$root"/config/* "$work/config/"
  rm -f "$work"/config/sources/*
  $program import "$work/listings.ndjson" --source bulk --data "$work/data" --config "$work/config" >"$work/import.log" 2>&1
  $program reindex --data "$work/data" --config "$work/config" >>"$work/import.log" 2>&1
  $program keys add --name load --scope read --rate none --data "$work/data" --config "$work/config" >"$work/key" 2>>"$work/import.log"
}

service=
finish() { [ -z "$service" ] || { kill "$service" 2>/dev/null; wait "$service" 2>/dev/null || true; }; }
trap finish EXIT

serve() {
  $program run --roles index,search --data "$work/data" --config "$work/config" --urls "$base" >"$work/service.log" 2>&1 &
  service=$!
  for _ in $(seq 120); do curl -sf "$base/health/ready" >/dev/null && return; sleep 0.5; done
  cat "$work/service.log" >&2; exit 1
}

# Words of the catalogue itself, so that most questions find something: 600 searches, 300 courses, 100 with facets alone, and 300 of these again with their tags.
questions() {
  local key tag path
  key=$(cat "$work/key")
  python3 - "$work/listings.ndjson" "$work/paths" <<'P'
import json, random, sys, urllib.parse
random.seed(1)
lines = random.sample(open(sys.argv[1], encoding='utf-8').readlines(), 1000)
listings = [json.loads(line) for line in lines]
filters = ['', '', '&price=free', '&competence=1.2', '&area=2&area=3', '&language=uk', '&tutor=unknown&mode=self-paced']
with open(sys.argv[2], 'w') as out:
    for listing in listings[:600]:
        words = ' '.join(random.sample(listing['title'].split(), random.choice([1, 1, 2, 3]))) if len(listing['title'].split()) > 3 else listing['title']
        out.write('/api/v1/courses?q=' + urllib.parse.quote(words) + random.choice(filters) + '\n')
    for listing in listings[600:900]:
        out.write('/api/v1/courses/bulk.' + listing['id'] + '\n')
    for place in range(100):
        out.write('/api/v1/courses?limit=1' + random.choice(filters[2:]) + '&fields=id\n')
P
  shuf -n 300 --random-source="$work/paths" "$work/paths" >"$work/again"
  while read -r path; do
    tag=$(curl -s -o /dev/null -D - -H "Authorization: Bearer $key" -H 'Accept-Encoding: gzip' "$base$path" | tr -d '\r' | sed -n 's/^[Ee][Tt]ag: //p')
    printf '%s\t%s\n' "$path" "$tag"
  done <"$work/again" >"$work/tagged"
  cat "$work/paths" "$work/tagged" | shuf --random-source="$work/paths" >"$work/mixed"
  head -n 600 "$work/paths" >"$work/searches"
}

result() { grep '^RESULT' | cut -d' ' -f2-; }
of() { tr ' ' '\n' <<<"$2" | sed -n "s/^$1=//p"; }
mixed() { wrk -t2 -c200 -d"$1"s --timeout 10s -s "$here/mixed.lua" "$base" -- "$work/mixed" "$(cat "$work/key")" | result; }
# Fifty addresses, a request a second each, of the ten that they may.
others() { wrk -t1 -c50 -d"$1"s --timeout 10s -s "$here/clients.lua" "$base" -- "$work/searches" 10.20.0. 50 1000 | result; }
abuse() { wrk -t1 -c100 -d"$1"s --timeout 10s -s "$here/clients.lua" "$base" -- "$work/searches" 10.30.0. 1 97 | result; }

measure() {
  command -v wrk >/dev/null || { echo "wrk is not installed: apt-get install wrk" >&2; exit 1; }
  local wrong=0 said alone beside abuser surplus ratios=
  serve
  questions
  echo "load average $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) processors, $(curl -s "$base/api/v1/courses?limit=1&fields=id" | grep -o '"total":[0-9]*')"
  mixed 10 >/dev/null
  said=$(mixed "$seconds")
  echo "mixed: $said"
  [ "$(of refused "$said") $(of other "$said") $(of connect "$said") $(of read "$said") $(of write "$said") $(of timeout "$said")" = "0 0 0 0 0 0" ] || { echo "mixed: something failed"; wrong=1; }
  others 5 >/dev/null
  for round in $(seq "$rounds"); do
    alone=$(others 12)
    abuse 14 >"$work/abuse" &
    sleep 1
    beside=$(others 12)
    wait $!
    abuser=$(cat "$work/abuse")
    # Its limit: 120 at once and ten more each second.
    surplus=$(awk -v n="$(of requests "$abuser")" -v s="$(of seconds "$abuser")" 'BEGIN { print n - 120 - 10 * s }')
    echo "round $round: others alone p95 $(of p95 "$alone") ms, beside the abuser $(of p95 "$beside") ms, refused $(of refused "$beside"), failed $(of failed "$beside") of $(of requests "$beside");" \
      "abuser $(of requests "$abuser") in $(of seconds "$abuser") s, refused $(of refused "$abuser") of a surplus of $surplus"
    awk -v r="$(of refused "$abuser")" -v s="$surplus" 'BEGIN { exit !(s > 0 && r / s >= 0.99) }' || { echo "round $round: less than 99 % of the surplus was refused"; wrong=1; }
    [ "$(of refused "$beside") $(of other "$beside") $(of failed "$beside")" = "0 0 0" ] || { echo "round $round: somebody else was not served"; wrong=1; }
    ratios="$ratios $(awk -v a="$(of p95 "$alone")" -v b="$(of p95 "$beside")" 'BEGIN { printf "%.2f", b / a }')"
  done
  echo "p95 of others, beside to alone:$ratios; median $(tr ' ' '\n' <<<"$ratios" | sed '/^$/d' | sort -n | sed -n "$(((rounds + 1) / 2))p")"
  return $wrong
}

case "${1:-all}" in
  prepare) prepare ;;
  measure) measure ;;
  # Compiled for good at the first call, as what is compiled ahead is: else the compiler is timed, which works for minutes beside the pages.
  pages) DOTNET_TieredCompilation=0 dotnet run -c Release --project "$root/tests/Benchmarks" -- pages --data "$work/data" --config "$work/config" --rounds "${DCCOURSEINDEX_LOAD_PAGES:-200}" ;;
  all) prepare && measure ;;
  *) echo "run.sh prepare|measure|pages|all [COURSES]" >&2; exit 2 ;;
esac
