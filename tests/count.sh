#!/bin/sh
# count.sh FOLDER STATUS: adds up the result files of a test run and ends with one line and the run's status.
set -eu
sum() { cat "$1"/*.trx 2>/dev/null | grep -o "<Counters [^>]*" | grep -o " $2=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ n += $1 } END { print n + 0 }'; }
passed=$(sum "$1" passed)
failed=$(sum "$1" failed)
total=$(sum "$1" total)
status=$2
if [ "$total" -eq 0 ]; then
  echo "No test ran." >&2
  status=1
fi
echo "$passed passed, $failed failed"
exit "$status"
