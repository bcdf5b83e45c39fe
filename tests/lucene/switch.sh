#!/usr/bin/env bash
# Another engine without downtime, by the words of docs/operating.md («Another search engine»): a second follower from position 0 is compared with the one that serves,
# then the index process changes its engine under readers who ask on, and back: switch.sh [COURSES 400]. Needs a build with Lucene, curl and jq.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
courses=${1:-400}
page=$root/docs/operating.md
work=$(mktemp -d "${TMPDIR:-/tmp}/dccourseindex-switch-XXXXXX")
declare -A node
finish() {
  for pid in "${node[@]}"; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
say() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*"; }
fail() { say "WRONG: $*"; tail -n 5 "$work"/*.log; exit 1; }

[ -n "${DCCOURSEINDEX_BUILT:-}" ] || { dotnet build "$root/src/Host" -c Release --nologo -v quiet; dotnet build "$root/tests/Benchmarks" -c Release --nologo -v quiet; }
[ -f "$root/src/Host/bin/Release/net10.0/Lucene.Net.dll" ] || { echo "This build has no Lucene.Net: build with LuceneNet=true in the environment." >&2; exit 1; }
bench=$root/tests/Benchmarks/bin/Release/net10.0/DcCourseIndex.Benchmarks.dll
mkdir -p "$work/bin" "$work/config/sources"
printf '#!/bin/sh\nexec dotnet "%s" "$@"\n' "$root/src/Host/bin/Release/net10.0/dccourseindex.dll" >"$work/bin/dccourseindex"
chmod +x "$work/bin/dccourseindex"
PATH=$work/bin:$PATH
cd "$work"
cp -r "$root"/config/* config/ && rm -f config/sources/*

# block N: the N-th shell block under the heading of the page that is followed here.
block() {
  awk -v wanted="$1" '/^##/ { inside = index($0, "Another search engine") > 0 } inside && /^ *```sh/ { n++; printing = (n == wanted); next } /^ *```/ { printing = 0 } printing { sub(/^   /, ""); print }' "$page"
}
start() { local name=$1 engine=$2; shift 2; DCCOURSEINDEX__INDEX__ENGINE=$engine dccourseindex run "$@" >>"$name.log" 2>&1 & node[$name]=$!; }
stop() { kill -TERM "${node[$1]}"; wait "${node[$1]}" || fail "$1 ended with $?"; unset "node[$1]"; }
ready() { for _ in $(seq 600); do curl -sf -m 5 -o /dev/null "http://127.0.0.1:$1/health/ready" && return; sleep 0.2; done; fail "port $1 did not become ready"; }
written() { for _ in $(seq 300); do DCCOURSEINDEX__INDEX__ENGINE=$1 dccourseindex status >status 2>&1 || true; grep -q "^Index: $1.* 0 behind" status && return; sleep 0.5; done; fail "the index did not become one of $1"; }

dotnet "$bench" listings "$courses" all.ndjson
dccourseindex import all.ndjson --source bulk >import.log 2>&1
key=$(dccourseindex keys add --name switch --scope read --rate none 2>>import.log)
jq -rs '.[:200][].title | split(" ")[0]' all.ndjson >words
start index postings --roles index --urls http://127.0.0.1:5079
start search postings --roles search --urls http://127.0.0.1:5080
ready 5080

# The page's own words, but that the process it leaves in the foreground goes to the background.
block 2 | sed "s|/tmp/trial|$work/trial|; s|^\(DCC.*run.*\)\$|\1 >>trial.log 2>\&1 \&|" >trial.sh
grep -q 'run --roles' trial.sh || fail "the page no longer says how a second follower is started"
echo 'echo $! >trial.pid' >>trial.sh
bash -e trial.sh
node[trial]=$(cat trial.pid)
ready 5081
block 3 | sed "s|5080 5081|\$PORT|" >ask.sh
grep -q 'jq' ask.sh || fail "the page no longer says how answers are compared"
# Words of this catalogue beside the page's own.
common=$(tr ' ' '\n' <words | sort | uniq -c | sort -rn | awk 'NR <= 12 { print $2 }')
more() { for q in $common; do curl -sfG "http://127.0.0.1:$1/api/v1/courses" --data-urlencode "q=$q" | jq -c '[.total, [.items[].id]]'; done; }
ask() { { PORT=$1 bash -e ask.sh; more "$1"; } >"$2"; }
ask 5080 before
ask 5081 beside
cmp before beside || fail "the second follower answers otherwise"
say "$(wc -l <before) questions, $(jq -s 'map(.[0]) | add' before) courses found: the follower with Lucene answers the same"
kill -TERM "${node[trial]}"; unset 'node[trial]'

dotnet "$bench" readers http://127.0.0.1:5080 words "$key" 4 600 100 >readers &
node[readers]=$!
sleep 3
for engine in lucene postings lucene; do
  stop index
  start index "$engine" --roles index --urls http://127.0.0.1:5079
  written "$engine"
  sleep 3
  ask 5080 after
  cmp before after || fail "the search process answers otherwise from the index of $engine"
  say "the index is one of $engine; the search process, which still has the postings, answers the same"
done
kill -TERM "${node[readers]}"
wait "${node[readers]}" || { cat readers; fail "readers were refused"; }
unset 'node[readers]'
cat readers
stop search
start search lucene --roles search --urls http://127.0.0.1:5080
ready 5080
ask 5080 after
cmp before after || fail "Lucene answers otherwise"
DCCOURSEINDEX__INDEX__ENGINE=lucene dccourseindex status --deep >deep 2>&1 || { cat deep; fail "the index is not sound"; }
say "with Lucene in both processes the answers are the same; $(grep -i '^Index:' deep)"
