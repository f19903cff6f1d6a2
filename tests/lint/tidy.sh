#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# clang-tidy over every C++ source of the release build; findings are errors.
set -euo pipefail
cd "$(dirname "$0")/../.."
git ls-files -z 'server/*.cpp' 'plugins/*/src/*.cpp' 'signing/src/*.cpp' 'signing/tools/*.cpp' 'templates/engine/src/*.cpp' |
  xargs -0 -n 6 -P "$(nproc)" clang-tidy -p build/release --quiet
