#!/usr/bin/env bash
# The service with all its roles under steady readers, and an import of 25 changed courses every quarter of a minute: run.sh [MINUTES 15] [READERS 4] [PAUSE-MS 50] [COURSES 20000].
# Memory, handles and threads are sampled every few seconds; before each import the service is made to collect all its garbage, and what it keeps is sampled
# by its own figure, beside what the collector holds and what the process has besides. Then every slope is judged (judge.py).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
minutes=${1:-15} readers=${2:-4} pause=${3:-50} courses=${4:-20000}
port=${DCCOURSEINDEX_PORT:-5490}
work=$(mktemp -d "${TMPDIR:-/tmp}/dccourseindex-soak-XXXXXX")
service= client=
finish() {
  for pid in $client $service; do kill "$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
[ -n "${DCCOURSEINDEX_BUILT:-}" ] || { dotnet build "$root/src/Host" -c Release --nologo -v quiet; dotnet build "$root/tests/Benchmarks" -c Release --nologo -v quiet; }
program=(dotnet "$root/src/Host/bin/Release/net10.0/dccourseindex.dll")
bench=(dotnet "$root/tests/Benchmarks/bin/Release/net10.0/DcCourseIndex.Benchmarks.dll")
mkdir -p "$work/config/sources" && cp -r "$root"/config/* "$work/config/" && rm -f "$work"/config/sources/*
where=(--data "$work/data" --config "$work/config")
"${bench[@]}" listings "$courses" "$work/listings.ndjson"
"${program[@]}" import "$work/listings.ndjson" --source bulk "${where[@]}" >"$work/log" 2>&1
key=$("${program[@]}" keys add --name soak --scope read --rate none "${where[@]}" 2>>"$work/log")
python3 - "$work" <<'P'
import json, random, sys
random.seed(2)
lines = random.sample(open(sys.argv[1] + '/listings.ndjson', encoding='utf-8').readlines(), 600)
with open(sys.argv[1] + '/words', 'w', encoding='utf-8') as out:
    for line in lines[:500]:
        words = json.loads(line)['title'].split()
        out.write(' '.join(random.sample(words, min(len(words), random.choice([1, 1, 2])))) + '\n')
with open(sys.argv[1] + '/changed', 'w', encoding='utf-8') as out:
    out.writelines(lines[500:525])
P
"${program[@]}" run --urls "http://127.0.0.1:$port" "${where[@]}" >>"$work/log" 2>&1 &
service=$!
for _ in $(seq 600); do curl -sf -o /dev/null "http://127.0.0.1:$port/health/ready" && break; sleep 0.2; done
echo "load average $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) processors, $courses courses, $readers readers pausing $pause ms, $minutes minutes"
"${bench[@]}" readers "http://127.0.0.1:$port" "$work/words" "$key" "$readers" $((minutes * 60)) "$pause" >"$work/readers" &
client=$!
began=$(date +%s) round=0 every=15
cpu() { awk -v tick="$(getconf CLK_TCK)" '{ print ($14 + $15) / tick }' /proc/$service/stat; }
cpu_before=$(cpu)
anonymous() { sed -n 's/^RssAnon:[^0-9]*\([0-9]*\).*/\1/p' /proc/$service/status; }
figure() { awk -v name="$1" '$1 == name { print $2 }' "$work/figures"; }
# Always just before the next import: what is kept differs by what has just been replaced. Small imports often make
# small waves (segments of the index that become one), of which even a short run sees several.
kept() {
  "${bench[@]}" collect "$service" >>"$work/log" 2>&1
  curl -sf "http://127.0.0.1:$port/metrics" >"$work/figures"
  printf '%s %s %s %s\n' "$1" "$(figure dccourseindex_memory_living_bytes)" "$(figure dotnet_gc_last_collection_memory_committed_size_bytes)" "$(anonymous)" >>"$work/kept"
}
while kill -0 "$client" 2>/dev/null; do
  now=$(($(date +%s) - began))
  printf '%s %s %s %s %s\n' "$now" "$(sed -n 's/^VmRSS:[^0-9]*\([0-9]*\).*/\1/p' /proc/$service/status)" "$(anonymous)" \
    "$(find /proc/$service/fd -mindepth 1 2>/dev/null | wc -l)" "$(sed -n 's/^Threads:[^0-9]*\([0-9]*\).*/\1/p' /proc/$service/status)" >>"$work/samples"
  if [ $((now / every)) -gt "$round" ]; then
    round=$((now / every))
    kept "$now"
    sed "s/\"title\":\"/\"title\":\"$round /" "$work/changed" >"$work/changed.ndjson"
    "${program[@]}" import "$work/changed.ndjson" --source bulk "${where[@]}" >>"$work/log" 2>&1
  fi
  sleep 3
done
wait "$client" && failed=0 || failed=1
client=
cat "$work/readers"
awk -v a="$cpu_before" -v b="$(cpu)" -v n="$(sed -n 's/^RESULT requests=\([0-9]*\).*/\1/p' "$work/readers")" -v s="$(($(date +%s) - began))" \
  'BEGIN { printf "processor of the service: %.0f s of %d s, %.1f ms a request with the imports beside\n", b - a, s, (b - a) * 1000 / n }'
[ -z "${DCCOURSEINDEX_SAMPLES:-}" ] || { cp "$work/samples" "$DCCOURSEINDEX_SAMPLES"; cp "$work/kept" "$DCCOURSEINDEX_SAMPLES.kept"; cp "$work/figures" "$DCCOURSEINDEX_SAMPLES.figures"; }
python3 "$here/judge.py" "$work/samples" "$work/kept" || failed=1
echo "load average $(cut -d' ' -f1-3 /proc/loadavg)"
kill -TERM "$service"; wait "$service" || failed=1
service=
[ "$failed" = 0 ] && echo "nothing failed, nothing is seen to grow" || echo "something failed or grows"
exit "$failed"
