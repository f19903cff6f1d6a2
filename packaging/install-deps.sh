#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what Congvu needs from Debian's packages: always what builds and runs it, with --tests also what the tests use,
# with --peers also the programs that tests/bench/signing compares with.
# Does nothing (and asks no server) when everything is there already.
set -euo pipefail

run_packages=(
  build-essential
  ca-certificates
  ccache
  cmake
  fonts-liberation2
  libarchive-dev
  libcairo2-dev
  libcli11-dev
  libfmt-dev
  libfreetype-dev
  libharfbuzz-dev
  libicu-dev
  libleptonica-dev
  libmagic-dev
  libp11-kit-dev
  libpango1.0-dev
  libpng-dev
  libpoco-dev
  libpodofo-dev
  libpqxx-dev
  libqrcodegencpp-dev
  libsodium-dev
  libsqlite3-dev
  libsqlitecpp-dev
  libssl-dev
  libtomlplusplus-dev
  libxlsxwriter-dev
  libxml2-dev
  libxmlsec1-dev
  ninja-build
  openssl
  pkg-config
  poppler-utils
  qpdf
  rapidjson-dev
  tesseract-ocr
  tesseract-ocr-vie
  zlib1g-dev
)
test_packages=(
  chromium
  clang
  clang-format
  clang-tidy
  curl
  libbenchmark-dev
  libclang-rt-dev
  libgmock-dev
  libgtest-dev
  librapidcheck-dev
  libreoffice-writer-nogui
  mupdf-tools
  nginx-light
  postgresql
  softhsm2
  sqlite3
  time
  wrk
  zbar-tools
)

peer_packages=(
  default-jdk-headless
  libbcpkix-java
  libbcprov-java
  libitext5-java
  libpdfbox2-java
  libpodofo-utils
)

packages=("${run_packages[@]}")
for option in "$@"; do
  case "$option" in
    --tests) packages+=("${test_packages[@]}") ;;
    --peers) packages+=("${peer_packages[@]}") ;;
    *) echo "install-deps: unknown option $option" >&2; exit 64 ;;
  esac
done
# A machine that has a newer node of its own keeps it; Debian's serves to fetch one from npm (see node-path.sh).
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  packages+=(nodejs npm)
fi

missing=()
installed=$(dpkg-query -W -f '${Package} ${Status}\n' 2>/dev/null | awk '$4 == "installed" { print $1 }')
for package in "${packages[@]}"; do
  if ! grep -qxF "$package" <<<"$installed"; then
    missing+=("$package")
  fi
done
if [ ${#missing[@]} -eq 0 ]; then
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || { echo "install-deps: run as root, or install sudo; missing: ${missing[*]}" >&2; exit 1; }
  as_root=(sudo)
fi
echo "Installing: ${missing[*]}"
"${as_root[@]}" apt-get update -q
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
