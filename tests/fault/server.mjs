// SPDX-License-Identifier: Apache-2.0
// The test's server with the faults of this folder.
import { cpSync } from 'node:fs';
import { TestServer } from '../lib/TestServer.mjs';

export class Server extends TestServer {
  /** A new data folder with the demonstration province, and no server on it. */
  static async withDemonstration() {
    const server = await Server.make();
    await server.startWithDemonstration();
    await server.stop();
    return server;
  }

  /** Another server, on a copy of the data of this stopped one. */
  async copy() {
    const other = await Server.make();
    cpSync(this.data, other.data, { recursive: true });
    return other;
  }

  /** Only for congvu-powercut: throws away what was not synced; the seed decides what of it has reached the disk. */
  cutPower(seed) {
    return this.end((running) => running.stdin.write(`cut ${seed}\n`));
  }
}
