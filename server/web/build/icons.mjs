// SPDX-License-Identifier: Apache-2.0
/**
 * Builds the icon sprite: the names in icon-names.json, plus every name that a plugin's manifest
 * ("icon": "…") or sources (icon="…", icon: '…', name="…" of VIcon) mention and Lucide knows.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pluginsFolder, repository, webFolder } from './paths.mjs';

const require = createRequire(path.join(repository, 'package.json'));
const iconNamePattern =
  /\b(?:icon|iconEnd|icon-end|name)["']?\s*[=:]\s*["'{`\s]*([a-z][a-z0-9]*(?:-[a-z0-9]+)*)["'`]/g;

function loadLucide() {
  const file = require.resolve('@iconify-json/lucide/icons.json');
  const collection = JSON.parse(readFileSync(file, 'utf8'));
  return (name) => {
    const source = collection.icons[name] ?? collection.icons[collection.aliases?.[name]?.parent];
    return source?.body ?? null;
  };
}

function* sourceFiles(folder) {
  if (!existsSync(folder)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules') continue;
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* sourceFiles(full);
    else if (/\.(vue|ts|json)$/.test(entry.name)) yield full;
  }
}

function mentionedNames() {
  const files = [];
  if (existsSync(pluginsFolder)) {
    for (const id of readdirSync(pluginsFolder)) {
      files.push(path.join(pluginsFolder, id, 'plugin.json'));
      files.push(...sourceFiles(path.join(pluginsFolder, id, 'ui')));
    }
  }
  files.push(
    ...sourceFiles(path.join(webFolder, 'shell/src')),
    ...sourceFiles(path.join(webFolder, 'kit/src')),
  );
  const names = new Set();
  for (const file of files.filter((name) => existsSync(name))) {
    for (const match of readFileSync(file, 'utf8').matchAll(iconNamePattern)) names.add(match[1]);
  }
  return names;
}

/** The sprite's text. Throws when a name of icon-names.json does not exist in Lucide. */
export function buildSprite() {
  const lucide = loadLucide();
  const listed = JSON.parse(readFileSync(path.join(import.meta.dirname, 'icon-names.json'), 'utf8'));
  const unknown = listed.filter((name) => lucide(name) === null);
  if (unknown.length > 0) throw new Error(`icon-names.json: Lucide has no ${unknown.join(', ')}`);
  const names = new Set([...listed, ...[...mentionedNames()].filter((name) => lucide(name) !== null)]);
  const symbols = [...names].sort().map((name) => {
    const body = lucide(name).replace(/ (fill="none"|stroke(-\w+)?="[^"]*")/g, '');
    return `<symbol id="${name}" viewBox="0 0 24 24">${body}</symbol>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`;
}
