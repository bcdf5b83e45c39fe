#!/usr/bin/env bash
# The constants of docs/scale.md, measured here: constants.sh [COURSES 20000]. Processor time, which a busy machine falsifies less than waiting; bytes as du counts them.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
courses=${1:-20000}
work=$(mktemp -d "${TMPDIR:-/tmp}/dccourseindex-scale-XXXXXX")
trap 'rm -rf "$work"' EXIT
[ -n "${DCCOURSEINDEX_BUILT:-}" ] || { dotnet build "$root/src/Host" -c Release --nologo -v quiet; dotnet build "$root/tests/Benchmarks" -c Release --nologo -v quiet; }
program=(dotnet "$root/src/Host/bin/Release/net10.0/dccourseindex.dll")
bench=(dotnet "$root/tests/Benchmarks/bin/Release/net10.0/DcCourseIndex.Benchmarks.dll")
mkdir -p "$work/config/sources" && cp -r "$root"/config/* "$work/config/" && rm -f "$work"/config/sources/*
where=(--data "$work/data" --config "$work/config")
echo "load average $(cut -d' ' -f1-3 /proc/loadavg), $(nproc) processors, $courses invented courses"

# of WHAT COURSES COMMAND...: seconds waited and of processor, and microseconds of processor a course; «start» is what a verb costs that does nothing.
start=0
of() {
  local what=$1 many=$2 said; shift 2
  TIMEFORMAT='%R %U %S'
  said=$( { time "$@" >>"$work/log" 2>&1; } 2>&1 | tail -1)
  awk -v what="$what" -v n="$many" -v start="$start" '{ cpu = $2 + $3; printf "%-46s %7.1f s waited %7.1f s of processor %8.0f us a course\n", what, $1, cpu, (cpu - start) * 1e6 / n }' <<<"$said"
  last=$(awk '{ print $2 + $3 }' <<<"$said")
}
"${bench[@]}" listings "$courses" "$work/listings.ndjson"
of "start of a verb" 1 "${program[@]}" config --config "$work/config"
start=$last
"${program[@]}" classify --help >/dev/null 2>&1 || true
of "harvest and promote, all new" "$courses" "${program[@]}" import "$work/listings.ndjson" --source bulk --complete "${where[@]}"
echo "catalogue: $(($(du -sb "$work/data" | cut -f1) / courses)) bytes a course"
of "the same again, nothing changed" "$courses" "${program[@]}" import "$work/listings.ndjson" --source bulk --complete "${where[@]}"
for engine in postings fts5; do
  export DCCOURSEINDEX__INDEX__ENGINE=$engine
  of "index, $engine" "$courses" "${program[@]}" reindex "${where[@]}"
  echo "index, $engine: $(($(du -sb "$work/data/index" | cut -f1) / courses)) bytes a course"
done
of "backup with its look through" "$courses" "${program[@]}" backup "$work/backup.sqlite" "${where[@]}"
echo "load average $(cut -d' ' -f1-3 /proc/loadavg)"
