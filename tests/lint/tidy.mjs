// SPDX-License-Identifier: Apache-2.0
// clang-tidy over every C++ source of the release build; findings are errors.
//
// A source that was clean is not looked at again until it, a header of ours that it includes, its command line, the rules or
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
/** The commands without the precompiled headers of tests, which are the compiler's own and not clang's. */
const commands = path.join(root, 'build/tidy');
const precompiled = / -Winvalid-pch| -include \S*cmake_pch\.hxx/g;
const cache = path.join(process.env.XDG_CACHE_HOME ?? path.join(os.homedir(), '.cache'), 'congvu-tidy');
/** What only g++ knows, clang need not. */
const extra = ['--quiet', '--extra-arg=-Wno-unknown-warning-option'];
const wanted = /^(server|templates\/engine\/src|signing\/(src|tools)|plugins\/[^/]+\/src)\/.*\.cpp$/;

const textOf = (() => {
  const known = new Map();
  return (file) => {
    if (!known.has(file)) known.set(file, readFileSync(file));
    return known.get(file);
  };
})();

/** Object file -> the files of ours that it was made from, as ninja remembers them. */
function dependencies() {
  const found = new Map();
  let object = '';
  for (const line of execFileSync('ninja', ['-C', build, '-t', 'deps'], { encoding: 'utf8', maxBuffer: 1 << 30 }).split('\n')) {
    if (line.startsWith('    ')) {
      const file = path.resolve(build, line.trim());
      if (file.startsWith(root) && existsSync(file)) found.get(object).push(file);
    } else if (line.includes(': #deps')) {
      object = line.split(':')[0];
      found.set(object, []);
    }
  }
  return found;
}

function sources() {
  const deps = dependencies();
  const rules = `${execFileSync('clang-tidy', ['--version'], { encoding: 'utf8' })}${extra.join(' ')}${textOf(path.join(root, '.clang-tidy'))}`;
  const database = JSON.parse(readFileSync(path.join(build, 'compile_commands.json'), 'utf8')).map((entry) => ({ ...entry, command: entry.command.replace(precompiled, '') }));
  mkdirSync(commands, { recursive: true });
  writeFileSync(path.join(commands, 'compile_commands.json'), JSON.stringify(database));
  const entries = new Map();
  for (const { file, command, output } of database) {
    const name = path.relative(root, file);
    if (!wanted.test(name) || entries.has(name)) continue;
    const key = createHash('sha256').update(rules).update(command.replaceAll(root, ''));
    for (const used of [file, ...(deps.get(output) ?? [])]) key.update(path.relative(root, used)).update(textOf(used));
    entries.set(name, { name, stamp: path.join(cache, key.digest('hex')) });
  }
  return [...entries.values()];
}

async function isClean({ name, stamp }) {
  try {
    await run('clang-tidy', ['-p', commands, ...extra, name], { cwd: root, maxBuffer: 1 << 28 });
  } catch (failure) {
    console.log(failure.stdout || String(failure));
    return false;
  }
  writeFileSync(stamp, '');
  return true;
}

mkdirSync(cache, { recursive: true });
const all = sources();
const now = new Date();
const waiting = all.filter(({ stamp }) => {
  if (!existsSync(stamp)) return true;
  utimesSync(stamp, now, now);
  return false;
});
const total = waiting.length;
let unclean = 0;
async function work() {
  for (let source = waiting.shift(); source; source = waiting.shift()) {
    if (!(await isClean(source))) unclean += 1;
  }
}
await Promise.all(Array.from({ length: os.availableParallelism() }, work));
console.log(`clang-tidy: ${all.length} sources, ${total} looked at, ${unclean} with findings`);
process.exit(all.length > 0 && unclean === 0 ? 0 : 1);
