// SPDX-License-Identifier: Apache-2.0
// Many clients that want little: idle keep-alive connections, clients that drip one byte a second, open event streams. All on this machine's
// loopback network.
import { readFileSync } from 'node:fs';
import net from 'node:net';

const connectsAtOnce = 200;
const dripTurnsInSecond = 50;
const slowHead = 'GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ';
const slowBody = '{"username":"nobody","password":"';

/** The largest number of files that this process may open. */
function descriptorLimit() {
  const line = /^Max open files\s+(\d+|unlimited)/m.exec(readFileSync('/proc/self/limits', 'utf8'));
  return line[1] === 'unlimited' ? Number.POSITIVE_INFINITY : Number(line[1]);
}

function connect(port) {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true });
    socket.once('error', reject);
    socket.once('connect', () => {
      socket.removeListener('error', reject);
      socket.on('error', () => {}); // 'close' follows
      resolve(socket);
    });
  });
}

/** Runs `count` acts, so many at once. */
async function manyTimes(count, act) {
  let started = 0;
  const worker = async () => {
    while (started < count) {
      const index = started;
      started += 1;
      await act(index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(connectsAtOnce, count) }, worker));
}

/** An event stream of a session; remembers what has come. */
class Stream {
  text = '';
  isOpen = true;

  constructor(socket) {
    socket.setEncoding('utf8');
    socket.on('data', (text) => {
      this.text = (this.text + text).slice(-4096);
    });
    socket.once('close', () => {
      this.isOpen = false;
    });
  }

  has(words) {
    return this.text.includes(words);
  }
}

export class Crowd {
  #port;
  #idle = new Set();
  #drips = [];
  #streams = [];
  #timer = null;
  #isClosing = false;
  /** How often a connection had to be made anew: idle ones after the server's idle time, dripping ones after its deadlines. */
  reopened = { idle: 0, drips: 0 };

  constructor(port) {
    this.#port = port;
  }

  /**
   * Opens everything, and resolves when every connection stands and every stream has begun.
   * @param {{idle: number, drips: number, streams: number, cookies: string[]}} size streams are spread over the sessions that `cookies` name
   */
  async open({ idle, drips, streams, cookies }) {
    const needed = idle + drips + streams + 100;
    if (descriptorLimit() < needed) throw new Error(`a crowd needs ${needed} open files, this process may have ${descriptorLimit()}: raise "ulimit -n"`);
    await manyTimes(streams, (index) => this.#openStream(cookies[index % cookies.length]));
    await manyTimes(idle, () => this.#openIdle());
    await manyTimes(drips, (index) => this.#openDrip(index));
    this.#startDripping();
  }

  /** What stands at this moment. */
  get counts() {
    return { idle: this.#idle.size, drips: this.#drips.filter(Boolean).length, streams: this.#streams.filter(({ isOpen }) => isOpen).length };
  }

  /** How many open streams have received these words, of late. */
  streamsThatHave(words) {
    return this.#streams.filter((stream) => stream.isOpen && stream.has(words)).length;
  }

  close() {
    this.#isClosing = true;
    clearInterval(this.#timer);
    for (const socket of [...this.#idle, ...this.#drips.filter(Boolean), ...this.#streams.map(({ socket }) => socket)]) socket.destroy();
  }

  /** One request as every keep-alive client makes it, then nothing. */
  async #openIdle() {
    const socket = await connect(this.#port);
    socket.write('GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n');
    await new Promise((resolve) => socket.once('data', resolve));
    this.#idle.add(socket);
    socket.resume();
    socket.once('close', () => {
      this.#idle.delete(socket);
      if (this.#isClosing) return;
      this.reopened.idle += 1;
      this.#openIdle().catch(() => {});
    });
  }

  /** Every second dripping client drips its head, the others the body of a sign-in. */
  async #openDrip(index) {
    const socket = await connect(this.#port);
    const dripsBody = index % 2 === 1;
    socket.rest = dripsBody ? slowBody : slowHead;
    if (dripsBody) socket.write('POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 4000\r\n\r\n');
    this.#drips[index] = socket;
    socket.resume();
    socket.once('close', () => {
      this.#drips[index] = null;
      if (this.#isClosing) return;
      this.reopened.drips += 1;
      this.#openDrip(index).catch(() => {});
    });
  }

  async #openStream(cookie) {
    const socket = await connect(this.#port);
    const stream = new Stream(socket);
    const begun = new Promise((resolve, reject) => {
      socket.once('close', () => reject(new Error('an event stream was refused')));
      const wait = () => (stream.has('retry: ') ? resolve() : socket.once('data', wait));
      socket.once('data', wait);
    });
    stream.socket = socket;
    this.#streams.push(stream);
    socket.write(`GET /api/v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\nCookie: ${cookie}\r\n\r\n`);
    await begun;
  }

  /** Every dripping client sends one byte a second, a part of them in every turn. */
  #startDripping() {
    let turn = 0;
    this.#timer = setInterval(() => {
      for (let index = turn % dripTurnsInSecond; index < this.#drips.length; index += dripTurnsInSecond) this.#drip(this.#drips[index]);
      turn += 1;
    }, 1000 / dripTurnsInSecond);
  }

  #drip(socket) {
    if (!socket?.writable) return;
    socket.write(socket.rest[0] ?? 'x');
    socket.rest = socket.rest.slice(1);
  }
}
