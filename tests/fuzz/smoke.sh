#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs every libFuzzer target for a while (FUZZ_SECONDS each, default 60; as many at once as there are cores), from seeds made on the spot and
# the corpus of earlier runs, which is kept in the user's cache folder as compiled objects are.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=build/fuzz
[ -f $build/build.ninja ] || cmake -S . --preset fuzz >/dev/null
mapfile -t targets < <(ninja -C $build -t targets all | sed -n 's/^\(fuzz-[^:]*\): phony$/\1/p')
[ ${#targets[@]} -gt 0 ]
ninja -C $build --quiet make-fuzz-seeds "${targets[@]}"

$build/bin/make-fuzz-seeds $build/seeds
kept="${XDG_CACHE_HOME:-$HOME/.cache}/congvu-fuzz"

# One target; its output is printed when it ends, so that those of several do not mix.
fuzz() {
  local target=$1 output
  declare -A seeds=([fuzz-pdf-reader]=pdf [fuzz-validator]=pdf [fuzz-cms-parser]=cms [fuzz-cades]=cms [fuzz-edxml]=edxml [fuzz-ocsp-response]=ocsp [fuzz-crl]=crl
    [fuzz-difference]=pdf [fuzz-time-stamp]=tsp [fuzz-pkcs12]=p12)
  local corpus=("$kept/$target")
  mkdir -p "${corpus[0]}"
  [ -n "${seeds[$target]:-}" ] && corpus+=("$build/seeds/${seeds[$target]}")
  local status=0
  output=$("$build/bin/$target" -max_total_time="${FUZZ_SECONDS:-60}" -timeout=10 -rss_limit_mb=1024 -verbosity=0 -print_final_stats=1 \
    -artifact_prefix="$build/" "${corpus[@]}" 2>&1) || status=$?
  printf '== %s for %s s\n%s\n' "$target" "${FUZZ_SECONDS:-60}" "$output"
  return $status
}
export build kept
export -f fuzz
printf '%s\n' "${targets[@]}" | xargs -P "$(nproc)" -I{} bash -c 'fuzz {}'
