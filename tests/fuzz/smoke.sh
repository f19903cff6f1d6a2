#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs every libFuzzer target for a while (FUZZ_SECONDS each, default 60), from seeds made on the spot and the corpus of earlier runs.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=build/fuzz
[ -f $build/build.ninja ] || cmake -S . --preset fuzz >/dev/null
mapfile -t targets < <(ninja -C $build -t targets all | sed -n 's/^\(fuzz-[^:]*\): phony$/\1/p')
[ ${#targets[@]} -gt 0 ]
ninja -C $build --quiet make-fuzz-seeds "${targets[@]}"

$build/bin/make-fuzz-seeds $build/seeds
declare -A seeds=([fuzz-pdf-reader]=pdf [fuzz-validator]=pdf [fuzz-cms-parser]=cms [fuzz-cades]=cms [fuzz-edxml]=edxml [fuzz-ocsp-response]=ocsp [fuzz-crl]=crl
  [fuzz-difference]=pdf [fuzz-time-stamp]=tsp [fuzz-pkcs12]=p12)
for target in "${targets[@]}"; do
  corpus=("$build/corpus/$target")
  mkdir -p "${corpus[0]}"
  [ -n "${seeds[$target]:-}" ] && corpus+=("$build/seeds/${seeds[$target]}")
  echo "fuzzing $target for ${FUZZ_SECONDS:-60} s"
  "$build/bin/$target" -max_total_time="${FUZZ_SECONDS:-60}" -timeout=10 -rss_limit_mb=1024 -verbosity=0 -print_final_stats=1 "${corpus[@]}"
done
