// SPDX-License-Identifier: Apache-2.0
// clang-tidy over every C++ source of ours; findings are errors.
//
// Most of the work on a source is its headers, so sources of one target are looked at a dozen at a time, as a unity build compiles them.
// A batch that was clean is not looked at again until a source of it, a header of ours that one includes, its command line, the rules or
// the tool change: its stamp in the user's cache folder says so (as a compiler cache does for objects).
import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = path.resolve(import.meta.dirname, '../..');
const build = path.join(root, 'build/release');
/** Only configured: the batches and their commands. */
const batches = path.join(root, 'build/tidy');
/** The precompiled headers of tests are the compiler's own and not clang's. */
const precompiled = / -Winvalid-pch| -include \S*cmake_pch\.hxx/g;
const cache = path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'congvu-tidy');
/** What only g++ knows, clang need not. Including sources is how a batch is made. */
const extra = ['--quiet', '--extra-arg=-Wno-unknown-warning-option', '--checks=-bugprone-suspicious-include'];
const wanted = /^(server|templates\/engine\/src|signing\/(src|tools)|plugins\/[^/]+\/src)\/.*\.cpp$/;

const textOf = (() => {
  const known = new Map();
  return (file) => {
    if (!known.has(file)) known.set(file, readFileSync(file));
    return known.get(file);
  };
})();

/** The sources of a batch; a source by itself is a batch of one. */
function membersOf(file) {
  if (!file.startsWith(path.join(root, 'build'))) return [file];
  return [...readFileSync(file, 'utf8').matchAll(/^#include "(.+\.cpp)"$/gm)].map(([, name]) => path.resolve(path.dirname(file), name));
}

/** Source -> the files of ours that its object was made from, as ninja remembers them. */
function dependencies() {
  const ofObject = new Map();
  let files = [];
  for (const line of execFileSync('ninja', ['-C', build, '-t', 'deps'], { encoding: 'utf8', maxBuffer: 1 << 30 }).split('\n')) {
    if (line.startsWith('    ')) {
      const file = path.resolve(build, line.trim());
      if (file.startsWith(root) && existsSync(file)) files.push(file);
    } else if (line.includes(': #deps')) {
      files = [];
      ofObject.set(line.split(':')[0], files);
    }
  }
  const commands = JSON.parse(readFileSync(path.join(build, 'compile_commands.json'), 'utf8'));
  return new Map(commands.flatMap(({ file, output }) => membersOf(file).map((member) => [member, ofObject.get(output)])));
}

function configure() {
  const options = ['-G', 'Ninja', '-DCMAKE_BUILD_TYPE=Release', '-DCMAKE_EXPORT_COMPILE_COMMANDS=ON', '-DCONGVU_TESTS=ON', '-DCONGVU_UI=OFF'];
  execFileSync('cmake', ['-S', root, '-B', batches, ...options, '-DCMAKE_UNITY_BUILD=ON', '-DCMAKE_UNITY_BUILD_BATCH_SIZE=12'], { stdio: 'ignore' });
  const file = path.join(batches, 'compile_commands.json');
  const database = JSON.parse(readFileSync(file, 'utf8')).map((entry) => ({ ...entry, command: entry.command.replace(precompiled, '') }));
  writeFileSync(file, JSON.stringify(database));
  return database;
}

function work() {
  const used = dependencies();
  const rules = `${execFileSync('clang-tidy', ['--version'], { encoding: 'utf8' })}${extra.join(' ')}${textOf(path.join(root, '.clang-tidy'))}`;
  const seen = new Set();
  const found = [];
  for (const { file, command } of configure()) {
    const members = membersOf(file).filter((member) => wanted.test(path.relative(root, member)) && !seen.has(member));
    if (members.length === 0) continue;
    const key = createHash('sha256').update(rules).update(command.replaceAll(root, ''));
    for (const member of members) {
      seen.add(member);
      for (const one of [member, ...(used.get(member) ?? [])]) key.update(path.relative(root, one)).update(textOf(one));
    }
    found.push({ file, members, stamp: path.join(cache, key.digest('hex')) });
  }
  return found;
}

async function isClean({ file, stamp }) {
  try {
    await run('clang-tidy', ['-p', batches, ...extra, file], { cwd: root, maxBuffer: 1 << 28 });
  } catch (failure) {
    console.log(failure.stdout || String(failure));
    return false;
  }
  writeFileSync(stamp, '');
  return true;
}

mkdirSync(cache, { recursive: true });
const all = work();
const now = new Date();
const waiting = all.filter(({ stamp }) => {
  if (!existsSync(stamp)) return true;
  utimesSync(stamp, now, now);
  return false;
});
const count = (list) => list.reduce((sum, { members }) => sum + members.length, 0);
const total = count(waiting);
let unclean = 0;
async function worker() {
  for (let batch = waiting.shift(); batch; batch = waiting.shift()) {
    if (!(await isClean(batch))) unclean += 1;
  }
}
await Promise.all(Array.from({ length: os.availableParallelism() }, worker));
console.log(`clang-tidy: ${count(all)} sources in ${all.length} batches, ${total} looked at, ${unclean} batches with findings`);
process.exit(all.length > 0 && unclean === 0 ? 0 : 1);
