#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what is missing, builds and runs every test. The last line is "N passed, N failed" over all suites.
#
#   tests/run.sh [--quick|--ci]
#
#   --quick  leave out the long suites: sanitizer builds, fuzzing, clang-tidy; fewer kills and power cuts
#   --ci     every suite, with fewer kills and power cuts
set -uo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
extent=full
case "${1:-}" in
  --quick) extent=quick ;;
  --ci) extent=ci ;;
  "") ;;
  *) echo "tests/run.sh: unknown option $1" >&2; exit 64 ;;
esac

"$root/packaging/install-deps.sh" --tests || exit 1
. "$root/packaging/node-path.sh"
cd "$root" || exit 1

results="$root/build/test-results"
rm -rf "$results"
mkdir -p "$results"

# One suite that is a single yes or no: prints its output only when it fails.
check() {
  local name=$1
  shift
  echo "== $name"
  if "$@" >"$results/$name.log" 2>&1; then
    echo '{"passed":1,"failed":0}' >"$results/$name.count.json"
  else
    echo '{"passed":0,"failed":1}' >"$results/$name.count.json"
    tail -n 60 "$results/$name.log"
  fi
}

# Every GoogleTest program of a build folder whose name fits, one after the other, with a time limit each.
run_programs() {
  local suite=$1 folder=$2 pattern=$3
  for program in "$folder"/bin/test-*; do
    local name
    name=$(basename "$program")
    [[ $name =~ $pattern ]] || continue
    echo "== $suite: $name"
    local report="$results/$suite-$name.xml" log="$results/$suite-$name.log" status=0
    timeout 900 "$program" --gtest_output="xml:$report" >"$log" 2>&1 || status=$?
    [ $status = 0 ] && continue
    if [ -s "$report" ]; then
      grep -vE '^\[( +(RUN|OK)|-+) ' "$log" | tail -n 60
    else
      # A program that died or never ended has no report; that is a failure too. Its last lines name the test.
      echo "$name: no report, status $status (124: it took longer than 900 seconds)"
      tail -n 20 "$log"
      echo '{"passed":0,"failed":1}' >"$results/$suite-$name.count.json"
    fi
  done
}

build() {
  local preset=$1
  shift
  [ -f "build/$preset/build.ninja" ] || cmake -S . --preset "$preset" >/dev/null || return 1
  cmake --build "build/$preset" "$@" -- --quiet
}

echo "== build"
if ! { cmake -S . --preset release -DCONGVU_TESTS=ON -DCONGVU_BENCH=ON && packaging/run.sh --build-only; }; then
  echo "0 passed, 1 failed"
  exit 1
fi

run_programs release build/release '.*'
[ $extent = full ] || export CONGVU_POWER_CUTS="${CONGVU_POWER_CUTS:-20}"
[ $extent = full ] || export CONGVU_BATCH_KILLS="${CONGVU_BATCH_KILLS:-5}"
for suite in architecture newcomer gate fault load postgres; do
  echo "== $suite"
  node --test --test-reporter=tap "tests/$suite/"*.test.mjs >"$results/$suite.tap" 2>&1 || grep -A12 '^not ok' "$results/$suite.tap"
done
check clang-format tests/lint/format.sh
check web-check npm run --silent check
npx vitest run --reporter=json --outputFile="$results/vitest.json" >"$results/vitest.log" 2>&1 || tail -n 60 "$results/vitest.log"
npx playwright test --config tests/e2e/playwright.config.ts >"$results/playwright.log" 2>&1 || tail -n 80 "$results/playwright.log"

[ $extent = quick ] || check clang-tidy node tests/lint/tidy.mjs
if [ $extent != quick ]; then
  if build asan-ubsan; then
    export ASAN_OPTIONS=detect_leaks=1 LSAN_OPTIONS="suppressions=$root/tests/lint/leaks.txt:print_suppressions=0" UBSAN_OPTIONS=print_stacktrace=1
    run_programs asan build/asan-ubsan '.*'
  else
    echo '{"passed":0,"failed":1}' >"$results/asan-build.count.json"
  fi
  if build tsan --target test-core test-host; then
    export TSAN_OPTIONS="suppressions=$root/tests/lint/races.txt halt_on_error=1"
    run_programs tsan build/tsan '^test-(core|host)$'
  else
    echo '{"passed":0,"failed":1}' >"$results/tsan-build.count.json"
  fi
  check fuzz-smoke tests/fuzz/smoke.sh
fi

node tests/summary.mjs "$results"
