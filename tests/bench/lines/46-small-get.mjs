#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// The smallest GET that everybody may make, over 64 kept connections, beside nginx that only returns the same text.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isQuick, median, printRow, temporaryFolder } from '../lib/line.mjs';
import { freePort, startCongvu, startProgram } from '../lib/server.mjs';

const rounds = isQuick ? 3 : 5;
const seconds = isQuick ? 3 : 8;

async function startNginx() {
  const port = await freePort();
  const folder = path.join(temporaryFolder, 'nginx-return');
  mkdirSync(folder, { recursive: true });
  const configuration = path.join(folder, 'nginx.conf');
  writeFileSync(
    configuration,
    `daemon off; worker_processes auto; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http {
  access_log off; keepalive_requests 1000000;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server { listen 127.0.0.1:${port}; location / { default_type application/json; return 200 '{"status":"ok"}'; } }
}\n`,
  );
  return startProgram('/usr/sbin/nginx', ['-c', configuration, '-p', folder, '-e', `${folder}/error.log`], { port });
}

function load(url) {
  const said = execFileSync('wrk', ['-t', '1', '-c', '64', '-d', `${seconds}s`, url], { encoding: 'utf8' });
  if (/Non-2xx|Socket errors/.test(said)) throw new Error(said);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(said)[1]);
}

const congvu = await startCongvu();
const nginx = await startNginx();
const ours = [];
const limit = [];
for (const { url } of [congvu, nginx]) load(`${url}/healthz`);
for (let round = 0; round < rounds; round += 1) {
  ours.push(load(`${congvu.url}/healthz`));
  limit.push(load(`${nginx.url}/healthz`));
}
await nginx.stop();
await congvu.stop();
const ratio = median(ours.map((value, round) => value / limit[round]));
printRow({ goal: 'small GET without sign-in, 64 connections: ≥ 0.5 × nginx return', ours: median(ours), limit: median(limit), ratio, unit: 'requests/s', isMet: ratio >= 0.5 });
