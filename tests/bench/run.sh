#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Measures every line of the speed table and prints it with its goal and ✓ or ✗. Figures are never asserted: the exit code is 0 with misses too.
#
#   tests/bench/run.sh [--quick] [--only WORD]
#
#   --quick      100,000 documents and 200,000 work items instead of 1,000,000 and 2,000,000, and shorter measurements
#   --only WORD  only the lines whose file name holds WORD; may be given several times
set -uo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
quick=0
only=()
while [ $# -gt 0 ]; do
  case "$1" in
    --quick) quick=1; shift ;;
    --only) only+=("${2:?--only needs a word}"); shift 2 ;;
    -h | --help) sed -n '3,8s/^# \{0,1\}//p' "$0"; exit 0 ;;
    *) echo "tests/bench/run.sh: unknown option $1" >&2; exit 64 ;;
  esac
done

cd "$root" || exit 1
packaging/install-deps.sh --tests || exit 1
. packaging/node-path.sh
cmake -S . --preset release -DCONGVU_BENCH=ON >/dev/null || exit 1
packaging/run.sh --build-only || exit 1

export BENCH_QUICK=$quick BENCH_BUILD="$root/build/release" BENCH_TEMP="$root/build/bench-temp"
if [ "$quick" = 1 ]; then export BENCH_DOCUMENTS=100000 BENCH_DATA="$root/build/bench-data/quick"
else export BENCH_DOCUMENTS=1000000 BENCH_DATA="$root/build/bench-data/full"; fi
results="$root/build/bench-results.jsonl"
rm -rf "$BENCH_TEMP"
mkdir -p "$BENCH_TEMP"
: >"$results"
trap 'rm -rf "$BENCH_TEMP"' EXIT

. tests/bench/install-peers.sh
node tests/bench/fill/fill.mjs || exit 1

is_wanted() {
  [ ${#only[@]} -eq 0 ] && return 0
  local word
  for word in "${only[@]}"; do [[ $1 == *"$word"* ]] && return 0; done
  return 1
}

for line in tests/bench/lines/*; do
  name=$(basename "$line")
  is_wanted "$name" || continue
  echo "== $name" >&2
  printed="$BENCH_TEMP/printed.jsonl"
  if ! timeout 1800 "$line" >"$printed"; then
    echo "{\"goal\":\"$name could not be measured\",\"ours\":null,\"limit\":null,\"peer\":null,\"ratio\":null,\"unit\":\"\",\"isMet\":false}" >>"$printed"
  fi
  cat "$printed" >>"$results"
done

node tests/bench/table.mjs "$results"
