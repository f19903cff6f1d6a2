// SPDX-License-Identifier: Apache-2.0
import net from 'node:net';

/** A port of this machine that nobody listens on at the moment. */
export function freePort() {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
