#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs every libFuzzer target for a short while (FUZZ_SECONDS each, default 20) with its kept corpus.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ -f build/fuzz/build.ninja ] || cmake -S . --preset fuzz >/dev/null
cmake --build build/fuzz -- --quiet
found=no
for target in build/fuzz/bin/fuzz-*; do
  [ -x "$target" ] || continue
  found=yes
  name=$(basename "$target")
  mkdir -p "build/fuzz/corpus/$name"
  echo "fuzzing $name"
  "$target" -max_total_time="${FUZZ_SECONDS:-20}" -timeout=10 -rss_limit_mb=1024 -verbosity=0 -print_final_stats=1 "build/fuzz/corpus/$name"
done
[ "$found" = yes ]
