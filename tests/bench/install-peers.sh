# SPDX-License-Identifier: Apache-2.0
# To be sourced in the project's root: the peers from npm. Compiling better-sqlite3 takes minutes, so they stay until the lock file changes.
installed="tests/bench/node_modules/.installed"
if ! cmp -s tests/bench/package-lock.json "$installed"; then
  [ ! -f /usr/include/node/node.h ] || export npm_config_nodedir=/usr
  npm ci --prefix tests/bench --no-audit --no-fund --loglevel=error >&2 || exit 1
  cp tests/bench/package-lock.json "$installed"
fi
