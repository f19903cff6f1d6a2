#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Signing and validating PDFs in process, beside the hash of the document and one signature of the key.
exec "$BENCH_BUILD/bin/bench-signing" --rows
