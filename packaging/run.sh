#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Builds Congvu and starts it with a demonstration province on SQLite. Run it as often as you like.
#
#   packaging/run.sh [--port N] [--data DIR] [--no-demo] [--build-only]
#
#   --port N      port on 127.0.0.1 (default 8080)
#   --data DIR    data directory (default build/data)
#   --no-demo     start without demonstration data; the first administrator's temporary password is printed once
#   --build-only  build into build/release and stop
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
port=8080
data="$root/build/data"
demo=yes
build_only=no

usage() { sed -n '3,10s/^# \{0,1\}//p' "$0"; }
while [ $# -gt 0 ]; do
  case "$1" in
    --port) port=${2:?--port needs a number}; shift 2 ;;
    --data) data=${2:?--data needs a folder}; shift 2 ;;
    --no-demo) demo=no; shift ;;
    --build-only) build_only=yes; shift ;;
    -h | --help) usage; exit 0 ;;
    *) echo "run.sh: unknown option $1" >&2; usage >&2; exit 64 ;;
  esac
done

"$root/packaging/install-deps.sh"
. "$root/packaging/node-path.sh"

build="$root/build/release"
if [ ! -f "$build/build.ninja" ]; then
  # tests/run.sh turns the tests on; running the server needs none of what they need.
  cmake -S "$root" --preset release -DCONGVU_TESTS=OFF -DCONGVU_BENCH=OFF
fi
cmake --build "$build" -- --quiet
if [ "$build_only" = yes ]; then
  echo "Built into $build"
  exit 0
fi

mkdir -p "$data"
chmod 700 "$data"
holds=$(ls -A "$data")
# Nobody knows the passwords of a demonstration whose making was interrupted, so nothing in it can be missed.
unfinished="$data/demo-unfinished"
if [ -e "$unfinished" ]; then
  if ! flock --nonblock "$data/lock" true; then
    echo "run.sh: another server is using $data" >&2
    exit 1
  fi
  echo "The last start was interrupted while it made the demonstration province; it is made anew."
  (cd "$data" && rm -rf congvu.db congvu.db-shm congvu.db-wal congvu.log files lock plugins uploads demo-unfinished)
  holds=
fi
# An empty data directory gets its first administrator; the temporary password is known to nobody else.
first_password=
if [ ! -e "$data/congvu.db" ]; then
  # Only where nothing lay before: what is made anew is deleted first.
  if [ "$demo" = yes ] && [ -z "$holds" ]; then : >"$unfinished"; fi
  first_password=$("$build/bin/congvu" user first-administrator --data "$data" --username quantri 2>/dev/null)
fi

"$build/bin/congvu" serve --data "$data" --port "$port" >"$data/congvu.log" 2>&1 &
server=$!
echo "The log is $data/congvu.log"
stop() { kill -TERM "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }
trap 'stop; exit 0' INT TERM
trap stop EXIT

if [ "$demo" = yes ]; then
  CONGVU_FIRST_PASSWORD="$first_password" node "$root/packaging/demo/seed.mjs" --url "http://127.0.0.1:$port" --data "$data" --build "$build"
  rm -f "$unfinished"
else
  echo "Congvu is starting: http://127.0.0.1:$port"
  if [ -n "$first_password" ]; then
    echo "First administrator: quantri, temporary password: $first_password"
  fi
fi
wait "$server"
