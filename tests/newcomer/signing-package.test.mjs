// SPDX-License-Identifier: Apache-2.0
// What signing/README.md promises: the folder signing/ alone builds and installs, and another program finds the library as a CMake package.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { root } from '../lib/TestServer.mjs';

const project = `cmake_minimum_required(VERSION 3.25)
project(consumer LANGUAGES CXX)
find_package(congvu-signing 0.1 REQUIRED)
add_executable(consumer main.cpp)
target_link_libraries(consumer PRIVATE congvu::signing)
`;

const program = `#include <congvu/signing/SigningError.h>
#include <congvu/signing/cades/CadesValidator.h>
#include <congvu/signing/pades/PadesSignature.h>
#include <congvu/signing/pki/DemoAuthority.h>
#include <congvu/signing/xml/EdxmlSignature.h>
#include <iostream>

using namespace congvu::signing;

int main() {
    const Instant now = fromIso8601("2026-03-05");
    const DemoAuthority authority("Test", {fromIso8601("2020-01-01"), fromIso8601("2040-01-01")});
    const auto key = authority.issueSigner({"Somebody", "", ""}, {fromIso8601("2026-01-01"), fromIso8601("2028-01-01")}, KeyKind::ecP256);
    TrustStore trust;
    trust.addAnchor("test", authority.root());
    std::cout << key.certificate.commonName() << ' ' << nameOf(Validator(trust).validate(viewOf("no PDF"), now).verdict) << ' '
              << nameOf(CadesValidator(trust).validate(viewOf("no CMS"), viewOf("file"), now).verdict) << ' '
              << nameOf(EdxmlSignature(trust).validate(viewOf("<edXML/>"), now).verdict) << '\\n';
    return 0;
}
`;

let work;
let prefix;

function run(command, args, options = {}) {
  try {
    return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...options });
  } catch (error) {
    throw new Error(`${command} ${args.join(' ')}\n${error.stdout}\n${error.stderr}`);
  }
}

function build(source, folder, ...settings) {
  const env = { ...process.env, CCACHE_BASEDIR: work, CCACHE_NOHASHDIR: '1' };
  run('cmake', ['-S', source, '-B', folder, '-G', 'Ninja', '-DCMAKE_BUILD_TYPE=Release', '-DCMAKE_CXX_COMPILER_LAUNCHER=ccache', ...settings], { env });
  run('cmake', ['--build', folder], { env });
}

before(() => {
  work = mkdtempSync(path.join(os.tmpdir(), 'congvu-package-'));
  prefix = path.join(work, 'prefix');
  for (const file of run('git', ['ls-files', '-z', 'signing'], { cwd: root }).split('\0').filter(Boolean)) cpSync(path.join(root, file), path.join(work, file));
  build(path.join(work, 'signing'), path.join(work, 'build'), '-DCONGVU_TESTS=OFF', '-DCMAKE_UNITY_BUILD=ON', `-DCMAKE_INSTALL_PREFIX=${prefix}`, '-DCMAKE_INSTALL_LIBDIR=lib');
  run('cmake', ['--install', path.join(work, 'build')]);
});

after(() => rmSync(work, { recursive: true, force: true }));

test('The folder alone installs library, headers, package, tool and manual page', () => {
  const installed = ['lib/libcongvu-signing.a', 'include/congvu/signing/validation/Validator.h', 'lib/cmake/congvu-signing/congvu-signing-config.cmake',
    'lib/cmake/congvu-signing/congvu-signing-config-version.cmake', 'bin/congvu-sign', 'share/man/man1/congvu-sign.1'];
  assert.deepEqual(installed.filter((file) => !existsSync(path.join(prefix, file))), []);
  assert.match(run(path.join(prefix, 'bin/congvu-sign'), ['verify', '--help']), /--json/);
  assert.match(readFileSync(path.join(prefix, 'share/man/man1/congvu-sign.1'), 'utf8'), /^\.SS verify$/m);
});

test('Another program finds the package and uses the library', { timeout: 300_000 }, () => {
  const consumer = path.join(work, 'consumer');
  mkdirSync(consumer);
  writeFileSync(path.join(consumer, 'CMakeLists.txt'), project);
  writeFileSync(path.join(consumer, 'main.cpp'), program);
  build(consumer, path.join(work, 'consumer-build'), `-DCMAKE_PREFIX_PATH=${prefix}`);
  assert.equal(run(path.join(work, 'consumer-build/consumer'), []), 'Somebody unreadable invalid unsigned\n');
});
